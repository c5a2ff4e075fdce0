#include <preflag/manifest/workbook/sheet_source.h>

#include <utility>

namespace preflag {

namespace {

constexpr std::size_t sheet_block = std::size_t{1} << 16;
constexpr std::uint64_t most_sheet_xml = std::uint64_t{8} << 30;

} // namespace

SheetSource::SheetSource(std::unique_ptr<ByteSource> part, const std::string& part_name,
                         SheetRows rows, const MakeHandler& make_handler)
    : part_(std::move(part)), part_name_(part_name), rows_(std::move(rows)),
      handler_(make_handler(rows_, [this] { xml_.pause(); })), xml_(*handler_, part_name),
      block_(sheet_block) {}

std::size_t SheetSource::read(char* target, std::size_t size) {
    while (true) {
        if (const std::size_t got = rows_.take(target, size); got > 0 || size == 0)
            return got;
        if (xml_.is_paused())
            xml_.resume();
        else if (has_ended_)
            return 0;
        else
            read_on();
    }
}

void SheetSource::read_on() {
    const std::size_t got = part_->read(block_.data(), block_.size());
    total_ += got;
    if (total_ > most_sheet_xml)
        fail_for_size(part_name_, most_sheet_xml);
    xml_.feed({block_.data(), got});
    has_ended_ = got == 0;
}

} // namespace preflag

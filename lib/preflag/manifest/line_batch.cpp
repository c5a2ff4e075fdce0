#include <preflag/base/text.h>
#include <preflag/manifest/csv/record_layout.h>
#include <preflag/manifest/line_batch.h>

#include <algorithm>
#include <span>

namespace preflag {

namespace {

constexpr std::size_t reject_bytes = 2000;

/// The beginning of a rejected record, made valid UTF-8.
std::string excerpt(std::string_view raw) {
    std::string text(raw.substr(0, reject_bytes));
    if (!is_valid_utf8(text))
        text = printable(text);
    return std::string(truncate_utf8(text, reject_bytes));
}

} // namespace

void LineBatch::for_each(std::size_t first, std::size_t count,
                         const std::function<bool(const FieldValues& goods)>& is_wanted,
                         const std::function<void(const ManifestLine&)>& on_line,
                         const std::function<void(RejectedLine)>& on_reject) const {
    RecordScratch scratch;
    ManifestLine line;
    const auto reject = [&](const Record& record, std::string reason, std::string text) {
        on_reject({file, record.line, record.record, std::move(reason), std::move(text)});
    };
    for (const Record& record :
         std::span(records).subspan(first, std::min(count, records.size() - first))) {
        const std::string_view raw(buffer.data() + record.offset, record.length);
        if (record.reject_reason != nullptr) {
            const std::string_view beginning = raw.substr(0, 2 * reject_bytes);
            reject(record, record.reject_reason,
                   layout->is_sheet() ? excerpt(layout->shown(beginning)) : excerpt(beginning));
            continue;
        }
        line.line = record.line;
        line.record = record.record;
        line.byte_offset = byte_offset ? *byte_offset + record.offset : 0;
        if (auto reason = layout->read_goods(raw, scratch, line)) {
            reject(record, std::move(*reason),
                   excerpt(layout->shown(line.raw.substr(0, 2 * reject_bytes))));
        } else if (!is_wanted || is_wanted(line.values)) {
            layout->read_rest(scratch, line);
            on_line(line);
        }
    }
}

} // namespace preflag

#include <preflag/base/error.h>
#include <preflag/manifest/workbook/ods/ods_sheet.h>
#include <preflag/manifest/workbook/ods/ods_workbook.h>
#include <preflag/manifest/workbook/report_property.h>
#include <preflag/manifest/workbook/sheet_source.h>

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace preflag {

namespace {

constexpr std::uint64_t most_ods_content = std::uint64_t{8} << 30;

/// The names of the sheets, and which are hidden: that is told by their styles, above them.
class SheetNamesReader : public XmlHandler {
  public:
    void begin(std::string_view name, const XmlAttributes& attributes) override {
        ++level_;
        if (name == "spreadsheet" && sheets_level_ == 0) {
            sheets_level_ = level_;
        } else if (name == "style" && attributes["family"] == "table") {
            style_ = attributes["name"];
        } else if (name == "table-properties" && attributes["display"] == "false") {
            hidden_styles_.insert(style_);
        } else if (name == "table" && sheets_level_ > 0 && level_ == sheets_level_ + 1) {
            const bool is_hidden = hidden_styles_.contains(std::string(attributes["style-name"]));
            book_.sheets.push_back({std::string(attributes["name"]), is_hidden});
        }
    }
    void end(std::string_view /*name*/) override { --level_; }
    void text(std::string_view /*piece*/) override {}

    [[nodiscard]] bool is_workbook() const { return sheets_level_ > 0; }
    OdsWorkbook take() { return std::move(book_); }

  private:
    OdsWorkbook book_;
    std::size_t level_ = 0;
    std::size_t sheets_level_ = 0;
    std::string style_;
    std::set<std::string> hidden_styles_;
};

bool is_report(const ZipFile& zip) {
    const ZipFile::Member* const part = zip.find("meta.xml");
    return part != nullptr && has_report_property(*zip.open(*part), zip.name() + " (meta.xml)");
}

[[noreturn]] void fail_as_encrypted(const ZipFile& zip) {
    throw InputError(fmt::format("{}: is a workbook that is encrypted; open it, save it without a "
                                 "password, and screen that",
                                 zip.name()));
}

void require_no_encryption(const ZipFile& zip) {
    constexpr std::size_t searched = std::size_t{1} << 20;
    if (zip.find("encrypted-package") != nullptr)
        fail_as_encrypted(zip);
    const ZipFile::Member* const manifest = zip.find("META-INF/manifest.xml");
    if (manifest == nullptr)
        return;
    std::string text(searched, '\0');
    const auto source = zip.open(*manifest);
    std::size_t count = 0;
    while (const std::size_t got = source->read(text.data() + count, text.size() - count))
        count += got;
    text.resize(count);
    if (text.find("encryption-data") != std::string::npos)
        fail_as_encrypted(zip);
}

std::unique_ptr<ByteSource> open_content(const ZipFile& zip) {
    const ZipFile::Member* const content = zip.find("content.xml");
    if (content == nullptr)
        throw InputError(
            fmt::format("{}: the workbook is damaged: it holds no part content.xml; get "
                        "it again from its source",
                        zip.name()));
    return zip.open(*content);
}

} // namespace

OdsWorkbook read_ods_workbook(const ZipFile& zip) {
    require_no_encryption(zip);
    SheetNamesReader reader;
    const auto content = open_content(zip);
    read_xml_part(*content, zip.name() + " (content.xml)", most_ods_content, reader);
    if (!reader.is_workbook())
        throw InputError(fmt::format("{}: is an office document without sheets; save its table as "
                                     ".ods or CSV (UTF-8) and screen that",
                                     zip.name()));
    OdsWorkbook book = reader.take();
    book.is_report = is_report(zip);
    return book;
}

std::unique_ptr<ByteSource> open_ods_sheet(const ZipFile& zip, std::size_t sheet,
                                           const std::string& name,
                                           const std::shared_ptr<SheetNotes>& notes) {
    return std::make_unique<SheetSource>(open_content(zip), name, SheetRows(name, notes),
                                         [sheet](SheetRows& rows, std::function<void()> pause) {
                                             return std::make_unique<OdsSheet>(sheet, rows,
                                                                               std::move(pause));
                                         });
}

} // namespace preflag

#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/manifest/source/unpacking.h>
#include <preflag/manifest/workbook/ods/ods_workbook.h>
#include <preflag/manifest/workbook/sheet_source.h>
#include <preflag/manifest/workbook/workbook.h>
#include <preflag/manifest/workbook/xlsx/xlsx_sheet.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <utility>

namespace preflag {

namespace {

/// Each sheet is open until its workbook is read; more would be out of all proportion.
constexpr std::size_t most_sheets = 200;

void require_no_twins(const ZipFile& zip) {
    std::set<std::string> names;
    for (const ZipFile::Member& member : zip.members()) {
        if (!names.insert(ascii_lower(member.name)).second)
            fail_unpacking(zip.name(), "zip", "it holds two files named " + printable(member.name));
        if (member.is_encrypted)
            throw InputError(
                fmt::format("{}: is encrypted; open it, save it without a password, and "
                            "screen that",
                            zip.name()));
    }
}

/// The sheet, or a source that throws what went wrong with it.
std::unique_ptr<ByteSource> opened(const std::function<std::unique_ptr<ByteSource>()>& open) {
    try {
        return open();
    } catch (const InputError& error) {
        return failing_source(error.what());
    }
}

template <class Sheets>
void require_some_sheets(const Sheets& sheets, const std::string& name) {
    if (sheets.empty())
        throw InputError(fmt::format(
            "{}: the workbook has no sheet with cells; there is nothing to screen", name));
    if (sheets.size() > most_sheets)
        throw InputError(fmt::format("{}: the workbook has more than {} sheets; part it and screen "
                                     "the parts",
                                     name, most_sheets));
}

/// Whether a report of this program has a sheet of this name ("Findings", "Findings 2") that holds
/// no lines of its own. Lines stand in "Flagged".
bool repeats_findings(std::string_view name) {
    constexpr std::array<std::string_view, 6> names{"Findings",    "Not assessable", "Rejected",
                                                    "Near misses", "Summary",        "Laws"};
    return std::any_of(names.begin(), names.end(), [&](std::string_view known) {
        return name.starts_with(known) &&
               (name.size() == known.size() ||
                (name[known.size()] == ' ' && all_digits(name.substr(known.size() + 1))));
    });
}

std::vector<OpenedSheet> open_xlsx(std::shared_ptr<const ZipFile> zip) {
    const auto book = read_xlsx_workbook(std::move(zip));
    require_some_sheets(book->sheets, book->package.name());
    std::vector<OpenedSheet> opened_sheets;
    for (const XlsxWorkbook::Sheet& sheet : book->sheets) {
        auto notes = std::make_shared<SheetNotes>();
        notes->workbook = book->package.name();
        notes->format = "xlsx";
        notes->is_hidden = sheet.is_hidden;
        notes->is_of_report = book->is_report && repeats_findings(sheet.name);
        const std::string name = fmt::format("{}!{}", book->package.name(), printable(sheet.name));
        auto content = opened([&] {
            auto merged = xlsx_merged_cells(book->package, sheet.part, name);
            return std::make_unique<SheetSource>(
                book->package.open(sheet.part), name,
                SheetRows(name, notes, MergedCells(std::move(merged))),
                [book](SheetRows& rows, std::function<void()> pause) {
                    return std::make_unique<XlsxSheet>(book, rows, std::move(pause));
                });
        });
        opened_sheets.push_back({name, std::move(content), std::move(notes)});
    }
    return opened_sheets;
}

std::vector<OpenedSheet> open_ods(const std::shared_ptr<const ZipFile>& zip) {
    const OdsWorkbook book = read_ods_workbook(*zip);
    require_some_sheets(book.sheets, zip->name());
    std::vector<OpenedSheet> opened_sheets;
    for (std::size_t number = 0; number < book.sheets.size(); ++number) {
        const OdsWorkbook::Sheet& sheet = book.sheets[number];
        auto notes = std::make_shared<SheetNotes>();
        notes->workbook = zip->name();
        notes->format = "ods";
        notes->is_hidden = sheet.is_hidden;
        notes->is_of_report = book.is_report && repeats_findings(sheet.name);
        const std::string name = fmt::format("{}!{}", zip->name(), printable(sheet.name));
        auto content = opened([&] { return open_ods_sheet(*zip, number, name, notes); });
        opened_sheets.push_back({name, std::move(content), std::move(notes)});
    }
    return opened_sheets;
}

bool holds_utf16(std::string_view bytes, std::string_view name) {
    std::string wanted;
    for (const char sign : name) {
        wanted += sign;
        wanted += '\0';
    }
    return bytes.find(wanted) != std::string_view::npos;
}

} // namespace

bool is_office_document(const ZipFile& zip) {
    return zip.find("[Content_Types].xml") != nullptr || zip.find("content.xml") != nullptr;
}

std::vector<OpenedSheet> open_sheets(std::shared_ptr<const ZipFile> zip) {
    require_no_twins(*zip);
    return zip->find("[Content_Types].xml") == nullptr ? open_ods(zip) : open_xlsx(std::move(zip));
}

std::string old_office_fault(const SeekableFile& file) {
    constexpr std::size_t searched = std::size_t{64} << 20;
    std::string bytes(std::min<std::uint64_t>(file.size(), searched), '\0');
    std::size_t count = 0;
    while (count < bytes.size()) {
        const std::size_t got = file.read_at(count, bytes.data() + count, bytes.size() - count);
        if (got == 0)
            break;
        count += got;
    }
    bytes.resize(count);
    if (!bytes.starts_with("\xD0\xCF\x11\xE0"))
        return {};
    if (holds_utf16(bytes, "EncryptedPackage"))
        return fmt::format("{}: is a workbook that is encrypted; open it, save it without a "
                           "password, and screen that",
                           file.name());
    if (holds_utf16(bytes, "Workbook") || holds_utf16(bytes, "Book"))
        return fmt::format("{}: is a workbook of Excel 97 to 2003 (.xls); save it as .xlsx or CSV "
                           "(UTF-8) and screen that",
                           file.name());
    return fmt::format(
        "{}: is an old office document, not a manifest; save its table as .xlsx or CSV "
        "(UTF-8) and screen that",
        file.name());
}

} // namespace preflag

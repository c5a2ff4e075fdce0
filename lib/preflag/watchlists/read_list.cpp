#include <preflag/base/csv_rows.h>
#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/watchlists/formats/list_formats.h>
#include <preflag/watchlists/read_list.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace preflag {

namespace {

using ReadFunction = ListContents (*)(const WatchlistFile&);

[[noreturn]] void fail(const WatchlistFile& file, std::string_view what) {
    throw InputError(fmt::format("the watchlist {} {}", file.path, what));
}

/// A text near the beginning of a file that only this format has.
struct TextMark {
    std::string_view text;
    ReadFunction read = nullptr;
};

constexpr std::array xml_marks{TextMark{"<sdnList", read_ofac_xml},
                               TextMark{"<sanctionsData", read_ofac_enhanced_xml},
                               TextMark{"<CONSOLIDATED_LIST", read_un_xml},
                               TextMark{"<export", read_eu_xml},
                               TextMark{"<Designations", read_uk_sanctions_xml},
                               TextMark{"<ArrayOfFinancialSanctionsTarget", read_uk_ofsi_xml},
                               TextMark{"<data-set", read_canada_xml},
                               TextMark{"<swiss-sanctions-list", read_swiss_xml},
                               TextMark{"<acount-list", read_ukraine_xml},
                               TextMark{"<Sanctions ", read_ofac_advanced_xml},
                               TextMark{"<Sanctions>", read_ofac_advanced_xml}};
/// Of documents, and of the first line of JSON lines.
constexpr std::array json_document_marks{TextMark{"\"PublicationDetail\"", read_france_json},
                                         TextMark{"\"sid\"", read_ukraine_json}};
constexpr std::array json_marks{TextMark{"\"schema\"", read_follow_the_money},
                                TextMark{"\"RECORD_ID\"", read_senzing}};

/// Columns that only this format has; `is_below_date`: with a line for its date above the headers.
struct ColumnMark {
    std::string_view first, second;
    ReadFunction read = nullptr;
    bool is_below_date = false;
};

constexpr std::array column_marks{
    ColumnMark{"Entity_LogicalId", {}, read_eu_csv},
    ColumnMark{"Naal_wholename", {}, read_eu_csv},
    ColumnMark{"source", "alt_names", read_screening_list_csv},
    ColumnMark{"schema", "aliases", read_open_sanctions_csv},
    ColumnMark{"Name of Individual or Entity", "Reference", read_australia_csv},
    ColumnMark{"Name", "FR_Citation", read_denied_persons},
    ColumnMark{"Group ID", {}, read_uk_ofsi_csv, true},
    ColumnMark{"Unique ID", {}, read_uk_sanctions_csv, true},
    ColumnMark{"Group ID", "Name 6", read_uk_ofsi_csv},
    ColumnMark{"Unique ID", "Name 6", read_uk_sanctions_csv}};

template <std::size_t Count>
ReadFunction reader_of(const std::array<TextMark, Count>& marks, std::string_view text) {
    for (const TextMark& mark : marks)
        if (text.find(mark.text) != std::string_view::npos)
            return mark.read;
    return nullptr;
}

ReadFunction reader_of(const CsvHeader& header, bool is_below_date) {
    for (const ColumnMark& mark : column_marks)
        if (mark.is_below_date == is_below_date && header.has(mark.first) &&
            (mark.second.empty() || header.has(mark.second)))
            return mark.read;
    return nullptr;
}

std::string_view beginning_of(const WatchlistFile& file) {
    constexpr std::size_t beginning = 4096;
    return std::string_view(file.text).substr(0, beginning);
}

ReadFunction xml_reader(const WatchlistFile& file) {
    if (const ReadFunction read = reader_of(xml_marks, beginning_of(file)))
        return read;
    fail(file, "is XML of an unknown kind; known are OFAC's sdn.xml, sdn_advanced.xml and "
               "sdn_enhanced.xml, the UN consolidated list, the EU's xmlFullSanctionsList, the UK "
               "sanctions list, OFSI's ConList, and the lists of Canada, Switzerland and Ukraine");
}

ReadFunction json_reader(const WatchlistFile& file) {
    if (const ReadFunction read = reader_of(json_document_marks, beginning_of(file)))
        return read;
    const std::string_view line = std::string_view(file.text).substr(0, file.text.find('\n'));
    const ReadFunction read = reader_of(json_marks, line);
    return read != nullptr ? read : read_screening_list_json;
}

/// OFAC's files have no header: a number, quoted names, and -0- for what is unknown.
ReadFunction ofac_reader(const WatchlistFile& file, const CsvRow& first) {
    constexpr std::size_t primary_columns = 12;
    if (first.cells.size() == primary_columns)
        return read_ofac_csv;
    fail(file, "is one of OFAC's side files; name the main file (sdn.csv or cons_prim.csv), the "
               "others are read with it");
}

/// The line above the headers: "Last Updated,13/04/2018", with or without empty cells behind it, or
/// "Report Date: 13-Feb-2026".
bool is_uk_date(const CsvRow& row) {
    const std::string cell = ascii_lower(row.cell(0));
    return cell.starts_with("last updated") || cell.starts_with("report date");
}

/// OFAC parts its cells with an at sign, too.
char list_delimiter(const WatchlistFile& file) {
    return file.text.find("@-0-") != std::string::npos ? '@' : guess_delimiter(file.text);
}

ReadFunction csv_reader(const WatchlistFile& file) {
    CsvRows rows(file.text, list_delimiter(file));
    const auto first = rows.next();
    if (!first)
        fail(file, "is empty");
    const bool starts_with_number =
        first->cell(0).find_first_not_of("0123456789") == std::string_view::npos;
    if (starts_with_number && file.text.find("-0-") != std::string::npos)
        return ofac_reader(file, *first);
    if (const auto second = rows.next(); second && is_uk_date(*first))
        if (const ReadFunction read = reader_of(CsvHeader(*second), true))
            return read;
    if (const ReadFunction read = reader_of(CsvHeader(*first), false))
        return read;
    return is_japan_csv(file) ? read_japan_csv : read_own_csv;
}

/// One name a line has no columns: a text whose lines have the same number of tabs, bars or
/// semicolons is a table under another name.
bool is_table(std::string_view text) {
    constexpr std::size_t looked_at = 20;
    constexpr std::size_t least = 2;
    const char delimiter = guess_delimiter(text);
    if (delimiter == ',')
        return false; // "Family, given"
    std::size_t lines = 0;
    std::size_t alike = 0;
    std::ptrdiff_t first = 0;
    while (!text.empty() && lines < looked_at) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        const auto count = std::count(line.begin(), line.end(), delimiter);
        if (lines++ == 0)
            first = count;
        alike += count == first && first > 0 ? 1 : 0;
    }
    return alike >= least && 10 * alike >= 9 * lines;
}

/// OFAC's sdnlist.txt and its like: prose, with an entry over several lines.
bool is_prose(std::string_view text) {
    std::size_t entries = 0;
    for (const std::string_view mark : {"(a.k.a.", " [SDGT]", "; DOB ", " (individual) ["}) {
        const auto at = text.find(mark);
        entries += at != std::string_view::npos ? 1 : 0;
    }
    constexpr std::size_t least = 2;
    return entries >= least;
}

ReadFunction text_reader(const WatchlistFile& file) {
    const bool has_numbers = file.text.find("-0-") != std::string::npos;
    if (has_numbers || is_table(file.text))
        return csv_reader(file);
    if (is_prose(file.text))
        fail(file, "is a text for reading, with an entry over several lines; use the publisher's "
                   "csv or xml file");
    return read_own_text;
}

ReadFunction reader_of(const WatchlistFile& file) {
    const std::string extension =
        ascii_lower(std::filesystem::path(file.path).extension().string());
    const char first = trim(file.text).front();
    if (first == '<')
        return xml_reader(file);
    if (extension == ".yaml" || extension == ".yml")
        return read_own_yaml;
    if (first == '{' || first == '[')
        return json_reader(file);
    if (extension == ".txt")
        return text_reader(file);
    return csv_reader(file);
}

} // namespace

ListContents read_list(const std::string& path) {
    const WatchlistFile file = load_watchlist_file(path);
    ListContents contents = reader_of(file)(file);
    if (contents.entries.empty()) {
        std::string message =
            fmt::format("the watchlist {} ({}) has no entry", path, contents.format);
        if (!contents.rejected.empty())
            message += ":\n" + to_string(contents.rejected.front());
        throw InputError(message);
    }
    return contents;
}

} // namespace preflag

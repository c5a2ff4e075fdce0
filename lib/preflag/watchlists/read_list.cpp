#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/watchlists/formats/list_builder.h>
#include <preflag/watchlists/read_list.h>

#include <fmt/format.h>

#include <filesystem>

namespace preflag {

namespace {

using ReadFunction = ListContents (*)(const WatchlistFile&);

[[noreturn]] void fail(const WatchlistFile& file, std::string_view what) {
    throw InputError(fmt::format("the watchlist {} {}", file.path, what));
}

ReadFunction xml_reader(const WatchlistFile& file) {
    constexpr std::size_t beginning = 4096;
    const std::string_view start = std::string_view(file.text).substr(0, beginning);
    if (start.find("<sdnList") != std::string_view::npos)
        return read_ofac_xml;
    if (start.find("<CONSOLIDATED_LIST") != std::string_view::npos)
        return read_un_xml;
    if (start.find("<export") != std::string_view::npos)
        return read_eu_xml;
    if (start.find("<Designations") != std::string_view::npos)
        return read_uk_sanctions_xml;
    fail(file, "is XML of an unknown kind; known are OFAC's sdn.xml, the UN consolidated list, "
               "the EU's xmlFullSanctionsList and the UK sanctions list (OFAC's advanced format is "
               "not read)");
}

ReadFunction json_reader(const WatchlistFile& file) {
    const std::string_view line = std::string_view(file.text).substr(0, file.text.find('\n'));
    if (line.find("\"schema\"") != std::string_view::npos)
        return read_follow_the_money;
    return read_screening_list_json;
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

ReadFunction csv_reader(const WatchlistFile& file) {
    CsvRows rows(file.text, guess_delimiter(file.text));
    const auto first = rows.next();
    if (!first)
        fail(file, "is empty");
    const bool starts_with_number =
        first->cell(0).find_first_not_of("0123456789") == std::string_view::npos;
    if (starts_with_number && file.text.find("-0-") != std::string::npos)
        return ofac_reader(file, *first);
    CsvHeader header(*first);
    if (header.has("Entity_LogicalId") || header.has("Naal_wholename"))
        return read_eu_csv;
    if (header.has("source") && header.has("alt_names"))
        return read_screening_list_csv;
    if (header.has("schema") && header.has("aliases"))
        return read_open_sanctions_csv;
    if (const auto second = rows.next(); second && is_uk_date(*first)) {
        const CsvHeader below(*second);
        if (below.has("Group ID"))
            return read_uk_ofsi_csv;
        if (below.has("Unique ID"))
            return read_uk_sanctions_csv;
    }
    if (header.has("Group ID") && header.has("Name 6"))
        return read_uk_ofsi_csv;
    if (header.has("Unique ID") && header.has("Name 6"))
        return read_uk_sanctions_csv;
    return read_own_csv;
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
        return read_own_text;
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

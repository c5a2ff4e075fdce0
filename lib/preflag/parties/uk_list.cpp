#include <preflag/base/text.h>
#include <preflag/parties/list_builder.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

EntryKind kind_of(std::string_view type) {
    const std::string kind = ascii_lower(type);
    if (kind == "individual")
        return EntryKind::person;
    if (kind == "entity")
        return EntryKind::organisation;
    return kind == "ship" ? EntryKind::vessel : EntryKind::unknown;
}

/// Which columns of the two lists say the same.
struct UkColumns {
    std::initializer_list<std::string_view> id, kind, name_type, quality, regime, birth_date,
        nationality, country, numbers;
};

const UkColumns ofsi{
    {"Group ID"},
    {"Group Type"},
    {"Alias Type"},
    {"Alias Quality"},
    {"Regime"},
    {"DOB"},
    {"Nationality"},
    {"Country"},
    {"Passport Number", "Passport Details", "National Identification Number", "NI Number"}};
const UkColumns sanctions_list{{"Unique ID"},
                               {"Designation Type", "Individual, Entity, Ship"},
                               {"Name type"},
                               {"Alias strength"},
                               {"Regime Name"},
                               {"D.O.B"},
                               {"Nationality(/ies)"},
                               {"Address Country"},
                               {"Passport number", "National Identifier number",
                                "Business registration number (s)", "IMO number"}};

NameQuality quality_of(const CsvHeader& header, const CsvRow& row, const UkColumns& columns) {
    const std::string type = ascii_lower(header.value(row, columns.name_type));
    const std::string quality = ascii_lower(header.value(row, columns.quality));
    if (quality.starts_with("low"))
        return NameQuality::weak_alias;
    return type == "primary name" || type == "prime alias" || type.empty() ? NameQuality::primary
                                                                           : NameQuality::alias;
}

/// "(1) Iraq (2) Jordan" or "1) Iraq 2) Jordan" -> both.
void add_numbered(std::vector<std::string>& values, std::string_view cell) {
    std::string text(cell);
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const bool is_open = text[i] == '(';
        const std::size_t digit = is_open ? i + 1 : i;
        const bool is_first = i == 0 || is_ascii_space(text[i - 1]) || text[i - 1] == ';';
        if (is_first && is_ascii_digit(text[digit]) && digit + 1 < text.size() &&
            text[digit + 1] == ')')
            text.replace(i, digit + 2 - i, ";");
    }
    add_values(values, text, ';');
}

/// Whether a word alone is a number: "5045023416", but not "13/07/1996".
bool is_number(std::string_view word) {
    constexpr std::ptrdiff_t least_digits = 6;
    constexpr std::ptrdiff_t slashes_of_date = 2;
    return std::count_if(word.begin(), word.end(), is_ascii_digit) >= least_digits &&
           std::count(word.begin(), word.end(), '/') != slashes_of_date;
}

/// "OGRN: 1247700291200" -> itself and the number in it.
void add_number(std::vector<std::string>& numbers, std::string_view text) {
    add_value(numbers, text);
    std::vector<std::string> words;
    add_values(words, text, ' ');
    for (std::string_view word : words) {
        while (word.ends_with(',') || word.ends_with('.'))
            word.remove_suffix(1);
        if (is_number(word))
            add_value(numbers, word);
    }
}

/// Each number of a cell that holds several, in lines, behind bars, or numbered.
void add_numbers(std::vector<std::string>& numbers, std::string_view cell) {
    std::string text(cell);
    for (char& c : text)
        if (c == '\n' || c == '\r' || c == '|')
            c = ';';
    std::vector<std::string> parts;
    add_numbered(parts, text);
    for (const std::string& part : parts)
        add_number(numbers, part);
}

std::string address_of(const CsvHeader& header, const CsvRow& row) {
    return joined({header.value(row, {"Address 1", "Address Line 1"}),
                   header.value(row, {"Address 2", "Address Line 2"}),
                   header.value(row, {"Address 3", "Address Line 3"}),
                   header.value(row, {"Address 4", "Address Line 4"}),
                   header.value(row, {"Address 5", "Address Line 5"}),
                   header.value(row, {"Address 6", "Address Line 6"}),
                   header.value(row, {"Post/Zip Code", "Address Postal Code"})},
                  ", ");
}

/// Each row is one name of an entry, with the entry's other facts repeated.
void read_row(ListBuilder& builder, const CsvHeader& header, const UkColumns& columns,
              const CsvRow& row) {
    const std::string_view id = header.value(row, columns.id);
    if (id.empty())
        return builder.reject(row, "no entry number");
    ListEntry& entry = builder.entry(id, row.position);
    if (entry.kind == EntryKind::unknown)
        entry.kind = kind_of(header.value(row, columns.kind));
    const std::string name = joined({header.value(row, {"Name 1"}), header.value(row, {"Name 2"}),
                                     header.value(row, {"Name 3"}), header.value(row, {"Name 4"}),
                                     header.value(row, {"Name 5"}), header.value(row, {"Name 6"})},
                                    " ");
    const std::string_view script = header.value(row, {"Name non-latin script"});
    add_name(entry, name, quality_of(header, row, columns));
    add_name(entry, script, NameQuality::alias);
    add_value(entry.programmes, header.value(row, columns.regime));
    add_value(entry.addresses, address_of(header, row));
    add_numbered(entry.birth_dates, header.value(row, columns.birth_date));
    add_numbered(entry.countries, header.value(row, columns.nationality));
    add_numbered(entry.countries, header.value(row, columns.country));
    for (const std::string_view column : columns.numbers)
        add_numbers(entry.identifiers, header.value(row, {column}));
}

/// "Last Updated,03/06/2026", with empty cells behind it or not, or "Report Date: 13-Feb-2026".
std::optional<Date> report_date(const CsvRow& row) {
    std::string_view text = row.cell(row.cells.size() > 1 && !row.cell(1).empty() ? 1 : 0);
    if (const auto colon = text.find(':'); colon != std::string_view::npos)
        text = trim(text.substr(colon + 1));
    if (text.size() == 10 && text[2] == '/')
        return parse_iso_date(
            fmt::format("{}-{}-{}", text.substr(6), text.substr(3, 2), text.substr(0, 2)));
    return parse_manifest_date(text);
}

ListContents read_uk(const WatchlistFile& file, ListBuilder builder, const UkColumns& columns) {
    CsvRows rows(file.text, ',');
    auto row = rows.next();
    if (!CsvHeader(*row).has("Name 6")) {
        builder.date(report_date(*row));
        row = rows.next();
    }
    const CsvHeader header = row ? CsvHeader(*row) : CsvHeader();
    while ((row = rows.next())) {
        if (builder.accepts(*row, header))
            read_row(builder, header, columns, *row);
    }
    return builder.finish();
}

} // namespace

ListContents read_uk_ofsi_csv(const WatchlistFile& file) {
    return read_uk(file, ListBuilder("uk-ofsi", "UK OFSI consolidated csv", file), ofsi);
}

ListContents read_uk_sanctions_csv(const WatchlistFile& file) {
    return read_uk(file, ListBuilder("uk-sanctions-list", "UK sanctions list csv", file),
                   sanctions_list);
}

} // namespace preflag

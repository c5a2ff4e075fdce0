#include <preflag/base/text.h>
#include <preflag/watchlists/formats/list_builder.h>
#include <preflag/watchlists/formats/list_formats.h>
#include <preflag/watchlists/formats/uk_values.h>

namespace preflag {

namespace {

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
void read_uk_row(ListBuilder& builder, const CsvHeader& header, const UkColumns& columns,
                 const CsvRow& row) {
    const std::string_view id = header.value(row, columns.id);
    if (id.empty())
        return builder.reject(row, "no entry number");
    ListEntry& entry = builder.entry(id, row.position);
    if (entry.kind == EntryKind::unknown)
        entry.kind = uk_kind(header.value(row, columns.kind));
    const std::string name = joined({header.value(row, {"Name 1"}), header.value(row, {"Name 2"}),
                                     header.value(row, {"Name 3"}), header.value(row, {"Name 4"}),
                                     header.value(row, {"Name 5"}), header.value(row, {"Name 6"})},
                                    " ");
    const std::string_view script = header.value(row, {"Name non-latin script"});
    add_name(entry, name,
             uk_quality(header.value(row, columns.name_type), header.value(row, columns.quality)));
    add_name(entry, script, NameQuality::alias);
    add_value(entry.programmes, header.value(row, columns.regime));
    add_value(entry.addresses, address_of(header, row));
    add_uk_values(entry.birth_dates, header.value(row, columns.birth_date));
    add_uk_values(entry.countries, header.value(row, columns.nationality));
    add_uk_values(entry.countries, header.value(row, columns.country));
    for (const std::string_view column : columns.numbers)
        add_uk_numbers(entry.identifiers, header.value(row, {column}));
}

/// "Last Updated,03/06/2026", with empty cells behind it or not, or "Report Date: 13-Feb-2026".
std::optional<Date> report_date(const CsvRow& row) {
    std::string_view text = row.cell(row.cells.size() > 1 && !row.cell(1).empty() ? 1 : 0);
    if (const auto colon = text.find(':'); colon != std::string_view::npos)
        text = trim(text.substr(colon + 1));
    return uk_date(text);
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
            read_uk_row(builder, header, columns, *row);
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

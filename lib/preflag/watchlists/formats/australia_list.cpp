#include <preflag/base/text.h>
#include <preflag/watchlists/formats/list_builder.h>
#include <preflag/watchlists/formats/list_formats.h>

namespace preflag {

namespace {

EntryKind australian_kind(std::string_view type) {
    const std::string kind = ascii_lower(type);
    if (kind == "individual")
        return EntryKind::person;
    if (kind == "vessel" || kind == "ship")
        return EntryKind::vessel;
    return kind == "entity" ? EntryKind::organisation : EntryKind::unknown;
}

/// "2a" is another name of entry 2.
std::string_view entry_number(std::string_view reference) {
    while (!reference.empty() && !is_ascii_digit(reference.back()))
        reference.remove_suffix(1);
    return reference;
}

NameQuality australian_quality(std::string_view type, std::string_view strength) {
    if (ascii_lower(type).starts_with("primary"))
        return NameQuality::primary;
    return ascii_lower(strength) == "weak" ? NameQuality::weak_alias : NameQuality::alias;
}

void read_australian_row(ListBuilder& builder, const CsvHeader& header, const CsvRow& row) {
    const std::string_view id = entry_number(header.value(row, {"Reference"}));
    const std::string_view name = header.value(row, {"Name of Individual or Entity"});
    if (id.empty() || name.empty())
        return builder.reject(row, id.empty() ? "no reference" : "no name");
    ListEntry& entry = builder.entry(id, row.position);
    if (entry.kind == EntryKind::unknown)
        entry.kind = australian_kind(header.value(row, {"Type"}));
    const std::string_view type = header.value(row, {"Name Type"});
    const bool is_first = type.empty() && entry.names.empty();
    add_name_in_reading_order(
        entry, name,
        is_first ? NameQuality::primary
                 : australian_quality(type, header.value(row, {"Alias Strength"})));
    add_value(entry.birth_dates, header.value(row, {"Date of Birth"}));
    add_values(entry.countries, header.value(row, {"Citizenship"}), ';');
    add_value(entry.addresses, header.value(row, {"Address"}));
    add_value(entry.programmes, header.value(row, {"Committees"}));
    add_value(entry.identifiers, header.value(row, {"IMO Number"}));
}

} // namespace

ListContents read_australia_csv(const WatchlistFile& file) {
    ListBuilder builder("au-dfat", "Australia DFAT csv", file);
    CsvRows rows(file.text, guess_delimiter(file.text));
    const auto first = rows.next();
    const CsvHeader header(*first);
    while (const auto row = rows.next()) {
        if (builder.accepts(*row, header))
            read_australian_row(builder, header, *row);
    }
    return builder.finish();
}

} // namespace preflag

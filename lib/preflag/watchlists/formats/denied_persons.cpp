#include <preflag/watchlists/formats/list_builder.h>
#include <preflag/watchlists/formats/list_formats.h>

#include <fmt/format.h>

namespace preflag {

namespace {

/// A person stands once for each address and order.
void read_denied_row(ListBuilder& builder, const CsvHeader& header, const CsvRow& row) {
    const std::string_view name = header.value(row, {"Name"});
    if (name.empty())
        return builder.reject(row, "no name");
    ListEntry& entry = builder.entry(name, row.position);
    if (entry.names.empty())
        entry.id = fmt::format("line-{}", row.position.line);
    add_name(entry, name, NameQuality::primary);
    add_value(entry.addresses,
              joined({header.value(row, {"Street_Address"}), header.value(row, {"City"}),
                      header.value(row, {"State"}), header.value(row, {"Postal_Code"})},
                     ", "));
    add_value(entry.countries, header.value(row, {"Country"}));
    add_value(entry.programmes, header.value(row, {"FR_Citation"}));
}

} // namespace

ListContents read_denied_persons(const WatchlistFile& file) {
    ListBuilder builder("us-bis-dpl", "US Denied Persons List", file);
    CsvRows rows(file.text, guess_delimiter(file.text));
    const auto first = rows.next();
    const CsvHeader header(*first);
    while (const auto row = rows.next()) {
        if (builder.accepts(*row, header))
            read_denied_row(builder, header, *row);
    }
    return builder.finish();
}

} // namespace preflag

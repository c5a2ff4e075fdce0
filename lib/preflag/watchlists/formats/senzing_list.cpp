#include <preflag/base/document/document.h>
#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/watchlists/formats/list_builder.h>
#include <preflag/watchlists/formats/list_formats.h>

namespace preflag {

namespace {

EntryKind senzing_kind(std::string_view type) {
    const std::string kind = ascii_lower(type);
    if (kind == "person")
        return EntryKind::person;
    if (kind == "vessel")
        return EntryKind::vessel;
    if (kind == "aircraft")
        return EntryKind::aircraft;
    return kind == "organization" ? EntryKind::organisation : EntryKind::unknown;
}

bool is_identifier(std::string_view key) {
    return key.ends_with("_NUMBER") && !key.starts_with("PHONE") && !key.starts_with("ADDR");
}

/// A name, an address, a date or a number, as the keys say.
void read_senzing_feature(ListEntry& entry, const DocumentNode& feature) {
    std::string name(text_of(feature, "NAME_FULL"));
    if (name.empty())
        name = text_of(feature, "NAME_ORG");
    if (name.empty())
        name = joined({text_of(feature, "NAME_FIRST"), text_of(feature, "NAME_MIDDLE"),
                       text_of(feature, "NAME_LAST")},
                      " ");
    const bool is_primary = text_of(feature, "NAME_TYPE") == "PRIMARY" || entry.names.empty();
    add_name(entry, name, is_primary ? NameQuality::primary : NameQuality::alias);
    add_value(entry.addresses, text_of(feature, "ADDR_FULL"));
    add_value(entry.birth_dates, text_of(feature, "DATE_OF_BIRTH"));
    for (const std::string_view key : {"NATIONALITY", "CITIZENSHIP", "COUNTRY_OF_ASSOCIATION",
                                       "REGISTRATION_COUNTRY", "ADDR_COUNTRY"})
        add_value(entry.countries, text_of(feature, key));
    for (const DocumentEntry& item : feature.entries())
        if (item.value.is_scalar() && is_identifier(item.key))
            add_value(entry.identifiers, item.value.text());
    add_value(entry.programmes, text_of(feature, "TOPIC"));
}

void read_senzing_record(ListBuilder& builder, const DocumentNode& record, Position position,
                         std::string_view line) {
    const std::string_view id = text_of(record, "RECORD_ID");
    if (id.empty())
        return builder.reject(position, "no RECORD_ID", line);
    ListEntry& entry = builder.entry(id, position);
    entry.kind = senzing_kind(text_of(record, "RECORD_TYPE"));
    add_value(entry.programmes, text_of(record, "DATA_SOURCE"));
    read_senzing_feature(entry, record);
    for (const DocumentEntry& item : record.entries())
        if (item.value.is_list())
            for (const DocumentNode& feature : item.value.items())
                if (feature.is_map())
                    read_senzing_feature(entry, feature);
    builder.date(day_of(text_of(record, "LAST_CHANGE")));
}

} // namespace

ListContents read_senzing(const WatchlistFile& file) {
    ListBuilder builder("opensanctions", "Senzing JSON lines", file);
    std::string_view rest = file.text;
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = trim(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.empty())
            continue;
        const Position position{number, 1};
        try {
            const Document document = read_json(std::string(line), file.path);
            read_senzing_record(builder, document.root, position, line);
        } catch (const MalformedFile& error) {
            builder.reject(position, error.diagnostics().front().message, line);
        }
    }
    return builder.finish();
}

} // namespace preflag

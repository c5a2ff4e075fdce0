#include <preflag/base/document.h>
#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/parties/list_builder.h>

#include <algorithm>
#include <array>

namespace preflag {

namespace {

constexpr std::string_view list_id = "opensanctions";

EntryKind kind_of(std::string_view schema) {
    if (schema == "Person")
        return EntryKind::person;
    if (schema == "Vessel")
        return EntryKind::vessel;
    if (schema == "Airplane")
        return EntryKind::aircraft;
    return schema == "LegalEntity" ? EntryKind::unknown : EntryKind::organisation;
}

/// The schemata of the FollowTheMoney model whose entities are parties or craft.
bool is_party(std::string_view schema) {
    constexpr std::array<std::string_view, 8> parties{"Person",      "Organization", "Company",
                                                      "LegalEntity", "PublicBody",   "Vessel",
                                                      "Airplane",    "Vehicle"};
    return std::find(parties.begin(), parties.end(), schema) != parties.end();
}

void read_row(ListBuilder& builder, const CsvHeader& header, const CsvRow& row) {
    const std::string_view id = header.value(row, {"id"});
    const std::string_view name = header.value(row, {"name"});
    if (id.empty() || name.empty())
        return builder.reject(row, id.empty() ? "no id" : "no name");
    ListEntry& entry = builder.entry(id, row.position);
    entry.kind = kind_of(header.value(row, {"schema"}));
    add_name(entry, name, NameQuality::primary);
    std::vector<std::string> aliases;
    add_values(aliases, header.value(row, {"aliases"}), ';');
    for (const std::string& alias : aliases)
        add_name(entry, alias, NameQuality::alias);
    add_values(entry.birth_dates, header.value(row, {"birth_date"}), ';');
    add_values(entry.countries, header.value(row, {"countries"}), ';');
    add_values(entry.addresses, header.value(row, {"addresses"}), ';');
    add_values(entry.identifiers, header.value(row, {"identifiers"}), ';');
    add_values(entry.programmes, header.value(row, {"program_ids", "dataset"}), ';');
    builder.date(day_of(header.value(row, {"last_seen"})));
}

template <class Use>
void each(const DocumentNode& properties, std::initializer_list<std::string_view> keys, Use use) {
    for (const std::string_view key : keys)
        if (const DocumentNode* values = properties.find(key))
            for (const DocumentNode& value : values->items())
                use(value.text());
}

void add_properties(std::vector<std::string>& values, const DocumentNode& properties,
                    std::initializer_list<std::string_view> keys) {
    each(properties, keys, [&](const std::string& text) { add_value(values, text); });
}

void read_properties(ListEntry& entry, const DocumentNode& properties) {
    each(properties, {"name", "alias", "previousName"}, [&](const std::string& text) {
        add_name(entry, text, entry.names.empty() ? NameQuality::primary : NameQuality::alias);
    });
    each(properties, {"weakAlias", "abbreviation"},
         [&](const std::string& text) { add_name(entry, text, NameQuality::weak_alias); });
    add_properties(entry.countries, properties,
                   {"country", "nationality", "citizenship", "jurisdiction"});
    add_properties(entry.birth_dates, properties, {"birthDate"});
    add_properties(entry.addresses, properties, {"address"});
    add_properties(entry.identifiers, properties,
                   {"idNumber", "passportNumber", "registrationNumber", "taxNumber", "vatCode",
                    "innCode", "ogrnCode", "leiCode", "imoNumber", "swiftBic", "dunsCode"});
    add_properties(entry.programmes, properties, {"programId", "program"});
}

void read_entity(ListBuilder& builder, const DocumentNode& root, Position position,
                 std::string_view line) {
    const std::string_view id = text_of(root, "id");
    const std::string_view schema = text_of(root, "schema");
    if (id.empty() || schema.empty())
        return builder.reject(position, "no id or no schema", line);
    // What no source lists stands there for its links to entities that are listed.
    if (!is_party(schema) || text_of(root, "target") == "false")
        return builder.pass_over();
    ListEntry& entry = builder.entry(id, position);
    entry.kind = kind_of(schema);
    add_name(entry, text_of(root, "caption"), NameQuality::primary);
    const DocumentNode* properties = root.find("properties");
    if (properties != nullptr && properties->is_map())
        read_properties(entry, *properties);
    if (entry.programmes.empty() && root.find("datasets") != nullptr)
        for (const DocumentNode& dataset : root.find("datasets")->items())
            add_value(entry.programmes, dataset.text());
    builder.date(day_of(text_of(root, "last_seen")));
}

} // namespace

ListContents read_open_sanctions_csv(const WatchlistFile& file) {
    ListBuilder builder(std::string(list_id), "OpenSanctions targets.simple.csv", file);
    CsvRows rows(file.text, ',');
    const auto first = rows.next();
    const CsvHeader header(*first);
    while (const auto row = rows.next()) {
        if (builder.accepts(*row, header))
            read_row(builder, header, *row);
    }
    return builder.finish();
}

ListContents read_follow_the_money(const WatchlistFile& file) {
    ListBuilder builder(std::string(list_id), "FollowTheMoney JSON lines", file);
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
            read_entity(builder, document.root, position, line);
        } catch (const PackError& error) {
            builder.reject(position, error.diagnostics().front().message, line);
        }
    }
    return builder.finish();
}

} // namespace preflag

#include <preflag/base/document/document.h>
#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/watchlists/formats/list_builder.h>
#include <preflag/watchlists/formats/list_formats.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace preflag {

namespace {

constexpr std::string_view open_sanctions_list_id = "opensanctions";

EntryKind open_sanctions_kind(std::string_view schema) {
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

void read_open_sanctions_row(ListBuilder& builder, const CsvHeader& header, const CsvRow& row) {
    const std::string_view id = header.value(row, {"id"});
    const std::string_view name = header.value(row, {"name"});
    if (id.empty() || name.empty())
        return builder.reject(row, id.empty() ? "no id" : "no name");
    ListEntry& entry = builder.entry(id, row.position);
    entry.kind = open_sanctions_kind(header.value(row, {"schema"}));
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

std::string_view first_of(const DocumentNode& properties, std::string_view key) {
    const DocumentNode* values = properties.find(key);
    return values == nullptr || values->items().empty()
               ? std::string_view{}
               : std::string_view(values->items().front().text());
}

/// An address as one line, made of its parts when it is not given as such.
void add_address(ListEntry& entry, const DocumentNode& address) {
    const DocumentNode* properties = address.find("properties");
    if (properties == nullptr)
        return;
    if (first_of(*properties, "full").empty())
        add_value(entry.addresses,
                  joined({first_of(*properties, "street"), first_of(*properties, "postOfficeBox"),
                          first_of(*properties, "city"), first_of(*properties, "state"),
                          first_of(*properties, "region"), first_of(*properties, "postalCode")},
                         ", "));
    add_properties(entry.addresses, *properties, {"full"});
    add_properties(entry.countries, *properties, {"country"});
}

/// Reads entities one by one. Parties name some of their addresses by the id of another entity,
/// which may stand before or behind them: these are read last, and only those that are asked for.
class Entities {
  public:
    /// The builder and the text of all lines must outlive this.
    explicit Entities(ListBuilder& builder) : builder_(builder) {}

    void read(const DocumentNode& root, Position position, std::string_view line);
    void resolve_addresses(const std::string& file);

  private:
    void read_party(const DocumentNode& root, ListEntry& entry);
    void read_address_entities(const DocumentNode& properties, ListEntry& entry);

    ListBuilder& builder_;
    std::unordered_map<std::string, std::vector<std::string>> parties_; ///< by an address's id
    std::vector<std::string_view> addresses_;                           ///< their lines
};

void Entities::read(const DocumentNode& root, Position position, std::string_view line) {
    const std::string_view id = text_of(root, "id");
    const std::string_view schema = text_of(root, "schema");
    if (id.empty() || schema.empty())
        return builder_.reject(position, "no id or no schema", line);
    if (schema == "Address")
        addresses_.push_back(line);
    // What no source lists stands there for its links to entities that are listed.
    if (!is_party(schema) || text_of(root, "target") == "false")
        return builder_.pass_over();
    ListEntry& entry = builder_.entry(id, position);
    entry.kind = open_sanctions_kind(schema);
    read_party(root, entry);
    builder_.date(day_of(text_of(root, "last_seen")));
}

void Entities::read_party(const DocumentNode& root, ListEntry& entry) {
    add_name(entry, text_of(root, "caption"), NameQuality::primary);
    const DocumentNode* properties = root.find("properties");
    if (properties != nullptr && properties->is_map()) {
        read_properties(entry, *properties);
        read_address_entities(*properties, entry);
    }
    if (entry.programmes.empty() && root.find("datasets") != nullptr)
        for (const DocumentNode& dataset : root.find("datasets")->items())
            add_value(entry.programmes, dataset.text());
}

/// Ids, or in nested files the entities themselves.
void Entities::read_address_entities(const DocumentNode& properties, ListEntry& entry) {
    const DocumentNode* values = properties.find("addressEntity");
    if (values == nullptr)
        return;
    for (const DocumentNode& value : values->items()) {
        if (value.is_map())
            add_address(entry, value);
        else
            parties_[value.text()].push_back(entry.id);
    }
}

void Entities::resolve_addresses(const std::string& file) {
    if (parties_.empty())
        return;
    for (const std::string_view line : addresses_) {
        const Document document = read_json(std::string(line), file);
        const auto parties = parties_.find(std::string(text_of(document.root, "id")));
        if (parties == parties_.end())
            continue;
        for (const std::string& party : parties->second)
            add_address(*builder_.find(party), document.root);
    }
}

} // namespace

ListContents read_open_sanctions_csv(const WatchlistFile& file) {
    ListBuilder builder(std::string(open_sanctions_list_id), "OpenSanctions targets.simple.csv",
                        file);
    CsvRows rows(file.text, ',');
    const auto first = rows.next();
    const CsvHeader header(*first);
    while (const auto row = rows.next()) {
        if (builder.accepts(*row, header))
            read_open_sanctions_row(builder, header, *row);
    }
    return builder.finish();
}

ListContents read_follow_the_money(const WatchlistFile& file) {
    ListBuilder builder(std::string(open_sanctions_list_id), "FollowTheMoney JSON lines", file);
    Entities entities(builder);
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
            entities.read(document.root, position, line);
        } catch (const MalformedFile& error) {
            builder.reject(position, error.diagnostics().front().message, line);
        }
    }
    entities.resolve_addresses(file.path);
    return builder.finish();
}

} // namespace preflag

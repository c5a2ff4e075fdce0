#include <preflag/base/document/document.h>
#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/watchlists/formats/list_builder.h>
#include <preflag/watchlists/formats/list_formats.h>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace preflag {

namespace {

constexpr std::string_view screening_list_id = "us-csl";

EntryKind screening_kind(std::string_view type) {
    const std::string kind = ascii_lower(type);
    if (kind == "individual")
        return EntryKind::person;
    if (kind == "entity")
        return EntryKind::organisation;
    if (kind == "vessel")
        return EntryKind::vessel;
    return kind == "aircraft" ? EntryKind::aircraft : EntryKind::unknown;
}

/// Dates and what the sanctions are stand among a party's numbers, too: "Subject to Directive 1,
/// Executive Order 13662 Directive Determination -", "1990, Organization Established Date".
bool is_sanction_or_date(std::string_view text) {
    const std::string lower = ascii_lower(text);
    for (const std::string_view word :
         {"directive", "executive order", "sanctions", "caatsa", "prohibited", " date"})
        if (lower.find(word) != std::string::npos)
            return true;
    return false;
}

/// "US, 80-0890696, Tax ID No." -> the part that holds a number.
void add_identifier(ListEntry& entry, std::string_view text) {
    if (is_sanction_or_date(text))
        return;
    std::vector<std::string> parts;
    add_values(parts, text, ',');
    for (const std::string& part : parts)
        if (part.find_first_of("0123456789") != std::string::npos)
            add_value(entry.identifiers, part);
}

/// The country at the end of "street, city, IR".
void add_address(ListEntry& entry, std::string_view text) {
    add_value(entry.addresses, text);
    const auto comma = text.rfind(',');
    const std::string_view last =
        trim(comma == std::string_view::npos ? text : text.substr(comma + 1));
    if (last.size() == 2)
        add_value(entry.countries, last);
}

/// The source list comes first among the programmes: "Entity List (EL) - Bureau of ...".
void add_programmes(ListEntry& entry, std::string_view source, std::string_view programmes) {
    add_value(entry.programmes, source);
    add_values(entry.programmes, programmes, ';');
}

/// "Alder Works; and any successor, sub-unit, or subsidiary thereof" -> "Alder Works".
std::string_view without_successors(std::string_view name) {
    const std::string lower = ascii_lower(name);
    for (const std::string_view clause : {" and any successor", ", and its sub-units"}) {
        const auto at = lower.find(clause);
        if (at == std::string::npos)
            continue;
        name = name.substr(0, at);
        while (name.ends_with(';') || name.ends_with(','))
            name.remove_suffix(1);
        return name;
    }
    return name;
}

void add_primary_name(ListEntry& entry, std::string_view name) {
    name = without_successors(name);
    add_name_in_reading_order(entry, name, NameQuality::primary);
}

/// "Alder Works; AW; and A. Works"
void add_aliases(ListEntry& entry, std::string_view text) {
    constexpr std::string_view last = "and ";
    std::vector<std::string> aliases;
    add_values(aliases, text, ';');
    for (std::string_view alias : aliases) {
        if (aliases.size() > 1 && alias.starts_with(last))
            alias.remove_prefix(last.size());
        add_name_in_reading_order(entry, alias, NameQuality::alias);
    }
}

class ScreeningCsv {
  public:
    ScreeningCsv(ListBuilder& builder, const CsvHeader& header)
        : builder_(builder), header_(header) {}

    void read(const CsvRow& row) {
        const std::string_view name = header_.value(row, {"name"});
        const std::string_view source = header_.value(row, {"source"});
        if (name.empty() || source.empty())
            return builder_.reject(row, name.empty() ? "no name" : "no source list");
        ListEntry& entry = builder_.entry(id_of(row), row.position);
        entry.kind = screening_kind(header_.value(row, {"type"}));
        add_primary_name(entry, name);
        add_aliases(entry, header_.value(row, {"alt_names"}));
        add_programmes(entry, source, header_.value(row, {"programs"}));
        read_details(entry, row);
    }

  private:
    std::string id_of(const CsvRow& row) {
        const std::string_view id = header_.value(row, {"_id", "entity_number"});
        return id.empty() ? fmt::format("row-{}", row.position.line) : std::string(id);
    }

    void read_details(ListEntry& entry, const CsvRow& row) {
        std::vector<std::string> addresses;
        std::vector<std::string> ids;
        add_values(addresses, header_.value(row, {"addresses"}), ';');
        for (const std::string& address : addresses)
            add_address(entry, address);
        add_values(ids, header_.value(row, {"ids"}), ';');
        for (const std::string& id : ids)
            add_identifier(entry, id);
        add_values(entry.birth_dates, header_.value(row, {"dates_of_birth"}), ';');
        add_values(entry.countries, header_.value(row, {"nationalities"}), ';');
        add_values(entry.countries, header_.value(row, {"citizenships"}), ';');
    }

    ListBuilder& builder_;
    const CsvHeader& header_;
};

template <class Use>
void each(const DocumentNode& node, std::string_view key, Use use) {
    const DocumentNode* list = node.find(key);
    if (list == nullptr)
        return;
    if (list->is_scalar())
        return use(*list);
    for (const DocumentNode& item : list->items())
        use(item);
}

void read_details(ListEntry& entry, const DocumentNode& node) {
    add_value(entry.countries, text_of(node, "country"));
    for (const std::string_view key : {"nationalities", "citizenships"})
        each(node, key, [&](const DocumentNode& item) { add_value(entry.countries, item.text()); });
    each(node, "dates_of_birth",
         [&](const DocumentNode& item) { add_value(entry.birth_dates, item.text()); });
    each(node, "ids", [&](const DocumentNode& item) {
        if (!is_sanction_or_date(text_of(item, "type")))
            add_identifier(entry, text_of(item, "number"));
    });
    each(node, "addresses", [&](const DocumentNode& item) {
        add_value(entry.addresses, joined({text_of(item, "address"), text_of(item, "city"),
                                           text_of(item, "state"), text_of(item, "postal_code")},
                                          ", "));
        add_value(entry.countries, text_of(item, "country"));
    });
}

void read_result(ListBuilder& builder, const DocumentNode& node) {
    const std::string_view name = text_of(node, "name");
    const std::string_view source = text_of(node, "source");
    if (name.empty() || source.empty())
        return builder.reject(node.position(), name.empty() ? "no name" : "no source list", name);
    std::string_view id = text_of(node, "id");
    if (id.empty())
        id = text_of(node, "entity_number");
    ListEntry& entry =
        builder.entry(id.empty() ? fmt::format("row-{}", node.position().line) : std::string(id),
                      node.position());
    entry.kind = screening_kind(text_of(node, "type"));
    add_primary_name(entry, name);
    std::string aliases;
    each(node, "alt_names", [&](const DocumentNode& alias) { aliases += alias.text() + ';'; });
    add_aliases(entry, aliases);
    add_value(entry.programmes, source);
    each(node, "programs",
         [&](const DocumentNode& item) { add_value(entry.programmes, item.text()); });
    read_details(entry, node);
}

/// The day of the newest of the lists brought together, else that of the download.
std::optional<Date> list_date(const DocumentNode& envelope) {
    std::optional<Date> latest;
    each(envelope, "sources_used", [&](const DocumentNode& source) {
        latest = std::max(latest, day_of(text_of(source, "source_last_updated")));
    });
    return latest ? latest : day_of(text_of(envelope, "search_performed_at"));
}

/// The file can be one page of a longer answer.
void report_shortfall(ListBuilder& builder, const DocumentNode& envelope, std::size_t records) {
    const std::string_view text = text_of(envelope, "total");
    std::size_t total = 0;
    std::from_chars(text.data(), text.data() + text.size(), total);
    if (records >= total)
        return;
    builder.gap(envelope.find("total")->position(),
                fmt::format("the list says that it has {} records, but {} stand in the file", total,
                            records),
                "download the whole list: this may be one page of it");
}

} // namespace

ListContents read_screening_list_csv(const WatchlistFile& file) {
    ListBuilder builder(std::string(screening_list_id), "US Consolidated Screening List csv", file);
    CsvRows rows(file.text, guess_delimiter(file.text));
    const auto first = rows.next();
    const CsvHeader header(*first);
    ScreeningCsv reader(builder, header);
    while (const auto row = rows.next()) {
        if (builder.accepts(*row, header))
            reader.read(*row);
    }
    return builder.finish();
}

ListContents read_screening_list_json(const WatchlistFile& file) {
    ListBuilder builder(std::string(screening_list_id), "US Consolidated Screening List json",
                        file);
    const Document document = read_json(file.text, file.path, list_limits);
    const DocumentNode* results =
        document.root.is_list() ? &document.root : document.root.find("results");
    if (results == nullptr || !results->is_list())
        throw InputError(fmt::format("the watchlist {} has no list \"results\"", file.path));
    for (const DocumentNode& node : results->items())
        read_result(builder, node);
    builder.date(list_date(document.root));
    report_shortfall(builder, document.root, results->items().size());
    return builder.finish();
}

} // namespace preflag

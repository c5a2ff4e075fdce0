#include <preflag/base/document/document.h>
#include <preflag/base/document/map_reader.h>
#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/watchlists/formats/list_builder.h>
#include <preflag/watchlists/formats/list_formats.h>

#include <fmt/format.h>

#include <filesystem>

namespace preflag {

namespace {

/// "house-list" for lists/House List.csv: letters and digits, the rest hyphens.
std::string own_list_id(const std::string& path) {
    std::string id;
    for (const std::string& word : folded_words(std::filesystem::path(path).stem().string()))
        id += id.empty() ? word : "-" + word;
    return id.empty() ? "list" : id;
}

EntryKind own_kind(std::string_view word) {
    const std::string kind = ascii_lower(word);
    if (kind == "person" || kind == "individual")
        return EntryKind::person;
    if (kind == "organisation" || kind == "organization" || kind == "company" || kind == "entity")
        return EntryKind::organisation;
    if (kind == "vessel" || kind == "ship")
        return EntryKind::vessel;
    return kind == "aircraft" ? EntryKind::aircraft : EntryKind::unknown;
}

std::string entry_id(std::string_view stated, std::size_t line) {
    return stated.empty() ? fmt::format("line-{}", line) : std::string(stated);
}

void read_own_row(ListBuilder& builder, const CsvHeader& header, const CsvRow& row) {
    const std::string_view name = header.value(row, {"name"});
    if (name.empty())
        return builder.reject(row, "no name");
    ListEntry& entry =
        builder.entry(entry_id(header.value(row, {"id"}), row.position.line), row.position);
    entry.kind = own_kind(header.value(row, {"kind", "type"}));
    add_name(entry, name, entry.names.empty() ? NameQuality::primary : NameQuality::alias);
    std::vector<std::string> aliases;
    add_values(aliases, header.value(row, {"aliases", "alias"}), ';');
    for (const std::string& alias : aliases)
        add_name(entry, alias, NameQuality::alias);
    add_values(entry.countries, header.value(row, {"countries", "country"}), ';');
    add_values(entry.addresses, header.value(row, {"addresses", "address"}), ';');
    add_values(entry.birth_dates, header.value(row, {"birth-dates", "birth-date"}), ';');
    add_values(entry.identifiers, header.value(row, {"identifiers", "identifier"}), ';');
    add_values(entry.programmes, header.value(row, {"programmes", "programme", "reason"}), ';');
}

void append(std::vector<std::string>& values, const std::vector<std::string>& more) {
    for (const std::string& value : more)
        add_value(values, value);
}

/// An entry with defects counts as one rejected row, with the first of them; what it has of a name
/// is kept.
void read_entry(ListBuilder& builder, const Document& document, const DocumentNode& node) {
    std::vector<Diagnostic> faults;
    const Position position = node.position();
    if (node.is_scalar()) {
        ListEntry& entry = builder.entry(entry_id({}, position.line), position);
        return add_name(entry, node.text(), NameQuality::primary);
    }
    MapReader map(document, node, "list entry", faults);
    const std::string name = map.required_text("name");
    if (name.empty() && !faults.empty())
        return builder.reject(faults.front());
    ListEntry& entry =
        builder.entry(entry_id(map.text("id").value_or(""), position.line), position);
    entry.kind = own_kind(map.text("kind").value_or(""));
    add_name(entry, name, NameQuality::primary);
    for (const std::string& alias : map.texts("aliases"))
        add_name(entry, alias, NameQuality::alias);
    for (const std::string& alias : map.texts("weak-aliases"))
        add_name(entry, alias, NameQuality::weak_alias);
    append(entry.countries, map.texts("countries"));
    append(entry.addresses, map.texts("addresses"));
    append(entry.birth_dates, map.texts("birth-dates"));
    append(entry.identifiers, map.texts("identifiers"));
    append(entry.programmes, map.texts("programmes"));
    map.finish();
    if (!faults.empty())
        builder.reject(faults.front());
}

} // namespace

ListContents read_own_csv(const WatchlistFile& file) {
    ListBuilder builder(own_list_id(file.path), "csv", file);
    CsvRows rows(file.text, guess_delimiter(file.text));
    const auto first = rows.next();
    const CsvHeader header(*first);
    if (!header.has("name"))
        throw InputError(fmt::format(
            "the watchlist {} has no column \"name\" and is none of the published formats; name "
            "its "
            "columns name, id, kind, aliases, countries, addresses, birth-dates, identifiers, "
            "programmes",
            file.path));
    while (const auto row = rows.next()) {
        if (builder.accepts(*row, header))
            read_own_row(builder, header, *row);
    }
    return builder.finish();
}

ListContents read_own_text(const WatchlistFile& file) {
    ListBuilder builder(own_list_id(file.path), "text, one name a line", file);
    std::string_view rest = file.text;
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = trim(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (!line.empty() && line.front() != '#')
            add_name(builder.entry(entry_id({}, number), {number, 1}), line, NameQuality::primary);
    }
    return builder.finish();
}

ListContents read_own_yaml(const WatchlistFile& file) {
    ListBuilder builder(own_list_id(file.path), "yaml", file);
    const Document document = read_yaml(file.text, file.path, {std::size_t{1} << 28});
    std::vector<Diagnostic> faults;
    if (document.root.is_list()) {
        for (const DocumentNode& node : document.root.items())
            read_entry(builder, document, node);
    } else {
        MapReader map(document, document.root, "watchlist", faults);
        if (const auto id = map.text("id"))
            builder.rename(*id);
        builder.date(map.date("date"));
        for (const DocumentNode& node : map.children("entries"))
            read_entry(builder, document, node);
        map.finish();
    }
    for (const Diagnostic& fault : faults)
        builder.reject(fault);
    return builder.finish();
}

} // namespace preflag

#include <preflag/base/text.h>
#include <preflag/watchlists/formats/list_builder.h>
#include <preflag/watchlists/formats/list_formats.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace preflag {

namespace {

/// Programmes by the number of their sets of sanctions, and countries by the number of a place,
/// which stands behind the targets in the file.
struct Tables {
    std::map<std::string, std::string, std::less<>> programmes, countries;
    std::vector<std::pair<std::string, std::string>> places; ///< of entries: id and place
};

/// In English, where there are several languages.
std::string_view english(const XmlElement& element, std::string_view name) {
    std::string_view text;
    element.each(name, [&](const XmlElement& child) {
        if (text.empty() || child.attribute("lang") == "eng")
            text = child.text;
    });
    return text;
}

void read_programme(const XmlElement& element, Tables& tables) {
    const std::string_view key = english(element, "program-key");
    element.each("sanctions-set", [&](const XmlElement& set) {
        tables.programmes.emplace(set.attribute("ssid"), key);
    });
}

/// Given names before family names; the other parts stay in their place.
std::string swiss_name(const XmlElement& name, std::size_t variant) {
    std::string given;
    std::string rest;
    name.each("name-part", [&](const XmlElement& part) {
        std::string_view text = part.child_text("value");
        if (text.empty())
            text = part.text;
        std::size_t number = 0;
        part.each("spelling-variant", [&](const XmlElement& spelling) {
            if (++number == variant)
                text = spelling.text;
        });
        std::string& place = part.attribute("name-part-type") == "given-name" ? given : rest;
        place = joined({place, text}, " ");
    });
    return joined({given, rest}, " ");
}

std::size_t variants_of(const XmlElement& name) {
    std::size_t most = 0;
    name.each("name-part", [&](const XmlElement& part) {
        std::size_t count = 0;
        part.each("spelling-variant", [&](const XmlElement&) { ++count; });
        most = std::max(most, count);
    });
    return most;
}

void read_swiss_name(ListEntry& entry, const XmlElement& name) {
    const bool is_weak = name.attribute("quality") == "low";
    const NameQuality alias = is_weak ? NameQuality::weak_alias : NameQuality::alias;
    const bool is_primary = name.attribute("name-type") == "primary-name" && entry.names.empty();
    add_name(entry, swiss_name(name, 0), is_primary ? NameQuality::primary : alias);
    for (std::size_t variant = 1; variant <= variants_of(name); ++variant)
        add_name(entry, swiss_name(name, variant), alias);
}

std::string date_of(const XmlElement& date) {
    return birth_date_of(date.attribute("year"), date.attribute("month"), date.attribute("day"));
}

void read_identity(ListEntry& entry, const XmlElement& identity, Tables& tables) {
    identity.each("name", [&](const XmlElement& name) { read_swiss_name(entry, name); });
    identity.each("day-month-year",
                  [&](const XmlElement& date) { add_value(entry.birth_dates, date_of(date)); });
    identity.each("nationality", [&](const XmlElement& nationality) {
        if (const XmlElement* country = nationality.child("country"))
            add_value(entry.countries, country->attribute("iso-code"));
    });
    identity.each("address", [&](const XmlElement& address) {
        add_value(
            entry.addresses,
            joined({address.child_text("address-details"), address.child_text("zip-code")}, ", "));
        tables.places.emplace_back(entry.id, address.attribute("place-id"));
    });
    identity.each("identification-document", [&](const XmlElement& document) {
        add_value(entry.identifiers, document.child_text("number"));
    });
}

/// What happened last decides.
bool is_off_the_list(const XmlElement& target) {
    std::string_view last;
    std::string_view day;
    target.each("modification", [&](const XmlElement& change) {
        const std::string_view type = change.attribute("modification-type");
        const std::string_view on = change.attribute("effective-date");
        if (type != "amended" && on >= day) {
            last = type;
            day = on;
        }
    });
    return last == "de-listed";
}

void read_swiss_target(ListBuilder& builder, const XmlElement& target, Tables& tables) {
    if (is_off_the_list(target))
        return builder.pass_over();
    const std::string_view id = target.attribute("ssid");
    if (id.empty())
        return builder.reject(target.position, "a target without ssid", {});
    ListEntry& entry = builder.entry(id, target.position);
    for (const auto& [name, kind] :
         {std::pair{"individual", EntryKind::person}, std::pair{"entity", EntryKind::organisation},
          std::pair{"object", EntryKind::vessel}})
        if (const XmlElement* party = target.child(name)) {
            entry.kind = kind == EntryKind::vessel && party->attribute("object-type") == "aircraft"
                             ? EntryKind::aircraft
                             : kind;
            party->each("identity", [&](const XmlElement& identity) {
                read_identity(entry, identity, tables);
            });
        }
    target.each("identity",
                [&](const XmlElement& identity) { read_identity(entry, identity, tables); });
    target.each("sanctions-set-id", [&](const XmlElement& set) {
        const auto programme = tables.programmes.find(set.text);
        add_value(entry.programmes, programme == tables.programmes.end()
                                        ? std::string_view(set.text)
                                        : std::string_view(programme->second));
    });
}

void read_place(const XmlElement& place, Tables& tables) {
    if (const XmlElement* country = place.child("country"))
        tables.countries.emplace(place.attribute("ssid"), country->attribute("iso-code"));
}

} // namespace

ListContents read_swiss_xml(const WatchlistFile& file) {
    ListBuilder builder("ch-seco", "Switzerland SECO xml", file);
    Tables tables;
    const Diagnostic fault =
        read_xml(file.text, file.path, {"swiss-sanctions-list"}, [&](const XmlElement& element) {
            if (element.name == "swiss-sanctions-list")
                builder.date(day_of(element.attribute("date")));
            else if (element.name == "sanctions-program")
                read_programme(element, tables);
            else if (element.name == "target")
                read_swiss_target(builder, element, tables);
            else if (element.name == "place")
                read_place(element, tables);
        });
    if (!fault.message.empty())
        builder.reject(fault);
    for (const auto& [id, place] : tables.places)
        if (const auto country = tables.countries.find(place); country != tables.countries.end())
            add_value(builder.find(id)->countries, country->second);
    return builder.finish();
}

} // namespace preflag

#include <preflag/base/text.h>
#include <preflag/watchlists/formats/list_builder.h>
#include <preflag/watchlists/formats/list_formats.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace preflag {

namespace {

/// The first of several languages: "Belarus / Bélarus" -> Belarus.
std::string_view first_language(std::string_view text) {
    return trim(text.substr(0, text.find('/')));
}

/// A record is known by its schedule and item within a country's regulations.
std::string canadian_id(const XmlElement& record) {
    return joined({first_language(record.child_text("Country")), record.child_text("Schedule"),
                   record.child_text("Item")},
                  "-");
}

/// "Htoo Wood, Htoo Trading Co., Ltd.; HT": parted by commas or semicolons, but not before a legal
/// form.
void add_canadian_aliases(ListEntry& entry, std::string_view text) {
    constexpr std::array<std::string_view, 9> forms{"ltd", "inc",     "llc", "co", "corp",
                                                    "plc", "limited", "s.a", "l.p"};
    std::vector<std::string> parts;
    for (const char mark : {';', ','}) {
        const std::vector<std::string> whole =
            mark == ';' ? std::vector{std::string(text)} : std::move(parts);
        parts.clear();
        for (const std::string& part : whole)
            add_values(parts, part, mark);
    }
    std::vector<std::string> aliases;
    for (const std::string& part : parts) {
        std::string word = ascii_lower(part);
        if (word.ends_with('.'))
            word.pop_back();
        if (!aliases.empty() && std::find(forms.begin(), forms.end(), word) != forms.end())
            aliases.back() += ", " + part;
        else
            aliases.push_back(part);
    }
    for (const std::string& alias : aliases)
        add_name(entry, alias, NameQuality::alias);
}

void read_canadian_record(ListBuilder& builder, const XmlElement& record) {
    const std::string person =
        joined({record.child_text("GivenName"), record.child_text("LastName")}, " ");
    std::string name(record.child_text("EntityOrShip"));
    if (name.empty())
        name = record.child_text("Entity");
    if (name.empty())
        name = record.child_text("Ship");
    const bool is_ship =
        record.child("ShipIMONumber") != nullptr && !record.child_text("ShipIMONumber").empty();
    if (person.empty() && name.empty())
        return builder.reject(record.position, "a record without a name", canadian_id(record));
    std::string id = canadian_id(record);
    if (builder.find(id) != nullptr)
        id += fmt::format("-line-{}", record.position.line);
    ListEntry& entry = builder.entry(id, record.position);
    entry.kind = is_ship          ? EntryKind::vessel
                 : person.empty() ? EntryKind::organisation
                                  : EntryKind::person;
    add_name(entry, person.empty() ? name : person, NameQuality::primary);
    add_canadian_aliases(entry, record.child_text("Aliases"));
    add_value(entry.programmes, first_language(record.child_text("Country")));
    add_value(entry.birth_dates, record.child_text("DateOfBirth"));
    add_value(entry.birth_dates, record.child_text("DateOfBirthOrShipBuildDate"));
    add_value(entry.identifiers, record.child_text("ShipIMONumber"));
}

} // namespace

ListContents read_canada_xml(const WatchlistFile& file) {
    ListBuilder builder("ca-sema", "Canada SEMA xml", file);
    const Diagnostic fault =
        read_xml(file.text, file.path, {"data-set"}, [&](const XmlElement& element) {
            if (element.name == "record")
                read_canadian_record(builder, element);
        });
    if (!fault.message.empty())
        builder.reject(fault);
    return builder.finish();
}

} // namespace preflag

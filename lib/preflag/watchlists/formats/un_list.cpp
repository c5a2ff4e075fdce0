#include <preflag/base/text.h>
#include <preflag/watchlists/formats/list_builder.h>
#include <preflag/watchlists/formats/list_formats.h>

#include <fmt/format.h>

namespace preflag {

namespace {

std::string un_full_name(const XmlElement& element) {
    return joined({element.child_text("FIRST_NAME"), element.child_text("SECOND_NAME"),
                   element.child_text("THIRD_NAME"), element.child_text("FOURTH_NAME")},
                  " ");
}

void read_alias(ListEntry& entry, const XmlElement& alias) {
    const std::string quality = ascii_lower(alias.child_text("QUALITY"));
    std::vector<std::string> names;
    add_values(names, alias.child_text("ALIAS_NAME"), ';');
    for (const std::string& name : names)
        add_name(entry, name, quality == "low" ? NameQuality::weak_alias : NameQuality::alias);
}

void read_birth_date(ListEntry& entry, const XmlElement& birth) {
    for (const std::string_view key : {"DATE", "YEAR"})
        add_value(entry.birth_dates, birth.child_text(key));
    add_value(entry.birth_dates,
              joined({birth.child_text("FROM_YEAR"), birth.child_text("TO_YEAR")}, " to "));
}

void read_un_address(ListEntry& entry, const XmlElement& address) {
    add_value(entry.addresses,
              joined({address.child_text("STREET"), address.child_text("CITY"),
                      address.child_text("STATE_PROVINCE"), address.child_text("ZIP_CODE")},
                     ", "));
    add_value(entry.countries, address.child_text("COUNTRY"));
}

void read_party(ListBuilder& builder, const XmlElement& element) {
    const bool is_person = element.name == "INDIVIDUAL";
    std::string_view id = element.child_text("REFERENCE_NUMBER");
    if (id.empty())
        id = element.child_text("DATAID");
    if (id.empty())
        return builder.reject(element.position, "an entry without number", un_full_name(element));
    ListEntry& entry = builder.entry(id, element.position);
    entry.kind = is_person ? EntryKind::person : EntryKind::organisation;
    add_name(entry, un_full_name(element), NameQuality::primary);
    add_name(entry, element.child_text("NAME_ORIGINAL_SCRIPT"), NameQuality::alias);
    add_value(entry.programmes, element.child_text("UN_LIST_TYPE"));
    const std::string start = is_person ? "INDIVIDUAL_" : "ENTITY_";
    element.each(start + "ALIAS", [&](const XmlElement& alias) { read_alias(entry, alias); });
    element.each(start + "ADDRESS",
                 [&](const XmlElement& address) { read_un_address(entry, address); });
    element.each("INDIVIDUAL_DATE_OF_BIRTH",
                 [&](const XmlElement& birth) { read_birth_date(entry, birth); });
    element.each("INDIVIDUAL_DOCUMENT", [&](const XmlElement& document) {
        const std::string_view number = document.child_text("NUMBER");
        if (number.find_first_of("0123456789") != std::string_view::npos)
            add_value(entry.identifiers, number);
    });
    element.each("NATIONALITY", [&](const XmlElement& nationality) {
        nationality.each("VALUE",
                         [&](const XmlElement& value) { add_value(entry.countries, value.text); });
    });
}

} // namespace

ListContents read_un_xml(const WatchlistFile& file) {
    ListBuilder builder("un-sc", "UN Security Council xml", file);
    const Diagnostic fault =
        read_xml(file.text, file.path, {"INDIVIDUALS", "ENTITIES"}, [&](const XmlElement& element) {
            if (element.name == "INDIVIDUAL" || element.name == "ENTITY")
                read_party(builder, element);
            else
                builder.date(day_of(element.attribute("dateGenerated")));
        });
    if (!fault.message.empty())
        builder.reject(fault);
    return builder.finish();
}

} // namespace preflag

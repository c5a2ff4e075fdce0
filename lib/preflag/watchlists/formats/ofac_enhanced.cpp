#include <preflag/base/text.h>
#include <preflag/watchlists/formats/list_builder.h>
#include <preflag/watchlists/formats/list_formats.h>

namespace preflag {

namespace {

EntryKind enhanced_kind(std::string_view type) {
    const std::string kind = ascii_lower(type);
    if (kind == "individual")
        return EntryKind::person;
    if (kind == "vessel")
        return EntryKind::vessel;
    if (kind == "aircraft")
        return EntryKind::aircraft;
    return kind.empty() ? EntryKind::unknown : EntryKind::organisation;
}

bool is_true(std::string_view text) {
    return ascii_lower(text) == "true";
}

/// "given family": the full name has the family name first.
std::string enhanced_full_name(const XmlElement& translation) {
    const std::string parts = joined(
        {translation.child_text("formattedFirstName"), translation.child_text("formattedLastName")},
        " ");
    return parts.empty() ? std::string(translation.child_text("formattedFullName")) : parts;
}

/// A name in one or more scripts; only the primary one of the primary name is the entry's own.
void read_enhanced_name(ListEntry& entry, const XmlElement& name) {
    const bool is_primary = is_true(name.child_text("isPrimary"));
    const bool is_weak = is_true(name.child_text("isLowQuality"));
    const NameQuality quality = is_weak ? NameQuality::weak_alias : NameQuality::alias;
    bool is_first = true;
    name.each("translations", "translation", [&](const XmlElement& translation) {
        add_name(entry, enhanced_full_name(translation),
                 is_primary && is_first ? NameQuality::primary : quality);
        is_first = false;
    });
}

void read_enhanced_address(ListEntry& entry, const XmlElement& address) {
    add_value(entry.countries, address.child_text("country"));
    address.each("translations", "translation", [&](const XmlElement& translation) {
        std::string line;
        translation.each("addressParts", "addressPart", [&](const XmlElement& part) {
            line = joined({line, part.child_text("value")}, ", ");
        });
        add_value(entry.addresses, line);
    });
}

void read_enhanced_feature(ListEntry& entry, const XmlElement& feature) {
    const std::string type = ascii_lower(feature.child_text("type"));
    const std::string_view value = feature.child_text("value");
    if (type == "birthdate")
        add_value(entry.birth_dates, value);
    else if (type.starts_with("nationality") || type.starts_with("citizenship"))
        add_value(entry.countries, value);
    else if (type.find("imo number") != std::string::npos ||
             type.find("registration") != std::string::npos)
        add_value(entry.identifiers, value);
}

void read_enhanced_entity(ListBuilder& builder, const XmlElement& element) {
    const std::string_view id = element.attribute("id");
    if (id.empty())
        return builder.reject(element.position, "an entity without id", {});
    ListEntry& entry = builder.entry(id, element.position);
    if (const XmlElement* info = element.child("generalInfo"))
        entry.kind = enhanced_kind(info->child_text("entityType"));
    element.each("names", "name", [&](const XmlElement& name) { read_enhanced_name(entry, name); });
    element.each("sanctionsPrograms", "sanctionsProgram",
                 [&](const XmlElement& programme) { add_value(entry.programmes, programme.text); });
    element.each("addresses", "address",
                 [&](const XmlElement& address) { read_enhanced_address(entry, address); });
    element.each("features", "feature",
                 [&](const XmlElement& feature) { read_enhanced_feature(entry, feature); });
    element.each("identityDocuments", "identityDocument", [&](const XmlElement& document) {
        add_value(entry.identifiers, document.child_text("documentNumber"));
    });
}

} // namespace

ListContents read_ofac_enhanced_xml(const WatchlistFile& file) {
    const bool is_consolidated = ascii_lower(file.path).find("cons") != std::string::npos;
    ListBuilder builder(is_consolidated ? "us-ofac-consolidated" : "us-ofac-sdn",
                        "OFAC enhanced xml", file);
    const Diagnostic fault = read_xml(file.text, file.path, {"entities", "publicationInfo"},
                                      [&](const XmlElement& element) {
                                          if (element.name == "entity")
                                              read_enhanced_entity(builder, element);
                                          else if (element.name == "dataAsOf")
                                              builder.date(day_of(element.text));
                                      });
    if (!fault.message.empty())
        builder.reject(fault);
    return builder.finish();
}

} // namespace preflag

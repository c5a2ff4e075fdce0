#include <preflag/watchlists/formats/list_builder.h>
#include <preflag/watchlists/formats/list_formats.h>
#include <preflag/watchlists/formats/uk_values.h>

namespace preflag {

namespace {

/// The file writes name1 to name5 in lower case and Name6 not.
std::string ofsi_name(const XmlElement& target) {
    return joined({target.child_text("name1"), target.child_text("name2"),
                   target.child_text("name3"), target.child_text("name4"),
                   target.child_text("name5"), target.child_text("Name6")},
                  " ");
}

std::string ofsi_address(const XmlElement& target) {
    return joined({target.child_text("Address1"), target.child_text("Address2"),
                   target.child_text("Address3"), target.child_text("Address4"),
                   target.child_text("Address5"), target.child_text("Address6"),
                   target.child_text("PostCode")},
                  ", ");
}

/// Each element is one name of an entry, with the entry's other facts repeated.
void read_ofsi_target(ListBuilder& builder, const XmlElement& target) {
    const std::string_view id = target.child_text("GroupID");
    if (id.empty())
        return builder.reject(target.position, "no entry number", ofsi_name(target));
    ListEntry& entry = builder.entry(id, target.position);
    if (entry.kind == EntryKind::unknown)
        entry.kind = uk_kind(target.child_text("GroupTypeDescription"));
    add_name(entry, ofsi_name(target),
             uk_quality(target.child_text("AliasType"), target.child_text("AliasQuality")));
    add_name(entry, target.child_text("NameNonLatinScript"), NameQuality::alias);
    add_value(entry.programmes, target.child_text("RegimeName"));
    add_value(entry.addresses, ofsi_address(target));
    add_value(entry.countries, target.child_text("Country"));
    add_uk_values(entry.countries, target.child_text("Individual_Nationality"));
    add_uk_values(entry.birth_dates, target.child_text("Individual_DateOfBirth"));
    for (const std::string_view number : {"Individual_PassportNumber", "Individual_NINumber",
                                          "Entity_BusinessRegNumber", "Ship_IMONumber"})
        add_uk_numbers(entry.identifiers, target.child_text(number));
    builder.date(day_of(target.child_text("LastUpdated")));
}

} // namespace

ListContents read_uk_ofsi_xml(const WatchlistFile& file) {
    ListBuilder builder("uk-ofsi", "UK OFSI xml", file);
    const Diagnostic fault = read_xml(file.text, file.path, {"ArrayOfFinancialSanctionsTarget"},
                                      [&](const XmlElement& element) {
                                          if (element.name == "FinancialSanctionsTarget")
                                              read_ofsi_target(builder, element);
                                      });
    if (!fault.message.empty())
        builder.reject(fault);
    return builder.finish();
}

} // namespace preflag

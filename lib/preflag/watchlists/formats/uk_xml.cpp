#include <preflag/watchlists/formats/list_builder.h>
#include <preflag/watchlists/formats/list_formats.h>
#include <preflag/watchlists/formats/uk_values.h>

namespace preflag {

namespace {

std::string full_name(const XmlElement& name) {
    return joined({name.child_text("Name1"), name.child_text("Name2"), name.child_text("Name3"),
                   name.child_text("Name4"), name.child_text("Name5"), name.child_text("Name6")},
                  " ");
}

std::string first_name_of(const XmlElement& designation) {
    std::string first;
    designation.each("Names", "Name", [&](const XmlElement& name) {
        if (first.empty())
            first = full_name(name);
    });
    return first;
}

void read_names(ListEntry& entry, const XmlElement& designation) {
    designation.each("Names", "Name", [&](const XmlElement& name) {
        add_name(entry, full_name(name),
                 uk_quality(name.child_text("NameType"), name.child_text("AliasStrength")));
    });
    designation.each("NonLatinNames", "NonLatinName", [&](const XmlElement& name) {
        add_name(entry, name.child_text("NameNonLatinScript"), NameQuality::alias);
    });
}

void read_uk_address(ListEntry& entry, const XmlElement& address) {
    add_value(entry.addresses,
              joined({address.child_text("AddressLine1"), address.child_text("AddressLine2"),
                      address.child_text("AddressLine3"), address.child_text("AddressLine4"),
                      address.child_text("AddressLine5"), address.child_text("AddressLine6"),
                      address.child_text("AddressPostalCode")},
                     ", "));
    add_value(entry.countries, address.child_text("AddressCountry"));
}

void read_person(ListEntry& entry, const XmlElement& person) {
    person.each("DOBs", "DOB",
                [&](const XmlElement& birth) { add_value(entry.birth_dates, birth.text); });
    person.each("Nationalities", "Nationality", [&](const XmlElement& nationality) {
        add_value(entry.countries, nationality.text);
    });
    person.each("PassportDetails", "Passport", [&](const XmlElement& passport) {
        add_uk_numbers(entry.identifiers, passport.child_text("PassportNumber"));
    });
    person.each("NationalIdentifierDetails", "NationalIdentifier", [&](const XmlElement& card) {
        add_uk_numbers(entry.identifiers, card.child_text("NationalIdentifierNumber"));
    });
}

void read_details(ListEntry& entry, const XmlElement& designation) {
    const auto add_number = [&](const XmlElement& number) {
        add_uk_numbers(entry.identifiers, number.text);
    };
    designation.each("IndividualDetails", "Individual",
                     [&](const XmlElement& person) { read_person(entry, person); });
    designation.each("EntityDetails", "Entity", [&](const XmlElement& organisation) {
        organisation.each("BusinessRegistrationNumbers", "BusinessRegistrationNumber", add_number);
    });
    designation.each("ShipDetails", "Ship", [&](const XmlElement& ship) {
        ship.each("IMONumbers", "IMONumber", add_number);
    });
}

void read_designation(ListBuilder& builder, const XmlElement& designation) {
    const std::string_view id = designation.child_text("UniqueID");
    if (id.empty())
        return builder.reject(designation.position, "a designation without UniqueID",
                              first_name_of(designation));
    ListEntry& entry = builder.entry(id, designation.position);
    entry.kind = uk_kind(designation.child_text("IndividualEntityShip"));
    read_names(entry, designation);
    add_value(entry.programmes, designation.child_text("RegimeName"));
    designation.each("Addresses", "Address",
                     [&](const XmlElement& address) { read_uk_address(entry, address); });
    read_details(entry, designation);
}

} // namespace

ListContents read_uk_sanctions_xml(const WatchlistFile& file) {
    ListBuilder builder("uk-sanctions-list", "UK sanctions list xml", file);
    const Diagnostic fault =
        read_xml(file.text, file.path, {"Designations"}, [&](const XmlElement& element) {
            if (element.name == "Designation")
                read_designation(builder, element);
            else if (element.name == "DateGenerated")
                builder.date(uk_date(element.text));
        });
    if (!fault.message.empty())
        builder.reject(fault);
    return builder.finish();
}

} // namespace preflag

#include <preflag/base/text.h>
#include <preflag/watchlists/formats/list_builder.h>
#include <preflag/watchlists/formats/list_formats.h>

#include <fmt/format.h>

namespace preflag {

namespace {

constexpr std::string_view eu_list_id = "eu-fsf";

EntryKind eu_kind(std::string_view code) {
    if (code == "P" || code == "person")
        return EntryKind::person;
    return code == "E" || code == "enterprise" ? EntryKind::organisation : EntryKind::unknown;
}

/// The EU tells a weak alias by `strong`, by the name's remark, or by both.
bool is_weak_alias(std::string_view strong, std::string_view remark) {
    return ascii_lower(strong) == "false" ||
           ascii_lower(remark).find("low quality alias") != std::string::npos;
}

/// The first alias that is read is the entry's primary name: the EU marks none.
NameQuality quality_of(const ListEntry& entry, bool is_weak) {
    if (is_weak)
        return NameQuality::weak_alias;
    return entry.names.empty() ? NameQuality::primary : NameQuality::alias;
}

void add_country(ListEntry& entry, std::string_view code) {
    if (code != "00")
        add_value(entry.countries, code);
}

/// Dates of other calendars are passed over: their years are no years of a manifest.
void add_birth(ListEntry& entry, std::string_view calendar, std::string_view date,
               std::string_view first_year, std::string_view last_year) {
    if (calendar == "ISLAMIC")
        return;
    add_value(entry.birth_dates, date);
    if (!first_year.empty() && !last_year.empty())
        add_value(entry.birth_dates, fmt::format("{} to {}", first_year, last_year));
}

/// One row holds a name, an address, a date of birth or a document of its entry.
void read_eu_row(ListBuilder& builder, const CsvHeader& header, const CsvRow& row) {
    const std::string_view id = header.value(
        row, {"Entity_EU_ReferenceNumber", "EU_ref_num", "Entity_LogicalId", "Entity_logical_id"});
    if (id.empty())
        return builder.reject(row, "no entry number");
    ListEntry& entry = builder.entry(id, row.position);
    const std::string_view code = header.value(
        row, {"Entity_SubjectType_ClassificationCode", "Entity_SubjectType", "Subject_type"});
    if (!code.empty())
        entry.kind = eu_kind(code);
    add_value(entry.programmes, header.value(row, {"Entity_Regulation_Programme", "Programme"}));
    std::string name(header.value(row, {"NameAlias_WholeName", "Naal_wholename"}));
    if (name.empty())
        name = joined({header.value(row, {"NameAlias_FirstName", "Naal_firstname"}),
                       header.value(row, {"NameAlias_MiddleName", "Naal_middlename"}),
                       header.value(row, {"NameAlias_LastName", "Naal_lastname"})},
                      " ");
    const bool is_weak = is_weak_alias(header.value(row, {"NameAlias_Strong"}),
                                       header.value(row, {"NameAlias_Remark"}));
    add_name(entry, name, quality_of(entry, is_weak));
    add_value(entry.addresses, joined({header.value(row, {"Address_Street", "Addr_street"}),
                                       header.value(row, {"Address_City", "Addr_city"})},
                                      ", "));
    add_country(entry, header.value(row, {"Address_CountryIso2Code", "Addr_country"}));
    add_country(entry, header.value(row, {"Citizenship_CountryIso2Code", "Citi_country"}));
    add_birth(entry, header.value(row, {"BirthDate_CalendarType"}),
              header.value(row, {"BirthDate_BirthDate", "BirthDate_Year", "Birt_date"}),
              header.value(row, {"BirthDate_YearRangeFrom"}),
              header.value(row, {"BirthDate_YearRangeTo"}));
    add_value(entry.identifiers, header.value(row, {"Identification_Number", "Iden_number"}));
}

void read_entity(ListBuilder& builder, const XmlElement& element) {
    std::string_view id = element.attribute("euReferenceNumber");
    if (id.empty())
        id = element.attribute("logicalId");
    if (id.empty())
        return builder.reject(element.position, "an entry without number", {});
    ListEntry& entry = builder.entry(id, element.position);
    if (const XmlElement* type = element.child("subjectType"))
        entry.kind = eu_kind(type->attribute("code"));
    element.each("regulation", [&](const XmlElement& regulation) {
        add_value(entry.programmes, regulation.attribute("programme"));
    });
    element.each("nameAlias", [&](const XmlElement& alias) {
        const bool is_weak = is_weak_alias(alias.attribute("strong"), alias.child_text("remark"));
        add_name(entry, alias.attribute("wholeName"), quality_of(entry, is_weak));
    });
    element.each("address", [&](const XmlElement& address) {
        add_value(entry.addresses,
                  joined({address.attribute("street"), address.attribute("city")}, ", "));
        add_country(entry, address.attribute("countryIso2Code"));
    });
    element.each("citizenship", [&](const XmlElement& citizenship) {
        add_country(entry, citizenship.attribute("countryIso2Code"));
    });
    element.each("birthdate", [&](const XmlElement& birth) {
        const std::string_view day = birth.attribute("birthdate");
        add_birth(entry, birth.attribute("calendarType"),
                  day.empty() ? birth.attribute("year") : day, birth.attribute("yearRangeFrom"),
                  birth.attribute("yearRangeTo"));
    });
    element.each("identification", [&](const XmlElement& identification) {
        add_value(entry.identifiers, identification.attribute("number"));
    });
}

/// "2026-10-08" or "08/10/2026".
std::optional<Date> generation_date(std::string_view text) {
    constexpr std::size_t length = 10;
    text = text.substr(0, length);
    if (text.size() == length && text[2] == '/')
        return parse_iso_date(
            fmt::format("{}-{}-{}", text.substr(6), text.substr(3, 2), text.substr(0, 2)));
    return parse_iso_date(text);
}

} // namespace

ListContents read_eu_csv(const WatchlistFile& file) {
    ListBuilder builder(std::string(eu_list_id), "EU consolidated csv", file);
    CsvRows rows(file.text, ';');
    const auto first = rows.next();
    const CsvHeader header(*first);
    while (const auto row = rows.next()) {
        if (builder.accepts(*row, header))
            read_eu_row(builder, header, *row);
        builder.date(generation_date(header.value(*row, {"fileGenerationDate", "Date_file"})));
    }
    return builder.finish();
}

ListContents read_eu_xml(const WatchlistFile& file) {
    ListBuilder builder(std::string(eu_list_id), "EU consolidated xml", file);
    const Diagnostic fault =
        read_xml(file.text, file.path, {"export"}, [&](const XmlElement& element) {
            if (element.name == "sanctionEntity")
                read_entity(builder, element);
            else if (element.name == "export")
                builder.date(generation_date(element.attribute("generationDate")));
        });
    if (!fault.message.empty())
        builder.reject(fault);
    return builder.finish();
}

} // namespace preflag

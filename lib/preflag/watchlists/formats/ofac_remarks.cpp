#include <preflag/base/text.h>
#include <preflag/watchlists/formats/ofac_remarks.h>

#include <algorithm>
#include <array>

namespace preflag {

namespace {

/// OFAC cuts the remarks cell at this length; what is shorter ended with a word.
constexpr std::size_t cut_length = 1000;

/// "a.k.a. 'AL-SA'ID, Pete'" -> AL-SA'ID, Pete; empty for other parts.
std::string_view alias_in(std::string_view part) {
    constexpr std::array<std::string_view, 3> labels{"a.k.a. ", "f.k.a. ", "n.k.a. "};
    if (std::none_of(labels.begin(), labels.end(),
                     [&](std::string_view label) { return part.starts_with(label); }))
        return {};
    const auto first = part.find('\'');
    const auto last = part.rfind('\'');
    return first == last ? std::string_view{} : part.substr(first + 1, last - first - 1);
}

/// What stands before a number that tells a party or craft apart.
constexpr std::array number_labels{
    "Aircraft Manufacturer's Serial Number (MSN) ",
    "Aircraft Tail Number ",
    "Birth Certificate Number ",
    "Business Number ",
    "Business Registration Document # ",
    "Business Registration Number ",
    "C.R. No. ",
    "C.U.R.P. ",
    "Cedula No. ",
    "Certificate of Incorporation Number ",
    "Chamber of Commerce Number ",
    "Commercial Registry Number ",
    "Company Number ",
    "D-U-N-S Number ",
    "D.N.I. ",
    "Diplomatic Passport ",
    "Driver's License No. ",
    "Electoral Registry No. ",
    "Folio Mercantil No. ",
    "Government Gazette Number ",
    "Identification Number ",
    "LE Number ",
    "Legal Entity Number ",
    "MMSI ",
    "Matricula Mercantil No ",
    "NIT # ",
    "National Foreign ID Number ",
    "National ID No. ",
    "Passport ",
    "Personal ID Card ",
    "Public Registration Number ",
    "R.F.C. ",
    "RIF # ",
    "RTN ",
    "RUC # ",
    "Registered Charity No. ",
    "Registration ID ",
    "Registration Number ",
    "Residency Number ",
    "SSN ",
    "Tax ID No. ",
    "Trade License No. ",
    "UK Company Number ",
    "US FEIN ",
    "Unified Social Credit Code (USCC) ",
    "V.A.T. Number ",
    "Vessel Registration Identification ",
};

/// "Passport B 960789 (Iran) issued 12 Mar 2001" -> B 960789.
void read_number(ListEntry& entry, std::string_view part) {
    for (const std::string_view label : number_labels) {
        if (!part.starts_with(label))
            continue;
        std::string_view number = part.substr(label.size());
        for (const std::string_view behind : {" (", " issued ", " expires ", ", "})
            number = number.substr(0, number.find(behind));
        if (number.find_first_of("0123456789") != std::string_view::npos)
            add_value(entry.identifiers, number);
        return;
    }
}

void read_part(ListEntry& entry, std::string_view part) {
    constexpr std::string_view another = "alt. ";
    while (part.ends_with('.'))
        part.remove_suffix(1);
    if (part.starts_with(another))
        part.remove_prefix(another.size());
    if (part.starts_with("DOB "))
        add_value(entry.birth_dates, part.substr(part.find(' ') + 1));
    if (part.starts_with("nationality ") || part.starts_with("citizen "))
        add_value(entry.countries, part.substr(part.find(' ') + 1));
    const std::string_view alias = alias_in(part);
    add_name_in_reading_order(entry, alias, NameQuality::weak_alias);
    read_number(entry, part);
}

} // namespace

void OfacRemarks::add(std::string_view id, std::string_view text) {
    remarks_[std::string(id)] = text;
}

void OfacRemarks::continue_with(std::string_view id, std::string_view text, bool is_new_word) {
    std::string& remarks = remarks_[std::string(id)];
    if (is_new_word || remarks.size() < cut_length)
        remarks += ' ';
    remarks += text;
}

void OfacRemarks::read_into(ListBuilder& builder) const {
    for (const auto& [id, remarks] : remarks_) {
        ListEntry* entry = builder.find(id);
        if (entry == nullptr)
            continue;
        std::vector<std::string> parts;
        add_values(parts, remarks, ';');
        for (const std::string& part : parts)
            read_part(*entry, part);
    }
}

} // namespace preflag

#include <preflag/base/text.h>
#include <preflag/parties/ofac_remarks.h>

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

void read_number(ListEntry& entry, std::string_view part) {
    constexpr std::array<std::string_view, 9> labels{"Passport ",
                                                     "National ID No. ",
                                                     "Tax ID No. ",
                                                     "Registration ",
                                                     "Identification Number ",
                                                     "Company Number ",
                                                     "Commercial ",
                                                     "Business ",
                                                     "National Foreign ID Number "};
    for (const std::string_view label : labels) {
        if (!part.starts_with(label))
            continue;
        const auto digit = part.find_first_of("0123456789");
        const auto begin = part.rfind(' ', digit);
        if (digit != std::string_view::npos && begin != std::string_view::npos)
            add_value(entry.identifiers, part.substr(begin + 1, part.find(' ', digit) - begin - 1));
    }
}

void read_part(ListEntry& entry, std::string_view part) {
    while (part.ends_with('.'))
        part.remove_suffix(1);
    if (part.starts_with("DOB ") || part.starts_with("alt. DOB "))
        add_value(entry.birth_dates, part.substr(part.find("DOB ") + 4));
    if (part.starts_with("nationality ") || part.starts_with("citizen "))
        add_value(entry.countries, part.substr(part.find(' ') + 1));
    const std::string_view alias = alias_in(part);
    const bool is_person = entry.kind == EntryKind::person;
    add_name(entry, is_person ? reading_order(alias) : std::string(alias), NameQuality::weak_alias);
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

#include <preflag/base/document/document.h>
#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/watchlists/formats/list_builder.h>
#include <preflag/watchlists/formats/list_formats.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

/// Calls `use` with a scalar, or with each element of a list.
template <class Use>
void each_value_of(const DocumentNode& record, std::string_view key, Use use) {
    const DocumentNode* value = record.find(key);
    if (value == nullptr)
        return;
    if (value->is_scalar())
        return use(*value);
    for (const DocumentNode& item : value->items())
        use(item);
}

/// "Назва (Название, Name)" is a name in three languages.
void add_names_in_languages(ListEntry& entry, std::string_view text, NameQuality quality) {
    const auto open = text.find('(');
    const auto comma = text.find(',', std::min(open, text.size()));
    const bool are_three = open != std::string_view::npos && open > 0 &&
                           comma != std::string_view::npos && text.ends_with(')') &&
                           text.find(',', comma + 1) == std::string_view::npos;
    if (!are_three)
        return add_name(entry, text, quality);
    add_name(entry, text.substr(0, open), quality);
    add_name(entry, text.substr(open + 1, comma - open - 1), NameQuality::alias);
    add_name(entry, text.substr(comma + 1, text.size() - comma - 2), NameQuality::alias);
}

bool is_address(std::string_view key) {
    for (const std::string_view word : {"Адрес", "адрес", "Місцезнаходження", "місцезнаходження"})
        if (key.find(word) != std::string_view::npos)
            return true;
    return false;
}

EntryKind ukrainian_kind(std::string_view type) {
    if (type == "individual")
        return EntryKind::person;
    return type == "legal" ? EntryKind::organisation : EntryKind::unknown;
}

void read_ukrainian_subject(ListBuilder& builder, const DocumentNode& record) {
    const std::string_view id = text_of(record, "sid");
    const std::string_view name = text_of(record, "name");
    if (id.empty() || name.empty())
        return builder.reject(record.position(), id.empty() ? "no sid" : "no name", name);
    ListEntry& entry = builder.entry(id, record.position());
    entry.kind = ukrainian_kind(text_of(record, "subjectType"));
    add_names_in_languages(entry, name, NameQuality::primary);
    add_names_in_languages(entry, text_of(record, "translit"), NameQuality::alias);
    each_value_of(record, "aliases", [&](const DocumentNode& alias) {
        add_name(entry, alias.text(), NameQuality::alias);
    });
    each_value_of(record, "citizenships",
                  [&](const DocumentNode& country) { add_value(entry.countries, country.text()); });
    add_value(entry.birth_dates, text_of(record, "bd"));
    each_value_of(record, "identifiers", [&](const DocumentNode& identifier) {
        add_value(entry.identifiers, text_of(identifier, "code"));
    });
    each_value_of(record, "attributes", [&](const DocumentNode& attribute) {
        if (is_address(text_of(attribute, "key")))
            add_value(entry.addresses, text_of(attribute, "value"));
    });
}

/// Numbers of documents within a text: words with six digits or more.
void add_numbers(std::vector<std::string>& numbers, std::string_view text) {
    constexpr std::ptrdiff_t least = 6;
    std::string word;
    for (const char c : std::string(text) + ' ') {
        if (is_ascii_digit(c) || is_ascii_letter(c) || c == '-') {
            word += c;
            continue;
        }
        if (std::count_if(word.begin(), word.end(), is_ascii_digit) >= least)
            add_value(numbers, word);
        word.clear();
    }
}

void read_terrorist_entry(ListBuilder& builder, const XmlElement& element) {
    const std::string_view id = element.child_text("number-entry");
    if (id.empty())
        return builder.reject(element.position, "an entry without number-entry", {});
    ListEntry& entry = builder.entry(id, element.position);
    const bool is_person = element.child_text("type-entry") == "2" ||
                           !element.child_text("date-of-birth-list").empty();
    entry.kind = is_person ? EntryKind::person : EntryKind::unknown;
    element.each("aka-list", [&](const XmlElement& aka) {
        const NameQuality quality = aka.child_text("type-aka") == "N"      ? NameQuality::primary
                                    : aka.child_text("quality-aka") == "2" ? NameQuality::weak_alias
                                                                           : NameQuality::alias;
        add_name(entry,
                 joined({aka.child_text("aka-name1"), aka.child_text("aka-name2"),
                         aka.child_text("aka-name3"), aka.child_text("aka-name4")},
                        " "),
                 quality);
    });
    add_value(entry.programmes, element.child_text("program-entry"));
    element.each("address-list", [&](const XmlElement& address) {
        add_values(entry.addresses, address.child_text("address"), ';');
    });
    element.each("date-of-birth-list",
                 [&](const XmlElement& date) { add_values(entry.birth_dates, date.text, ';'); });
    element.each("nationality-list", [&](const XmlElement& country) {
        add_values(entry.countries, country.text, ';');
    });
    element.each("document-list", [&](const XmlElement& document) {
        add_numbers(entry.identifiers, document.child_text("document-id"));
    });
    element.each("id-number-list",
                 [&](const XmlElement& number) { add_numbers(entry.identifiers, number.text); });
}

} // namespace

ListContents read_ukraine_json(const WatchlistFile& file) {
    ListBuilder builder("ua-nsdc", "Ukraine NSDC json", file);
    const Document document = read_json(file.text, file.path, list_limits);
    if (!document.root.is_list())
        throw InputError(fmt::format("the watchlist {} is no list of subjects", file.path));
    for (const DocumentNode& record : document.root.items())
        read_ukrainian_subject(builder, record);
    return builder.finish();
}

ListContents read_ukraine_xml(const WatchlistFile& file) {
    ListBuilder builder("ua-sfms", "Ukraine SFMS xml", file);
    const Diagnostic fault = read_xml(file.text, file.path, {}, [&](const XmlElement& element) {
        if (element.name == "acount-list")
            read_terrorist_entry(builder, element);
    });
    if (!fault.message.empty())
        builder.reject(fault);
    return builder.finish();
}

} // namespace preflag

#include <preflag/base/text.h>
#include <preflag/manifest/header/header_rules.h>

#include <algorithm>

namespace preflag {

namespace {

constexpr std::size_t shortest_party_in_a_compound = 6;

bool is_measure(Field field) {
    return unit_column(field).has_value() || field == Field::volume;
}

/// The words that are not in the phrase.
HeaderVocabulary without(const HeaderVocabulary& words, const std::string& phrase) {
    const HeaderVocabulary known = words_of(phrase);
    HeaderVocabulary rest;
    std::copy_if(words.begin(), words.end(), std::back_inserter(rest),
                 [&](const std::string& word) {
                     return std::find(known.begin(), known.end(), word) == known.end();
                 });
    return rest;
}

} // namespace

bool is_about_goods(Field field) {
    return field <= Field::marks;
}

bool is_of_goods(Field field) {
    return field <= Field::hs;
}

HeaderVocabulary HeaderRules::with_compounds_split(const HeaderVocabulary& words) const {
    HeaderVocabulary split;
    const auto is_attribute = [&](std::string_view word) {
        return std::any_of(attributes.begin(), attributes.end(),
                           [&](const auto& attribute) { return attribute.second.has(word); });
    };
    const auto cut = [&](const std::string& word) -> std::size_t {
        for (const auto& [field, phrases] : parties)
            for (const std::string& party : phrases.words()) {
                if (party.size() < shortest_party_in_a_compound || !word.starts_with(party))
                    continue;
                const std::string_view rest = std::string_view(word).substr(party.size());
                if (is_attribute(rest))
                    return party.size();
                if (!rest.empty() && is_attribute(rest.substr(1)))
                    return party.size() + 1;
            }
        return 0;
    };
    for (const std::string& word : words) {
        const std::size_t at = cut(word);
        if (at == 0) {
            split.push_back(word);
            continue;
        }
        std::string party = word.substr(0, at);
        const bool is_known = std::any_of(parties.begin(), parties.end(), [&](const auto& entry) {
            return entry.second.has(party);
        });
        if (!is_known)
            party.pop_back();
        split.push_back(std::move(party));
        split.push_back(word.substr(at));
    }
    return split;
}

std::optional<std::optional<Field>>
HeaderRules::about_a_party(const HeaderVocabulary& words) const {
    const HeaderVocabulary parts = with_compounds_split(words);
    const std::string text = joined(parts);
    const auto is_there = [&](const auto& entry) { return entry.second.is_in(parts, text); };
    const auto party = std::find_if(parties.begin(), parties.end(), is_there);
    if (party == parties.end())
        return std::nullopt;
    const auto attribute = std::find_if(attributes.begin(), attributes.end(), is_there);
    if (attribute == attributes.end())
        return std::nullopt;
    const bool is_consignee = party->first == Field::consignee;
    if (is_consignee && attribute->first == "address" && names.is_in(parts, text))
        return std::optional(Field::consignee);
    if (attribute->first.empty())
        return std::optional<Field>();
    return parse_field(std::string(field_name(party->first)) + "-" + attribute->first);
}

std::optional<Field> HeaderRules::party(const HeaderVocabulary& words) const {
    const std::string text = joined(words);
    const auto found = std::find_if(parties.begin(), parties.end(), [&](const auto& entry) {
        return entry.second.is_in(words, text);
    });
    if (found == parties.end() || !names.taken_from(found->second.taken_from(words)).empty())
        return std::nullopt;
    return found->first;
}

std::optional<Field> HeaderRules::refined(Field field, const std::string& phrase,
                                          const HeaderVocabulary& words,
                                          const HeaderVocabulary& outside) const {
    const HeaderVocabulary rest = without(words, phrase);
    const std::string text = joined(rest);
    if (is_code(field) && (descriptions.is_in(rest, text) || names.is_in(rest, text)))
        return Field::description;
    const bool is_one_word = phrase.find(' ') == std::string::npos;
    if (field == Field::description && is_one_word && numbers.is_in(rest, text))
        return Field::item;
    if (!is_measure(field))
        return field;
    const HeaderVocabulary rest_outside = without(outside, phrase);
    if (each.is_in(rest, text))
        return Field::package_content;
    if (units.is_in(rest_outside))
        return unit_column(field);
    return field;
}

std::optional<Field> HeaderRules::as_percentage(Field field) {
    switch (field) {
    case Field::gross_weight: // "Weight %"
    case Field::volume:
        return Field::concentration;
    case Field::description:
    case Field::concentration:
    case Field::concentration_unit:
    case Field::value:
        return field;
    default:
        return std::nullopt;
    }
}

Field HeaderRules::PartyPart::field() const {
    switch (kind) {
    case Kind::address:
        return Field::consignee_address;
    case Kind::country:
        return Field::consignee_country;
    case Kind::email:
        return Field::consignee_email;
    case Kind::phone:
        return Field::consignee_phone;
    default:
        return Field::consignee;
    }
}

std::optional<HeaderRules::PartyPart::Kind>
HeaderRules::kind_of_part(const HeaderVocabulary& words) const {
    using Kind = PartyPart::Kind;
    for (const auto& [phrases, kind] :
         {std::pair(&given_names, Kind::given_name), std::pair(&family_names, Kind::family_name),
          std::pair(&companies, Kind::company), std::pair(&names, Kind::name)})
        if (phrases->are_all_of(words))
            return kind;
    const auto field = bare_attribute(words);
    if (!field)
        return std::nullopt;
    switch (*field) {
    case Field::consignee_address:
        return Kind::address;
    case Field::consignee_country:
        return Kind::country;
    case Field::consignee_email:
        return Kind::email;
    default:
        return Kind::phone;
    }
}

std::optional<HeaderRules::PartyPart> HeaderRules::party_part(const HeaderVocabulary& words) const {
    const std::string text = joined(words);
    PartyPart part;
    part.is_billing = billings.is_in(words, text);
    if (!part.is_billing && !deliveries.is_in(words, text))
        return std::nullopt;
    HeaderVocabulary rest = (part.is_billing ? billings : deliveries).taken_from(words);
    std::erase_if(rest, [](const std::string& word) { return all_digits(word) || word == "line"; });
    const auto kind = kind_of_part(rest);
    if (rest.empty() || !kind)
        return std::nullopt;
    part.kind = *kind;
    return part;
}

std::optional<Field> HeaderRules::bare_attribute(const HeaderVocabulary& words) const {
    if (words.empty())
        return std::nullopt;
    const std::string text = joined(words);
    for (const auto& [ending, phrases] : attributes) {
        if (ending.empty() || ending == "identifier" || !phrases.is_in(words, text))
            continue;
        HeaderVocabulary rest = phrases.taken_from(words);
        for (const auto& [other, more] : attributes)
            if (other == "address")
                rest = more.taken_from(rest);
        std::erase_if(rest, [](const std::string& word) {
            return all_digits(word) || word == "code" || word == "number" || word == "line";
        });
        return rest.empty() ? parse_field("consignee-" + ending) : std::nullopt;
    }
    return std::nullopt;
}

bool HeaderRules::is_price_or_rate(const HeaderVocabulary& words) const {
    const std::string text = joined(words);
    return unit_prices.is_in(words, text) || (taxes.is_in(words, text) && rates.is_in(words, text));
}

bool HeaderRules::is_guarded(const HeaderVocabulary& words) const {
    return guards.is_in(words);
}

} // namespace preflag

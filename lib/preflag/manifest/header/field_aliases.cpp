#include <preflag/base/text.h>
#include <preflag/manifest/header/field_aliases.h>

#include <algorithm>

namespace preflag {

namespace {

constexpr std::size_t longest_mended_header = 80;

std::string without_parentheses(std::string_view header) {
    std::string text;
    int depth = 0;
    for (const char c : header) {
        if (c == '(' || c == '[')
            ++depth;
        if (depth == 0)
            text += c;
        if ((c == ')' || c == ']') && depth > 0)
            --depth;
    }
    return text;
}

template <typename Predicate>
HeaderVocabulary without(const HeaderVocabulary& words, Predicate&& is_dropped) {
    HeaderVocabulary rest;
    std::remove_copy_if(words.begin(), words.end(), std::back_inserter(rest), is_dropped);
    return rest;
}

/// Fields that share a column with the description: "Marks, numbers, kind of packages; description
/// of goods".
bool stands_beside_goods(Field field) {
    return field == Field::marks || field == Field::packages || field == Field::package_kind ||
           field == Field::quantity;
}

bool is_goods_field(Field field) {
    return field == Field::description || field == Field::proper_shipping_name ||
           field == Field::cas || field == Field::ec || field == Field::un || field == Field::hs;
}

} // namespace

std::optional<FieldAliases::Hit> FieldAliases::whole(const HeaderVocabulary& words) const {
    std::string phrase = joined(words);
    if (const auto found = exact_.find(phrase); found != exact_.end())
        return Hit{found->second, std::move(phrase), 2};
    if (const auto found = within_.find(phrase); found != within_.end())
        return Hit{found->second, std::move(phrase), fallback_.contains(found->first) ? 1 : 2};
    return std::nullopt;
}

std::optional<FieldAliases::Hit> FieldAliases::longest_part(const HeaderVocabulary& words) const {
    std::optional<Hit> hit;
    std::optional<Hit> description;
    const auto keep = [&](const std::string& phrase, Field meaning) {
        const bool is_fallback = fallback_.contains(phrase);
        const auto rank = [](bool is_weak, const std::string& text) {
            return std::pair(!is_weak, text.size());
        };
        if (!hit || rank(is_fallback, phrase) > rank(fallback_.contains(hit->phrase), hit->phrase))
            hit = Hit{meaning, phrase, 1};
        if (meaning == Field::description && !is_fallback)
            description = Hit{meaning, phrase, 1};
    };
    for (std::size_t first = 0; first < words.size(); ++first) {
        std::string phrase;
        for (std::size_t last = first; last < words.size(); ++last) {
            phrase += (last > first ? " " : "") + words[last];
            if (const auto found = within_.find(phrase); found != within_.end())
                keep(found->first, found->second);
        }
    }
    const std::string text = joined(words);
    if (!is_ascii(text))
        for (const auto& [phrase, meaning] : within_without_edges_)
            if (text.find(phrase) != std::string::npos)
                keep(phrase, meaning);
    return hit && description && stands_beside_goods(hit->field) ? description : hit;
}

HeaderVocabulary FieldAliases::without_units(const HeaderVocabulary& words) const {
    return without(words, [&](const std::string& word) { return units_.contains(word); });
}

HeaderVocabulary FieldAliases::without_filler(const HeaderVocabulary& words) const {
    return without(words, [&](const std::string& word) {
        return filler_.contains(word) || articles_.contains(word) ||
               std::all_of(word.begin(), word.end(), is_ascii_digit);
    });
}

HeaderVocabulary FieldAliases::without_articles(const HeaderVocabulary& words) const {
    return without(words, [&](const std::string& word) { return articles_.contains(word); });
}

std::optional<FieldAliases::Hit> FieldAliases::known_part(const HeaderVocabulary& words,
                                                          const HeaderVocabulary& outside) const {
    const HeaderVocabulary plain = without_articles(without_units(words));
    const HeaderVocabulary plain_outside = without_units(outside);
    for (const HeaderVocabulary& reduced : {plain_outside, plain, without_articles(plain_outside),
                                            without_filler(plain), without_filler(plain_outside)})
        if (auto hit = whole(reduced))
            return hit;
    auto part = longest_part(words);
    auto plain_part = longest_part(plain);
    const bool is_longer = plain_part && (!part || plain_part->phrase.size() > part->phrase.size());
    return is_longer ? plain_part : part;
}

std::optional<FieldAliases::Hit> FieldAliases::find(const HeaderVocabulary& words,
                                                    const HeaderVocabulary& outside) const {
    if (auto hit = whole(words))
        return hit;
    if (auto hit = whole(without_units(words)))
        return hit;
    if (const auto field = rules_.about_a_party(words))
        return *field ? std::optional(Hit{**field, joined(words), 2}) : std::nullopt;
    const auto party = rules_.party(without_filler(without_units(words)));
    if (party && !rules_.is_guarded(words))
        return Hit{*party, joined(words), 2};
    auto hit = known_part(words, outside);
    if (!hit)
        return std::nullopt;
    const auto refined = rules_.refined(hit->field, hit->phrase, words, outside);
    if (!refined || (is_about_goods(*refined) && rules_.is_guarded(words)))
        return std::nullopt;
    return Hit{*refined, hit->phrase, *refined == hit->field ? hit->strength : 1};
}

std::optional<FieldAliases::Hit> FieldAliases::mended(const HeaderVocabulary& words) const {
    if (const auto apart = spelling_.taken_apart(words)) {
        auto hit = find(*apart, *apart);
        if (hit && hit->strength == 2)
            return Hit{hit->field, hit->phrase, 1};
    }
    if (const auto corrected = spelling_.corrected(words)) {
        if (auto hit = find(*corrected, *corrected))
            return Hit{hit->field, hit->phrase, 1};
    }
    return std::nullopt;
}

/// A single letter of the phrase that was found is no unit: "B/L No" is not in litres.
std::string FieldAliases::unit_of(std::string_view header, const HeaderVocabulary& words,
                                  const std::string& phrase) const {
    if (header.find('%') != std::string_view::npos)
        return "%";
    const HeaderVocabulary known = words_of(phrase);
    std::string unit;
    for (const std::string& word : words) {
        const auto found = units_.find(word);
        if (found == units_.end())
            continue;
        if (std::find(known.begin(), known.end(), word) == known.end())
            return found->second;
        if (word.size() > 1 && unit.empty())
            unit = found->second;
    }
    return unit;
}

std::optional<FieldAliases::Match> FieldAliases::matched(const Hit& hit, std::string_view header,
                                                         const HeaderVocabulary& words) const {
    Match match{hit.field, unit_of(header, words, hit.phrase), hit.strength};
    if (match.unit != "%")
        return match;
    const auto field = HeaderRules::as_percentage(hit.field);
    if (!field)
        return std::nullopt;
    match.field = *field;
    return match;
}

std::optional<FieldAliases::Match> FieldAliases::match_as_written(std::string_view header) const {
    return matches_as_written_->get(header, [&] { return read_as_written(header); });
}

std::optional<FieldAliases::Match> FieldAliases::match(std::string_view header) const {
    return matches_->get(header, [&] { return read(header); });
}

std::optional<FieldAliases::Match> FieldAliases::read_as_written(std::string_view header) const {
    const HeaderVocabulary words = spelling_.without_numbers(header_vocabulary(header));
    if (rules_.is_price_or_rate(words))
        return std::nullopt;
    const HeaderVocabulary outside =
        spelling_.without_numbers(header_vocabulary(without_parentheses(header)));
    const HeaderVocabulary glued = with_letters_glued(words);
    if (glued != words)
        if (const auto hit = find(glued, with_letters_glued(outside)))
            return matched(*hit, header, glued);
    if (const auto hit = find(words, outside))
        return matched(*hit, header, words);
    const HeaderVocabulary plain = with_letters_glued(without_filler(words));
    if (plain != words)
        if (const auto hit = whole(plain))
            return matched(*hit, header, plain);
    const HeaderVocabulary unsplit = folded_words(header); // "UdM" is no camel case
    const auto hit = unsplit == words ? std::nullopt : whole(unsplit);
    return hit ? matched(*hit, header, unsplit) : std::nullopt;
}

std::optional<FieldAliases::Match> FieldAliases::read(std::string_view header) const {
    if (auto known = match_as_written(header))
        return known;
    if (header.size() > longest_mended_header)
        return std::nullopt;
    const HeaderVocabulary words = header_vocabulary(header);
    if (rules_.is_price_or_rate(words))
        return std::nullopt;
    const auto hit = mended(words);
    if (!hit)
        return std::nullopt;
    const auto apart = spelling_.taken_apart(words);
    return matched(*hit, header, apart ? *apart : words);
}

bool FieldAliases::is_measure_unit(std::string_view cell) const {
    const auto found = units_.find(joined(folded_words(cell)));
    return found != units_.end() && found->second != "%";
}

bool FieldAliases::names_a_figure(std::string_view key) const {
    const HeaderVocabulary words = header_vocabulary(key);
    return words.size() == 1 && rules_.figures.has(words.front());
}

bool FieldAliases::names_a_unit(std::string_view key) const {
    const HeaderVocabulary words = header_vocabulary(key);
    return !words.empty() && words.size() <= 2 && rules_.units.is_in(words);
}

std::optional<std::string> FieldAliases::nearest_goods_alias(std::string_view header) const {
    std::vector<std::string> candidates;
    for (const auto& [phrase, field] : exact_)
        if (is_goods_field(field))
            candidates.push_back(phrase);
    return nearest(joined(header_vocabulary(header)), candidates);
}

} // namespace preflag

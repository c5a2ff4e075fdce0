#include <preflag/base/text.h>
#include <preflag/consignees/consignee_kinds.h>

#include <algorithm>
#include <array>

namespace preflag {

namespace {

constexpr std::string_view personal_name = "personal name";
constexpr std::string_view given_name = "given name";
constexpr int name_weight = 20; ///< of either

/// Words of the longest label, "company registration no".
constexpr std::size_t most_label_words = 4;

bool contains(const std::vector<std::string>& all, std::string_view one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// Whether the words that end before `place` are one of the labels.
bool is_labelled(const std::vector<std::string>& labels, std::span<const PartyWord> words,
                 std::size_t place) {
    std::string key;
    for (std::size_t count = 1; count <= std::min(place, most_label_words); ++count) {
        key.insert(0, words[place - count].text);
        if (std::binary_search(labels.begin(), labels.end(), key))
            return true;
    }
    return false;
}

/// "Germany", "de" -> DE; nothing is looked up for the usual two letters.
std::string country_of(const FieldValues& line, const CountryTable& countries) {
    const std::string_view text = line[Field::consignee_country];
    return text.empty() ? std::string() : countries.code_of(text).value_or("");
}

void heaviest_first(std::vector<KindEvidence>& evidence) {
    std::stable_sort(evidence.begin(), evidence.end(),
                     [](const KindEvidence& left, const KindEvidence& right) {
                         return left.weight > right.weight;
                     });
}

} // namespace

ConsigneeReading ConsigneeKinds::read(const FieldValues& line,
                                      const CountryTable& countries) const {
    return read(line, country_of(line, countries));
}

ConsigneeReading ConsigneeKinds::read(const FieldValues& line, const std::string& country) const {
    ConsigneeReading reading;
    for (const Field field :
         {Field::consignee, Field::consignee_address, Field::consignee_identifier}) {
        if (line[field].empty())
            continue;
        const std::vector<PartyWord> words = party_words(line[field]);
        if (field != Field::consignee_identifier)
            words_.find({line[field], words, field, field == Field::consignee_address, country},
                        reading.evidence);
        if (field == Field::consignee)
            read_person({line[field], words, field, false, country}, reading.evidence);
        read_numbers({line[field], words, field, false, country}, reading.evidence);
        if (field == Field::consignee)
            reading.identity = identity_of(words, reading.evidence);
    }
    if (!reading.identity.empty())
        reading.identity += country;
    heaviest_first(reading.evidence);
    reading.kind = decide(reading.evidence);
    return reading;
}

/// Whether a label of any number stands in the text, with a word behind it.
bool ConsigneeKinds::has_label(std::span<const PartyWord> words) const {
    std::string key;
    for (std::size_t first = 0; first + 1 < words.size(); ++first) {
        key.clear();
        const std::size_t most = std::min(words.size() - 1, first + most_label_words);
        for (std::size_t last = first; last < most; ++last) {
            key += words[last].text;
            if (key.size() > longest_label_)
                break;
            if (all_labels_.contains(key))
                return true;
        }
    }
    return false;
}

/// In a field for numbers, those of the consignee's country or with a country's letters before
/// them; elsewhere, numbers behind a label.
void ConsigneeKinds::read_numbers(const KindVocabulary::Text& text,
                                  std::vector<KindEvidence>& evidence) const {
    if (!has_digit(text.raw))
        return;
    const bool is_for_numbers = text.field == Field::consignee_identifier;
    if (!is_for_numbers && !has_label(text.words))
        return; // nothing here could count
    for (const RegistrationNumber& number : numbers_) {
        const auto found = find_number(number, text.words);
        if (!found)
            continue;
        const bool has_own_label = is_labelled(number.labels, text.words, found->first);
        const bool has_label = has_own_label || is_labelled(labels_, text.words, found->first);
        const bool is_at_home =
            number.countries.empty() || contains(number.countries, text.country);
        if (number.labels.empty() ? (has_label || (is_for_numbers && is_at_home)) : has_own_label) {
            const std::size_t begin = text.words[found->first].offset;
            const PartyWord& last = text.words[found->behind - 1];
            const std::size_t length = last.offset + last.length - begin;
            evidence.push_back({number.speaks_for, number.what, text.field,
                                std::string(text.raw.substr(begin, length)), begin, length,
                                number.weight});
            return;
        }
    }
}

bool ConsigneeKinds::is_part_of_identity(const PartyWord& word,
                                         const std::vector<KindEvidence>& evidence) const {
    return std::none_of(evidence.begin(), evidence.end(), [&](const KindEvidence& piece) {
        return word.offset >= piece.offset && word.offset < piece.offset + piece.length &&
               contains(not_identity_, piece.what);
    });
}

/// `evidence` is that of the name. A name of nothing but a legal form keeps it.
std::string ConsigneeKinds::identity_of(std::span<const PartyWord> name,
                                        const std::vector<KindEvidence>& evidence) const {
    std::vector<std::string_view> words;
    for (const PartyWord& word : name)
        if (is_part_of_identity(word, evidence))
            words.push_back(word.text);
    if (words.empty())
        for (const PartyWord& word : name)
            words.push_back(word.text);
    std::sort(words.begin(), words.end());
    std::string identity;
    for (const std::string_view word : words)
        identity.append(word).append(1, ' ');
    return identity;
}

/// Names speak for a person only where the weight of something else is added, such as a home's
/// address.
void ConsigneeKinds::read_person(const KindVocabulary::Text& text,
                                 std::vector<KindEvidence>& evidence) const {
    const auto [likeness, count] = persons_.read(text.words);
    if (likeness == PersonNames::Likeness::none)
        return;
    const std::size_t begin = text.words.front().offset;
    const PartyWord& last = text.words[count - 1];
    const std::size_t length = last.offset + last.length - begin;
    if (text.raw.substr(begin, length).find_first_of("&+") != std::string_view::npos)
        return; // "Ernst & Young"
    const bool is_whole = likeness == PersonNames::Likeness::whole;
    evidence.push_back({ConsigneeKind::private_person,
                        std::string(is_whole ? personal_name : given_name), text.field,
                        std::string(text.raw.substr(begin, length)), begin, length, name_weight});
}

/// The heaviest piece for each kind; where it is too light alone, the sum over different sorts.
ConsigneeKind ConsigneeKinds::decide(const std::vector<KindEvidence>& evidence) const {
    std::array<int, consignee_kind_count> heaviest{};
    std::array<int, consignee_kind_count> sums{};
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        const KindEvidence& one = evidence[i];
        const auto kind = static_cast<std::size_t>(one.speaks_for);
        heaviest[kind] = std::max(heaviest[kind], one.weight);
        const bool is_first_of_sort =
            std::none_of(evidence.begin(), evidence.begin() + static_cast<std::ptrdiff_t>(i),
                         [&](const KindEvidence& other) {
                             return other.what == one.what && other.speaks_for == one.speaks_for;
                         });
        sums[kind] += is_first_of_sort ? one.weight : 0;
    }
    auto best = static_cast<std::size_t>(ConsigneeKind::unknown);
    int most = enough_ - 1;
    for (std::size_t kind = 0; kind < consignee_kind_count; ++kind) {
        const int weight =
            heaviest[kind] < enough_ ? std::min(sums[kind], enough_) : heaviest[kind];
        if (weight > most) {
            most = weight;
            best = kind;
        }
    }
    const auto kind = static_cast<ConsigneeKind>(best);
    if (kind == ConsigneeKind::unknown &&
        std::any_of(evidence.begin(), evidence.end(),
                    [](const KindEvidence& piece) { return piece.what == personal_name; }))
        return ConsigneeKind::personal_name;
    return kind;
}

} // namespace preflag

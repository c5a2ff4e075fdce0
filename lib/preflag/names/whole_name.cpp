#include <preflag/names/whole_name.h>
#include <preflag/names/word/consonants.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

/// "abdelmalek" -> "abdmalek": scripts without vowels write the article apart.
std::string without_article(std::string_view folded) {
    constexpr std::string_view servant = "abd";
    constexpr std::size_t article = 5; // abdul
    std::string text(folded);
    if (folded.size() > article + 1 && folded.starts_with(servant) && folded[article - 1] == 'l')
        text.erase(servant.size(), article - servant.size());
    return text;
}

/// "Hassan Rouhani" and "Hossein Rouhani" have the same consonants.
bool have_other_names(const WholeName& left, const WholeName& right) {
    return left.words == right.words && left.known.size() == right.known.size() &&
           left.known != right.known;
}

} // namespace

WholeName whole_name(std::span<const NameWord> name, const NameVocabulary& words) {
    constexpr std::size_t least_letters = 6;
    constexpr std::size_t least_consonants_of_all = 5;
    WholeName whole;
    std::string letters;
    std::string folded;
    for (const NameWord& word : name) {
        letters += word.is_number() ? fmt::format("#{}#", word.folded) : std::string(word.raw);
        if (word.word_class != WordClass::particle) {
            ++whole.words;
            if (word.word_class == WordClass::common)
                whole.known.emplace_back(word.folded);
            folded += without_article(word.folded);
        }
        whole.without_vowels = whole.without_vowels || word.without_vowels;
    }
    if (letters.size() >= least_letters)
        whole.sound = words.sound(letters);
    std::sort(whole.known.begin(), whole.known.end());
    whole.consonants = whole.without_vowels ? abjad_consonants_of(folded) : consonants_of(folded);
    if (whole.consonants.size() < least_consonants_of_all)
        whole.consonants.clear();
    return whole;
}

WordSimilarity similarity_of(const WholeName& left, const WholeName& right,
                             const NameSimilarities& similarities) {
    if (!left.sound.empty() && left.sound == right.sound)
        return {similarities.joined, WordMatch::joined, 0};
    if (left.without_vowels == right.without_vowels || left.consonants.empty() ||
        right.consonants.empty() || have_other_names(left, right))
        return {};
    const WholeName& abjad = left.without_vowels ? left : right;
    const WholeName& vowelled = left.without_vowels ? right : left;
    if (may_write(vowelled.consonants, abjad.consonants))
        return {similarities.script, WordMatch::script, 0};
    return {};
}

} // namespace preflag

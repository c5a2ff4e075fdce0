#pragma once

#include <preflag/names/word/word_similarity.h>

#include <span>
#include <string>
#include <vector>

namespace preflag {

/// What names have in common however their letters are divided into words: "Ural Vagon Zavod" and
/// "Uralvagonzavod". Each text is empty where the name is too short for it to say anything.
struct WholeName {
    std::string sound;      ///< of all letters in one
    std::string consonants; ///< without particles; compared where one name has no vowels
    bool without_vowels = false;
    std::size_t words = 0;          ///< particles left out
    std::vector<std::string> known; ///< the names with variants among them, sorted
};

WholeName whole_name(std::span<const NameWord> name, const NameVocabulary& words);

/// How alike two names are as wholes, and by what; none where they are not.
WordSimilarity similarity_of(const WholeName& left, const WholeName& right,
                             const NameSimilarities& similarities);

} // namespace preflag

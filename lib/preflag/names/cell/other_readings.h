#pragma once

#include <preflag/names/name_vocabulary.h>

#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// What a name is in Latin letters when it is read as a name of another language: one in Chinese
/// characters in Japanese and Korean, one of Cantonese or Hokkien syllables in pinyin. Empty for
/// other names; at most `most_other_readings`, always in the same order.
std::vector<std::string> other_readings(std::string_view name, const NameVocabulary& vocabulary);

inline constexpr std::size_t most_other_readings = 12;

} // namespace preflag

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// What words have in common across scripts with and without vowels: consonants, of which letters
/// that such scripts do not tell apart are one (p, f and b; g and k; j, ch and z).

/// Of a folded word of a script with vowels; repeated ones once.
std::string consonants_of(std::string_view folded);

/// Of a folded word of Arabic or Hebrew script. Capital letters stand for consonants that Latin
/// letters write in several ways.
std::string abjad_consonants_of(std::string_view folded);

/// The consonants that abjad_consonants_of a word may be in Latin letters, the usual ones first;
/// none when there are too many ways to say anything.
std::vector<std::string> latin_consonants(std::string_view abjad);

/// Whether `consonants`, at most 63, are among the ways to write `abjad`, however many.
bool may_write(std::string_view consonants, std::string_view abjad);

/// The same for consonants of either kind where may_write() holds.
std::string coarse_consonants(std::string_view consonants);

} // namespace preflag

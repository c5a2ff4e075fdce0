#pragma once

#include <array>
#include <string_view>

namespace preflag::test {

/// A way to compare names that other screening programs use, for comparison: of the folded and
/// transliterated names, 0 to 1.
struct Peer {
    std::string_view name;
    double (*similarity)(std::string_view left, std::string_view right);
};

/// With the usual prefix weight 0.1 of at most four letters.
double jaro_winkler(std::string_view left, std::string_view right);

/// The words that both names have, and these with the other words of either, as three texts: the
/// best similarity of two of them by insertions and deletions.
double token_set_ratio(std::string_view left, std::string_view right);

/// The share of the words of both names that have a like in the other one, each at most once: the
/// same Soundex code, times how alike they are by edits.
double soundex_tokens(std::string_view left, std::string_view right);

inline constexpr std::array<Peer, 3> peers{{{"Jaro-Winkler", jaro_winkler},
                                            {"token set", token_set_ratio},
                                            {"Soundex tokens", soundex_tokens}}};

} // namespace preflag::test

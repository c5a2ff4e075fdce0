#pragma once

#include <preflag/names/name_score.h>

#include <span>
#include <string_view>
#include <vector>

namespace preflag {

/// Something that speaks against two aligned names being one.
struct CounterPoint {
    std::string_view reason; ///< "the numbers differ"
    double amount = 0;       ///< taken off the score
};

/// What the listed party is: numbers do not tell persons apart, initials no firms.
enum class DoubtedParty : std::uint8_t { any, person, organisation };

/// What speaks against it, after the words were aligned: numbers or initials that differ, words
/// that stand here in the place of others there, a single short word that is written otherwise.
std::vector<CounterPoint> doubts_of(std::span<const NameWord> query, std::span<const NameWord> list,
                                    std::span<const AlignedWords> alignment, DoubtedParty party,
                                    const CounterEvidence& doubts);

/// Their sum.
double amount_of(std::span<const CounterPoint> doubts);

} // namespace preflag

#pragma once

#include <preflag/screening/screened_line.h>

#include <cstdint>
#include <string>

namespace preflag {

/// What decides which line a person with little time looks at first. A total order of the lines of
/// a run: by score, then by how certain the goods are, by how much speaks for them, by the quantity
/// in kilograms, and last by finding id, file and record, so that no two lines are equal.
struct TellingRank {
    int score = 0;
    int confidence = 0;
    std::size_t evidence = 0;
    double kilograms = 0;
    std::string finding; ///< id of the first finding
    std::string file;
    std::uint64_t record = 0;
};
TellingRank telling_rank(const ScreenedLine& line);

/// Whether the left one comes first.
bool is_more_telling(const TellingRank& left, const TellingRank& right);

} // namespace preflag

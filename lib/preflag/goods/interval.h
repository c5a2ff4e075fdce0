#pragma once

#include <optional>

namespace preflag {

/// A range of numbers. An end that is "open" does not belong to it ("< 12": high 12, open).
/// Invariant: low <= high.
struct Interval {
    double low = 0;
    double high = 0;
    bool low_open = false;
    bool high_open = false;

    [[nodiscard]] bool is_exact() const { return low == high; }

    friend bool operator==(const Interval&, const Interval&) = default;
};

enum class Comparison { holds, fails, undetermined };

/// The law's own operators.
enum class Operator { above, at_least, below, at_most };

/// Whether every value of `interval`, none of them, or only some satisfy `op limit`.
Comparison compare(const Interval& interval, Operator op, double limit);

} // namespace preflag

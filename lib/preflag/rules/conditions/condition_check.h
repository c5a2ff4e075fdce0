#pragma once

#include <preflag/rules/conditions/condition.h>
#include <preflag/rules/limit.h>

#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// A part of a condition that no line can meet, and the reason.
struct NeverHolds {
    Position position;
    std::string because;
};

/// The parts of a tree that can never hold: conditions of one "all" on the same field or fact that
/// exclude each other, and a field compared with itself. Only what is certain is told.
std::vector<NeverHolds> find_never(const Condition& condition);

/// Why no goods can meet the limit: "more than 100 %", terms that exclude each other; nullopt when
/// some can.
std::optional<std::string> never_met(const Limit& limit);

} // namespace preflag

#pragma once

#include <preflag/rules/rule_set.h>

#include <string>
#include <vector>

namespace preflag {

/// A value of a rule or pack that differs; an empty side means that there is none.
struct ValueChange {
    std::string what; ///< "limit"
    std::string before, after;
};

/// A rule or pack that differs between two sets of packs.
struct RuleDifference {
    enum class Kind { added, removed, changed };
    Kind kind = Kind::changed;
    std::string id;
    /// Of changed: what differs. Of added and removed: the limit and the outcome alone.
    std::vector<ValueChange> changes;
};

/// The packs whose edition, dates or countries differ, those added and those removed.
std::vector<RuleDifference> pack_differences(const RuleSet& before, const RuleSet& after);

/// The rules that differ in anything a line or a reader can notice, by id.
std::vector<RuleDifference> rule_differences(const RuleSet& before, const RuleSet& after);

} // namespace preflag

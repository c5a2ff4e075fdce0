#pragma once

#include <preflag/rules/packs/rule_pack.h>
#include <preflag/screening/finding.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// What a case of a rule tries out, told from what came out of it.
enum class CaseKind {
    hit,          ///< the rule answers in full
    at_limit,     ///< the goods are exactly at the limit
    just_below,   ///< short of it by one unit or a tenth of it at most
    just_above,   ///< beyond it by no more than that
    undetermined, ///< the line does not tell
    trap,         ///< it looks like the goods, and the rule stays silent
};
/// "just below".
std::string_view name_of(CaseKind kind);

/// The kinds that one case covers. `finding` is the rule's answer; nullptr when it stayed silent.
std::set<CaseKind> kinds_of(const Rule& rule, const Finding* finding);

/// The kinds that a rule's cases must cover: all but `hit` for a limit, `hit` and `trap` where
/// there is none.
std::set<CaseKind> kinds_needed(const Rule& rule);

/// "at the limit, undetermined": what is needed and not covered; empty when nothing is.
std::string missing_kinds(const Rule& rule, const std::set<CaseKind>& covered);

} // namespace preflag

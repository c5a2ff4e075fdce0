#include <preflag/rules/packs/rule_pack.h>

#include <algorithm>

namespace preflag {

RuleKind Rule::kind() const {
    switch (outcome) {
    case Outcome::red_flag:
        return RuleKind::red_flag;
    case Outcome::contradiction:
        return RuleKind::contradiction;
    case Outcome::watchlist:
        return RuleKind::watchlist;
    default:
        return RuleKind::law;
    }
}

bool RulePack::has_law() const {
    return std::any_of(rules.begin(), rules.end(),
                       [](const Rule& rule) { return rule.kind() == RuleKind::law; });
}

} // namespace preflag

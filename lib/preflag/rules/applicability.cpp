#include <preflag/rules/applicability.h>
#include <preflag/rules/rule_selection.h>

#include <algorithm>

namespace preflag {

RouteReach Applicability::reach(const RulePack& pack, const Rule& rule) const {
    const bool is_in_force = std::any_of(days_.begin(), days_.end(), [&](Date day) {
        return in_force(pack.from, pack.until, day) && in_force(rule.from, rule.until, day);
    });
    if (!is_in_force)
        return RouteReach::outside;
    if (pack.jurisdiction.empty() || !follows_route_)
        return RouteReach::within;
    return route_.reach(pack.jurisdiction, countries_);
}

std::span<const std::string> Applicability::countries() const {
    return route_.countries();
}

} // namespace preflag

#include <preflag/rules/packs/pack_age.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

bool is_in_use(const RulePack& pack) {
    return std::any_of(pack.rules.begin(), pack.rules.end(),
                       [](const Rule& rule) { return rule.is_active(); });
}

/// Why the review is overdue; empty when it is not.
std::string reason(const RulePack& pack, Date today, const PackAgeLimit& limit) {
    if (!limit.days)
        return pack.review_by && *pack.review_by < today
                   ? fmt::format("was to be reviewed by {}", to_string(*pack.review_by))
                   : "";
    if (!pack.reviewed)
        return "does not say when it was reviewed";
    const auto age = std::chrono::sys_days(today) - std::chrono::sys_days(*pack.reviewed);
    if (age <= std::chrono::days(*limit.days))
        return "";
    return fmt::format("was reviewed on {}, {} days ago, and may be {} days old",
                       to_string(*pack.reviewed), age.count(), *limit.days);
}

} // namespace

std::vector<std::string> overdue_packs(const std::vector<RulePack>& packs, Date today,
                                       const PackAgeLimit& limit) {
    std::vector<std::string> overdue;
    if (limit.is_unlimited)
        return overdue;
    for (const RulePack& pack : packs) {
        const std::string why = is_in_use(pack) ? reason(pack, today, limit) : "";
        if (!why.empty())
            overdue.push_back(fmt::format(
                "pack {} {}: what it says may be out of date; install newer packs, or allow their "
                "age with --max-pack-age",
                pack.id, why));
    }
    return overdue;
}

} // namespace preflag

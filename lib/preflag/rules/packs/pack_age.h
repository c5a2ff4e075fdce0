#pragma once

#include <preflag/base/date.h>
#include <preflag/rules/packs/rule_pack.h>

#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// How old the review of a pack may be. By default the pack itself says it with `review-by`.
struct PackAgeLimit {
    bool is_unlimited = false;
    std::optional<unsigned> days; ///< counts from `reviewed`, in place of `review-by`
};

/// A sentence for each pack with a rule switched on whose review is overdue on `today`: the law may
/// have changed since. With a limit in days, a pack that does not say when it was reviewed is
/// overdue, too.
std::vector<std::string> overdue_packs(const std::vector<RulePack>& packs, Date today,
                                       const PackAgeLimit& limit);

} // namespace preflag

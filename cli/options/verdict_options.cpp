#include "verdict_options.h"

#include <preflag/base/error.h>
#include <preflag/base/number.h>

#include <fmt/format.h>

namespace preflag {

void add_verdict_options(OptionSet& options, VerdictArguments& arguments) {
    options
        .add(report("--near-misses", &arguments.near_misses,
                    "Write the lines that nearly meet a limit to a report of their own; the "
                    "format is the given one, else the suffix, else --format"))
        .manual("They are never mixed with what is flagged.");
    options.add(text("--near-margin", &arguments.near_margin, "N|P%",
                     "How far below a limit is near: a share of it, or an amount in its unit"));
    options.add(text("--max-pack-age", &arguments.max_pack_age, "DAYS",
                     "Days since the review of a pack that a trusted run allows, or unlimited; by "
                     "default until the date that the pack gives"));
}

NearMargin near_margin(const std::string& word) {
    const auto share = Share::parse(word);
    if (!share)
        throw UsageError(fmt::format(
            "--near-margin {}: give a share of the limit such as 10%, or an amount in its unit "
            "such as 0.5",
            word));
    return {share->value, share->is_percent};
}

PackAgeLimit pack_age_limit(const std::string& word) {
    constexpr unsigned most_days = 36'500;
    PackAgeLimit limit;
    limit.is_unlimited = word == "unlimited";
    if (word.empty() || limit.is_unlimited)
        return limit;
    limit.days = parse_number<unsigned>(word);
    if (!limit.days || *limit.days > most_days)
        throw UsageError(
            fmt::format("--max-pack-age {}: give a number of days, or unlimited", word));
    return limit;
}

} // namespace preflag

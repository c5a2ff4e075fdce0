#pragma once

#include "command_line/option_set.h"

#include <preflag/rules/packs/pack_age.h>
#include <preflag/run/near_miss.h>

#include <string>

namespace preflag {

/// What was typed about near misses and about the age of packs.
struct VerdictArguments {
    std::string near_misses;
    std::string near_margin = "10%";
    std::string max_pack_age;
};

void add_verdict_options(OptionSet& options, VerdictArguments& arguments);

/// Both throw UsageError for words that make no sense.
NearMargin near_margin(const std::string& word);
PackAgeLimit pack_age_limit(const std::string& word);

} // namespace preflag

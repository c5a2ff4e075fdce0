#pragma once

#include "shipped_words.h"

#include <preflag/watchlists/watchlists.h>

namespace preflag::parties_test {

/// What the shipped rules say about names, matching and countries.
inline PartyKnowledge shipped_parties() {
    static const MatchingSettings settings = read_or_throw(
        read_matching_settings, RuleFiles::read({preflag::test::source_dir() + "/rules"}));
    return {shipped_words(), settings, shipped_countries()};
}

} // namespace preflag::parties_test

#pragma once

#include <preflag/run/explanation.h>

#include <string>
#include <utility>
#include <vector>

namespace preflag {

/// What the pages say in every format. A heading and the words below it.
using ExplainedFact = std::pair<std::string, std::string>;

/// "2021-02-01 to 2024-12-31", "from 2021-02-01", "always": of the rule, else of its pack.
std::string period_text(const ExplainedRule& rule);

/// "monitored above any strength" is no sentence of a law: "any strength" for a limit of "any".
std::string limit_text(const Rule& rule);

/// Formula and numbers of a substance, without what it does not have.
std::vector<ExplainedFact> identity_facts(const Explanation& substance);

/// Its names by language.
std::vector<ExplainedFact> name_facts(const Explanation& substance);

/// "> 12 % w/w: restricted; licence <= 35 % w/w; EU, from 2021-02-01".
std::string glance_text(const ExplainedRule& rule);

/// Everything about a rule but its cases, in reading order, without what it does not have.
std::vector<ExplainedFact> rule_facts(const ExplainedRule& rule);

/// "restricted: (1), (3); below-limit: (2)": the laws by number, by what they answer.
std::string answers_text(const StrengthLadder::Step& step);

} // namespace preflag

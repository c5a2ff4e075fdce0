#pragma once

#include <preflag/rules/packs/rule_pack.h>
#include <preflag/screening/screener.h>

#include <optional>
#include <string>

namespace preflag {

/// What a rule answers to the line of one of its cases, after the earlier ones, through the same
/// screener as any manifest; nullopt when it stays silent. A rule that is switched off is silent.
std::optional<Finding> answer_of(const Rule& rule, const RuleCase& rule_case, Screener& screener);

/// "restricted", or "silent" for no outcome: the words that packs use.
std::string expectation_text(const std::optional<Outcome>& outcome);

/// "description: Nitric acid 65 % w/w; cas: 7697-37-2", with " / " between several lines.
std::string line_text(const RuleCase& rule_case);

} // namespace preflag

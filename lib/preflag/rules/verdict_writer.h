#pragma once

#include <preflag/rules/conditions/line_facts.h>
#include <preflag/rules/limit_judgement.h>
#include <preflag/rules/packs/outcome_table.h>
#include <preflag/rules/packs/rule_pack.h>
#include <preflag/rules/verdict.h>

namespace preflag {

/// The verdict of a law's row on one identification, worded.
Verdict law_verdict(const Rule& rule, const Identification& identification,
                    const GoodsReading& goods, const OutcomeTable& table);
/// The same when the route does not tell whether the law holds: undetermined and without weight,
/// unless the goods are below the limit anyway.
Verdict law_verdict_off_route(const Rule& rule, const Identification& identification,
                              const GoodsReading& goods, const OutcomeTable& table);

/// The verdict of a red flag that holds; of the substance of `facts`, when there is one.
Verdict flag_verdict(const Rule& rule, const ConditionFacts& facts);

/// The verdict on two statements that cannot both be true.
Verdict contradiction_verdict(const Rule& rule, const Contradiction& contradiction);

} // namespace preflag

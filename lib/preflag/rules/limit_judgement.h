#pragma once

#include <preflag/goods/identification.h>
#include <preflag/rules/limit.h>
#include <preflag/rules/packs/outcome_table.h>
#include <preflag/rules/packs/rule_pack.h>

#include <optional>
#include <string>

namespace preflag {

/// What a limit is compared with: the goods of one identification.
struct LimitFacts {
    const Identification& identification;
    /// What stands in for the strength in % w/w where the law adds up several substances.
    std::optional<Interval> summed_percent;
    /// Of the whole line, for identifications without a quantity of their own.
    const MeasuredQuantity* line_quantity = nullptr;
};

/// How a limit came out, and the term that decided. `doubt` is set exactly when undetermined.
struct LimitJudgement {
    Comparison result = Comparison::holds;
    const LimitTerm* term = nullptr; ///< none when the limit has no terms
    std::optional<OpenPoint> doubt;
};

/// The value that `term` is about; nullopt when the line does not tell it.
std::optional<Interval> value_of(const LimitTerm& term, const LimitFacts& facts);

/// All terms hold: holds, with the first. One fails: fails, with that one. Else undetermined, with
/// the first whose value is missing, else the first that straddles.
LimitJudgement judge(const Limit& limit, const LimitFacts& facts);

/// A basket code, a brand or an ambiguous word alone: too little for a full outcome.
bool is_weak(const Identification& identification);

/// The strengths that a law adds up.
struct SummedStrength {
    Interval total;
    std::string partners;     ///< "potassium perchlorate 20 % w/w and ..."
    bool has_unknown = false; ///< a partner's strength is not stated
};

/// Nothing when the rule sums nothing, the own strength is unknown or no partner is on the line.
std::optional<SummedStrength> summed_strength(const Rule& rule, const Identification& own,
                                              const GoodsReading& goods);

} // namespace preflag

#pragma once

#include <preflag/base/date.h>
#include <preflag/base/diagnostic.h>
#include <preflag/rules/condition.h>
#include <preflag/rules/limit.h>
#include <preflag/rules/verdict.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace preflag {

/// A manifest line given as field/value pairs, and what must come out of it. Used by the packs' own
/// tests and by the canaries of every run.
struct RuleCase {
    std::string name;
    std::vector<std::pair<Field, std::string>> fields;
    std::optional<Outcome> expected; ///< none: the rule must stay silent
    bool is_canary = false;
    /// Of a red flag's case: the substance that some chosen law must list for the flag to answer.
    /// Cases whose substance no chosen law lists are dropped when a RuleSet compiles.
    std::string needs;
    Position position;
};

/// A row of a law or a red flag, as the YAML says it.
struct Rule {
    std::string id;     ///< "eu-2019-1148/annex-i/hydrogen-peroxide", "red-flag/consignee-missing"
    std::string regime; ///< "eu-2019-1148"; empty for red flags
    std::string list;   ///< "annex-i"
    std::string title;
    std::string substance;                ///< catalogue id; empty for red flags
    std::vector<std::string> summed_with; ///< substances whose strengths the law adds up
    Limit limit;                          ///< of a law's row
    std::string licence_limit;      ///< up to where a licence can be given, in the law's words
    std::vector<std::string> codes; ///< tariff codes the law names, for information
    std::string note;
    Condition condition; ///< of a red flag
    Outcome outcome = Outcome::monitored;
    int score = 0;
    std::string message; ///< template with {placeholders}, checked at load
    std::string citation;
    std::string duty;
    bool verified = true;
    std::string disabled_because; ///< not empty: switched off by an override or not chosen
    std::optional<Date> from, until;
    std::vector<RuleCase> cases;
    std::string pack; ///< id of the pack that decided
    Position position;
};

class OutcomeTable;
class CountryTable;

/// One file below rules/regimes or rules/red-flags.
struct RulePack {
    std::string id;
    std::string title;
    std::string edition;
    std::string source;                    ///< where the text can be read
    std::vector<std::string> jurisdiction; ///< ISO 3166 country codes; empty: everywhere
    std::optional<Date> from, until, reviewed, review_by;
    std::string file;
    std::string digest; ///< SHA-256 of the file
    std::vector<Rule> rules;
    /// What the folders say about scores, wording and countries; the same for all packs of a load.
    std::shared_ptr<const OutcomeTable> outcomes;
    std::shared_ptr<const CountryTable> countries;
};

/// Reads regimes/*.yaml, red-flags/*.yaml, outcomes.yaml and countries.yaml of each folder in
/// order; a later folder's rule overrides an earlier one of the same id, and its `disable` switches
/// rules off. `substances` are the catalogue's ids, for unknown-id errors. Throws PackError with
/// every defect of every file; a folder that changes nothing is one.
std::vector<RulePack> load_packs(const std::vector<std::string>& folders,
                                 const std::vector<std::string>& substances);

} // namespace preflag

#pragma once

#include <preflag/base/date.h>
#include <preflag/base/diagnostic.h>
#include <preflag/goods/identification.h>
#include <preflag/rules/conditions/condition.h>
#include <preflag/rules/conditions/line_count.h>
#include <preflag/rules/limit.h>
#include <preflag/rules/verdict.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preflag {

/// A manifest line given as field/value pairs, and what must come out of it. Used by the packs' own
/// tests and by the canaries of every run.
struct RuleCase {
    using Fields = std::vector<std::pair<Field, std::string>>;
    std::string name;
    Fields fields;
    /// Of a rule that counts over several lines: those before it, in order.
    std::vector<Fields> earlier;
    std::optional<Outcome> expected; ///< none: the rule must stay silent
    bool is_canary = false;
    /// Of a red flag's case: the substance that some chosen law must list for the flag to answer,
    /// or the id of the very rule. Cases without it are dropped when a RuleSet compiles.
    std::string needs;
    Position position;
};

/// Whether a text is the id of a rule rather than of a substance.
inline bool is_rule_id(std::string_view id) {
    return id.find('/') != std::string_view::npos;
}

/// Goods that a law leaves out: those within the limit that are also what no manifest tells, such
/// as mixtures of many ingredients.
struct Reservation {
    Limit limit; ///< has terms
    std::string goods;
};

/// What a rule is, by who speaks in it. The outcome decides it.
enum class RuleKind {
    law,           ///< a row of a law's list: has a substance and a limit
    red_flag,      ///< has a condition
    contradiction, ///< of statements that exclude each other
    watchlist,     ///< an entry of a list of parties
};

/// A row of a law or a red flag, as the YAML says it.
struct Rule {
    [[nodiscard]] RuleKind kind() const;
    /// Whether it answers at all: neither a pack nor the selection switched it off.
    [[nodiscard]] bool is_active() const { return disabled_because.empty(); }

    std::string id;     ///< "eu-2019-1148/annex-i/hydrogen-peroxide", "red-flag/consignee-missing"
    std::string regime; ///< "eu-2019-1148"; empty for what is no law
    std::string list;   ///< "annex-i"
    std::string title;
    std::string substance;                ///< catalogue id; empty for red flags
    std::vector<std::string> summed_with; ///< substances whose strengths the law adds up
    Limit limit;                          ///< of a law's row
    std::optional<Reservation> reservation;
    std::vector<ProductForm> outside_products; ///< finished goods that the list leaves out
    std::string licence_limit;      ///< up to where a licence can be given, in the law's words
    std::vector<std::string> codes; ///< tariff codes the law names, for information
    std::string note;
    Condition condition; ///< of a red flag; of a law's row, when it applies at all
    Outcome outcome = Outcome::monitored;
    /// What the outcome weighs: of a flag always, of a law's row only where the pack says so
    /// instead of outcomes.yaml.
    std::optional<int> score;
    std::string message; ///< template with {placeholders}, checked at load
    std::string citation;
    std::string duty;
    bool verified = true;
    std::string disabled_because; ///< not empty: switched off by an override or not chosen
    std::optional<Date> from, until;
    std::vector<RuleCase> cases;
    /// Of red flags: they answer only once so much has come together over several lines.
    std::optional<LineCount> across_lines;
    /// Of red flags: they answer although the goods are below the limits of all laws.
    bool even_below_limits = false;
    /// Of red flags: without a column for each of them the rule cannot be checked.
    std::vector<Field> needed_columns;
    std::string pack; ///< id of the pack that decided
    Position position;
};

/// Id of the rule for kinds of contradiction that have none of their own. All that the program
/// knows have one, so that no line can show it.
inline constexpr std::string_view other_contradiction = "contradiction/other";

/// What a list of a law says for all of its rows.
struct LawList {
    std::string id; ///< "annex-i"
    std::string title, citation, duty;
    Outcome outcome = Outcome::monitored;
    std::optional<int> score;
    std::vector<ProductForm> outside_products; ///< finished goods that it leaves out
    std::optional<Reservation> reservation;
};

/// Where two packs collided over a rule, and how it came out. The pack that holds it won.
struct PackChange {
    enum class Kind { replaced, changed, switched_off };
    Kind kind = Kind::replaced;
    std::string rule;
    std::string over;    ///< id of the pack that lost
    std::string what;    ///< of changed: "severity high"
    std::string because; ///< as the pack says; empty for replaced
    Position position;   ///< in the file of the pack that won
};

/// One file below rules/regimes or rules/red-flags.
struct RulePack {
    std::string id;
    std::string title;
    std::string edition;
    std::string source; ///< where the text can be read
    int order = 50;     ///< of the packs of a folder: a lower one answers first; equal ones by file
    std::vector<std::string> jurisdiction;    ///< ISO 3166 country codes; empty: everywhere
    bool is_international = false;            ///< a list that countries agreed on: has none of them
    std::vector<std::string> shown_countries; ///< the same, a union in the place of its members
    std::optional<Date> from, until, reviewed, review_by;
    std::string file;
    std::string digest;  ///< SHA-256 of the file and of the lists that it reads
    std::string extends; ///< the law whose rows this pack adds to; empty for one of its own
    std::vector<LawList> lists;
    std::vector<Rule> rules;
    std::vector<PackChange> changes; ///< to the packs of earlier folders, in the order applied
    /// Whether it states rows of a law.
    [[nodiscard]] bool has_law() const;
};

/// "house-rules wins over eu-2019-1148 on eu-2019-1148/annex-i/nitric-acid: severity high, because
/// ... (regimes/house.yaml:7)".
std::string to_string(const PackChange& change, const RulePack& winner);

} // namespace preflag

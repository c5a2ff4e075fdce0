#pragma once

#include <preflag/goods/identification.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace preflag {

/// What the law or the guidance makes of a line. `below_limit` is listed for completeness (still
/// reportable when suspicious) and has severity info unless a pack says otherwise.
enum class Outcome {
    below_limit,
    monitored,
    reportable,
    undetermined,
    red_flag,
    contradiction,
    restricted,
    watchlist,
};
inline constexpr std::size_t outcome_count = 8;
std::string_view name_of(Outcome outcome); // "below-limit", "red-flag", ...
std::optional<Outcome> parse_outcome(std::string_view name);

enum class Severity { info, low, medium, high, critical };
inline constexpr std::size_t severity_count = 5;
std::string_view name_of(Severity severity);
std::optional<Severity> parse_severity(std::string_view name);

struct Rule;

/// What one rule says of one line. Owns its words and points at its rule alone, so that it can
/// outlive the line.
struct RuleAnswer {
    const Rule* rule = nullptr; ///< never null in an answer that was given
    Outcome outcome = Outcome::monitored;
    int score = 0;        ///< this rule's part of the line's score
    std::string message;  ///< one readable sentence
    std::string measured; ///< strength and size, "35 % w/w"; empty when neither was stated
    /// How far beyond the limit the goods are at least, in the limit's unit: negative below it, and
    /// then at most. Of the term that decided; none when undetermined and for a limit of "any".
    std::optional<double> margin;
    std::string_view margin_unit;      ///< "% w/w"; empty without a margin
    std::optional<double> limit_value; ///< the figure that the margin counts from
    std::string would_settle;          ///< undetermined: what would change the answer
    /// undetermined: "strength", "quantity", "particle-size", "identity", "route", "reservation";
    /// empty when the stated range lies on both sides of the limit.
    std::string missing;

    /// Whether the law may not hold on the goods' route at all.
    [[nodiscard]] bool is_off_route() const { return missing == "route"; }
    /// Of goods below a limit of quantity: how much of it they reach at most.
    [[nodiscard]] std::optional<double> share_of_quantity_limit() const;
};

/// An answer while its line is being judged: it also points into the reading it was made from.
struct Verdict : RuleAnswer {
    /// The goods that it is about; none of red flags that ask about none, and of contradictions.
    const Identification* identification = nullptr;
};

} // namespace preflag

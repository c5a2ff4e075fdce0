#pragma once

#include <preflag/base/date.h>
#include <preflag/base/diagnostic.h>
#include <preflag/goods/interval.h>
#include <preflag/rules/verdict.h>
#include <preflag/screening/screened_line.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// A figure with its unit as a report writes them: {{35, 35}, "% w/w"}. Open ends do not count.
struct StatedFigure {
    Interval value;
    std::string unit;

    friend bool operator==(const StatedFigure&, const StatedFigure&) = default;
};
/// "35 % w/w", "100-120 kg"; "not stated" without a figure.
std::string to_string(const std::optional<StatedFigure>& figure);

/// A substance of a line as it was when somebody decided.
struct DecidedSubstance {
    std::string id;
    std::optional<StatedFigure> strength;
    std::optional<StatedFigure> quantity; ///< in kg, or in l where the density is not known
};

/// What a decision was made on.
struct DecisionFacts {
    std::string rule;
    Outcome outcome = Outcome::monitored;
    std::string goods, consignee, country, shipment;
    std::vector<DecidedSubstance> substances;
    std::string edition; ///< of the rule's pack; empty for watchlists
};

/// What stands for the goods when a finding is on several lines: the things that came together.
std::string goods_counted(std::span<const std::string> things);

/// The facts of a finding on a line.
DecisionFacts facts_of(const ScreenedLine& line, const Finding& finding, std::string edition);

enum class DecisionKind { cleared, confirmed };
std::string_view name_of(DecisionKind kind); // "cleared", "confirmed"

/// A person's answer to a finding.
struct Decision {
    std::string finding; ///< id, see finding_id
    DecisionKind kind = DecisionKind::cleared;
    Date on{};
    std::string by, because;
    std::optional<Date> until; ///< the last day it holds; none: until the facts change
    DecisionFacts facts;
    std::uint64_t line = 0; ///< of its file
    /// A later record on the same finding took its place.
    bool is_superseded = false;

    [[nodiscard]] bool is_expired(Date today) const { return until && *until < today; }
};

/// Whether a text is the id of a finding: 16 hexadecimal digits, lower case.
bool is_finding_id(std::string_view text);

} // namespace preflag

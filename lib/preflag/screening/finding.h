#pragma once

#include <preflag/base/date.h>
#include <preflag/rules/verdict.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preflag {

/// Why a finding needs nobody's attention any more.
struct Clearance {
    enum class By { licence, decision };
    By by = By::licence;
    std::string reference;         ///< the licence's number, or who decided
    std::optional<Date> on, until; ///< of a decision: when it was taken, the last day it holds
    std::string because;           ///< for people: what is used up, or why it was decided so
};
std::string_view name_of(Clearance::By by); // "licence", "decision"

/// A rule's answer as it is reported. The rule must outlive it: it is one of the run's RuleSet or
/// of its ListedParties.
struct Finding : RuleAnswer {
    Finding() = default;
    explicit Finding(RuleAnswer&& answer) : RuleAnswer(std::move(answer)) {}

    std::string id; ///< stable from run to run, independent of line order: see finding_id
    Severity severity = Severity::info;
    std::vector<Evidence> evidence;
    /// Of a match in a watchlist: the entry's key in rule ids, and its programmes.
    std::string entry, programmes;
    /// Of a rule that counts over several lines: the different things that came together.
    std::vector<std::string> counted;
    std::optional<Clearance> clearance; ///< none: the finding is open
    /// Who decided that it is as it says; it stays open.
    std::optional<Clearance> confirmation;
    /// What licences and decisions say that do not clear it, a sentence each.
    std::vector<std::string> remarks;

    [[nodiscard]] bool is_open() const { return !clearance; }
    /// "eu-2019-1148/annex-i/acetone", "watchlist/LIST/ENTRY".
    [[nodiscard]] std::string rule_id() const;
    /// The law's own words, "> 12 % w/w", or how much a rule over several lines asks for; may be
    /// empty.
    [[nodiscard]] std::string limit() const;
    /// Where the rule is written down; of a watchlist's entry its programmes.
    [[nodiscard]] const std::string& citation() const;
};

/// What a finding is about, for finding_id: the words of the goods text and of the consignee, so
/// that spacing and punctuation do not make another finding.
std::string subject_of(std::string_view goods, std::string_view consignee);

/// The id of a finding: 16 hexadecimal digits that depend on what was found about whom (rule, goods
/// text, substance, strength, consignee), not on file, line number, shipment number or quantity, so
/// that the same trade has the same id every night. `subject` is that of subject_of.
std::string finding_id(const Finding& finding, std::string_view subject);

} // namespace preflag

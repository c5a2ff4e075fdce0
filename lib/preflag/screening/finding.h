#pragma once

#include <preflag/base/date.h>
#include <preflag/consignees/consignee_kind.h>
#include <preflag/rules/verdict.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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

/// A verdict that outlives its line: owns everything a report needs.
struct Finding {
    std::string id; ///< stable from run to run, independent of line order: see finding_id
    std::string rule;
    std::string regime;
    std::string list;
    std::string substance; ///< catalogue id; empty for red flags, contradictions and watchlists
    Outcome outcome = Outcome::monitored;
    Severity severity = Severity::info;
    int score = 0;
    std::string message;
    std::string limit;
    std::string measured;
    std::optional<double> margin; ///< see Verdict
    std::string margin_unit;
    std::optional<double> limit_value;
    std::string would_settle;
    std::string missing;
    std::string citation;
    std::string duty;
    bool verified = true;
    std::vector<Evidence> evidence;
    /// Of a rule that counts over several lines: the different things that came together.
    std::vector<std::string> counted;
    std::optional<Clearance> clearance; ///< none: the finding is open
    /// Who decided that it is as it says; it stays open.
    std::optional<Clearance> confirmation;
    /// What licences and decisions say that do not clear it, a sentence each.
    std::vector<std::string> remarks;

    [[nodiscard]] bool is_open() const { return !clearance; }
    /// Whether a law says it of a substance; red flags, contradictions and watchlists do not.
};

/// A substance as reported.
struct SubstanceReport {
    std::string id;
    std::string name;
    Confidence confidence = Confidence::certain;
    std::optional<Strength> strength;
    std::optional<MeasuredQuantity> quantity;
    /// Kilograms of the goods, with litres converted where the density is known.
    std::optional<Interval> kilograms;
    std::optional<Interval> particle_micrometres;
    std::vector<Evidence> evidence;

    /// Kilograms as far as they are known: converted ones before stated ones. Only with a quantity.
    [[nodiscard]] const std::optional<Interval>& known_kilograms() const {
        return kilograms ? kilograms : quantity->value.kilograms;
    }
};

/// Evidence on the line that did not count, and the words that cancelled it.
struct CancelledReport {
    std::string substance; ///< catalogue id
    Evidence evidence;
    std::string because;
};

/// What a finding is about, for finding_id: the words of the goods text and of the consignee, so
/// that spacing and punctuation do not make another finding.
std::string subject_of(std::string_view goods, std::string_view consignee);

/// The id of a finding: 16 hexadecimal digits that depend on what was found about whom (rule, goods
/// text, substance, strength, consignee), not on file, line number, shipment number or quantity, so
/// that the same trade has the same id every night. `subject` is that of subject_of.
std::string finding_id(const Finding& finding, std::string_view subject);

/// What one rule adds to a line's score.
struct ScorePart {
    std::string rule;
    int points = 0;
};

/// A red flag that one line brings up, and that answers only once the lines of its group make up
/// enough.
struct CountedFlag {
    /// A substance, consignee or destination.
    struct Thing {
        std::string key;  ///< the same for what counts once
        std::string name; ///< for people
    };

    const Rule* rule = nullptr; ///< has across_lines; of the RuleSet
    Finding finding;            ///< as the line brings it up, without the figures of the group
    std::string group;          ///< the same for lines that count together
    std::optional<Date> on;     ///< the shipment's date
    std::vector<Thing> things;  ///< of the line; empty where amounts are counted
    double amount = 1;          ///< of lines, kilograms or shares
};

/// One screened line with what was found on it, owning its text.
struct ScreenedLine {
    std::string file;
    std::uint64_t line = 0;
    std::uint64_t record = 0;
    std::string shipment;
    std::string goods;     ///< the description, or what stands in for it
    std::string consignee; ///< name as written
    std::string consignee_address;
    std::string consignee_country;
    std::string consignee_identifier; ///< VAT, EORI or registration number
    std::string date;                 ///< of the shipment, as written
    /// Who is behind the consignee; only of lines with a listed substance.
    std::optional<ConsigneeReading> consignee_reading;
    Severity severity = Severity::info;
    int score = 0;                      ///< the sum of its parts, at most 100
    std::vector<ScorePart> score_parts; ///< the law first
    std::vector<SubstanceReport> substances;
    std::vector<Finding> findings;    ///< most severe first
    std::vector<CountedFlag> counted; ///< red flags that wait for LineTally
    std::vector<CancelledReport> cancelled;
    std::vector<Contradiction> contradictions;
    std::vector<std::string> notes;

    /// Whether anything on it still needs attention.
    [[nodiscard]] bool has_open_findings() const;
    /// Whether licences and decisions cleared all that was found; false when nothing was.
    [[nodiscard]] bool is_cleared() const { return !findings.empty() && !has_open_findings(); }
};

} // namespace preflag

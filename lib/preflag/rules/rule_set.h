#pragma once

#include <preflag/base/date.h>
#include <preflag/base/field.h>
#include <preflag/goods/identification.h>
#include <preflag/places/route.h>
#include <preflag/rules/conditions/line_facts.h>
#include <preflag/rules/packs/pack_set.h>
#include <preflag/rules/rule_selection.h>
#include <preflag/rules/verdict.h>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace preflag {

/// The days whose laws apply to a line. Several when its date can be read in several ways.
struct ShipmentDays {
    std::vector<Date> days; ///< never empty
    /// The line has a date that cannot be read: the laws of the run's day apply.
    bool is_unread = false;
};

/// The packs compiled for screening: const, shared by all threads.
class RuleSet {
  public:
    /// Throws UsageError as RuleSelection says.
    static RuleSet compile(PackSet packs, const RuleSelection& selection);
    ~RuleSet();
    RuleSet(RuleSet&&) noexcept;
    RuleSet& operator=(RuleSet&&) noexcept;

    /// Adds a verdict for each rule that answers on this line, in pack order: laws first, then the
    /// red flags when a law says more than below-limit or they answer below limits too, then the
    /// contradictions when a law says anything. A red flag that counts over several lines answers
    /// on each line that it counts. A law applies as Route::reach says; where the route leaves it
    /// open, it answers undetermined. A row with a condition applies when it holds for the
    /// substance. A red flag whose condition asks about a substance is asked for each and answers
    /// for the first. `facts` is what the caller found out besides. A line without identified
    /// substances returns at once.
    void evaluate(const FieldValues& line, const GoodsReading& goods,
                  std::vector<Verdict>& verdicts, const LineFacts& facts = {}) const;

    /// The day of --as-of, else those that the line's date may be, else the day of the run.
    [[nodiscard]] ShipmentDays days_of(const FieldValues& line) const;

    /// Severity of a summed score, by the bounds of rules/outcomes.yaml.
    [[nodiscard]] Severity severity_of(int score) const;

    [[nodiscard]] const std::vector<RulePack>& packs() const;
    /// The rows of all laws and the red flags, in pack order; those switched off included.
    [[nodiscard]] std::span<const Rule* const> laws() const;
    [[nodiscard]] std::span<const Rule* const> flags() const;
    /// Rules switched on, and rules read.
    [[nodiscard]] std::size_t active_rule_count() const;
    [[nodiscard]] std::size_t rule_count() const;
    [[nodiscard]] const Rule* find(std::string_view id) const;
    [[nodiscard]] const OutcomeTable& outcomes() const;
    [[nodiscard]] const CountryTable& countries() const;
    /// Of the places in the manifest's cells. Refers to this.
    [[nodiscard]] PlaceReader places() const;
    /// Whether a line's route chooses the laws; not with --jurisdiction.
    [[nodiscard]] bool follows_routes() const;
    /// The country of --home; may be empty.
    [[nodiscard]] const std::string& home() const;

  private:
    struct Compiled;
    explicit RuleSet(std::unique_ptr<const Compiled> compiled);
    std::unique_ptr<const Compiled> compiled_;
};

} // namespace preflag

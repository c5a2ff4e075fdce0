#pragma once

#include <preflag/clearance/decision_book.h>
#include <preflag/clearance/licence_cover.h>
#include <preflag/rules/rule_set.h>

#include <optional>

namespace preflag {

/// Lets legitimate trade pass: what licences and recorded decisions make of each line that has
/// findings. Lines must come in input order, on one thread.
class Settlement {
  public:
    /// The rules must outlive it.
    explicit Settlement(const RuleSet& rules) : rules_(rules) {}

    void use(LicenceCover licences) { licences_.emplace(std::move(licences)); }
    void use(DecisionBook decisions) { decisions_.emplace(std::move(decisions)); }

    /// Decisions on matches of watchlists come first, since licences clear nothing on a line with
    /// an open one, then licences, so that they are used up whatever was decided, then the other
    /// decisions. Clears findings and puts them behind those that stay open, which alone make up
    /// the line's score and severity from then on.
    void settle(ScreenedLine& line);

    /// Nullptr when there are none.
    [[nodiscard]] const LicenceCover* licences() const { return licences_ ? &*licences_ : nullptr; }

    [[nodiscard]] const DecisionBook* decisions() const {
        return decisions_ ? &*decisions_ : nullptr;
    }

  private:
    void decide(ScreenedLine& line, bool on_watchlists);

    const RuleSet& rules_;
    std::optional<LicenceCover> licences_;
    std::optional<DecisionBook> decisions_;
};

} // namespace preflag

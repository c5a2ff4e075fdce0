#pragma once

#include <preflag/clearance/decision_book.h>
#include <preflag/clearance/licence_cover.h>

#include <optional>

namespace preflag {

/// Lets legitimate trade pass: what licences and recorded decisions make of each line that has
/// findings. Lines must come in input order, on one thread.
class LineClearance {
  public:
    void use(LicenceCover licences) { licences_.emplace(std::move(licences)); }
    void use(DecisionBook decisions) { decisions_.emplace(std::move(decisions)); }

    /// Decisions on matches of watchlists come first, since licences clear nothing on a line with
    /// an open one, then licences, so that they are used up whatever was decided, then the other
    /// decisions. The line has to be weighed then.
    void settle(ScreenedLine& line);

    /// Nullptr when there are none.
    [[nodiscard]] const LicenceCover* licences() const { return licences_ ? &*licences_ : nullptr; }

    [[nodiscard]] const DecisionBook* decisions() const {
        return decisions_ ? &*decisions_ : nullptr;
    }

  private:
    void decide(ScreenedLine& line, bool on_watchlists);

    std::optional<LicenceCover> licences_;
    std::optional<DecisionBook> decisions_;
};

} // namespace preflag

#pragma once

#include <preflag/screening/line_tally.h>
#include <preflag/screening/screener.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// A rule's answer on a line that differs; "silent" where there is none.
struct AnswerChange {
    std::string rule;
    std::string before, after;
};

/// A line that two sets of packs judge differently.
struct OutcomeChange {
    std::uint64_t line = 0;
    std::string goods, consignee;
    /// Of the line as a whole; nullopt when nothing was found.
    std::optional<Severity> severity_before, severity_after;
    std::vector<AnswerChange> answers; ///< by rule id
};

/// Screens lines with two sets of packs side by side.
class OutcomeComparison {
  public:
    /// The references must outlive the comparison.
    OutcomeComparison(const Knowledge& before, const Knowledge& after)
        : before_(before), after_(after) {}

    /// Nothing when both find the same. Lines must come in input order.
    std::optional<OutcomeChange> compare(const ManifestLine& line);

  private:
    Screener before_, after_;
    LineTally tally_before_, tally_after_;
};

} // namespace preflag

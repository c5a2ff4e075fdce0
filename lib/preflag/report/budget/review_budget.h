#pragma once

#include <preflag/report/budget/telling_order.h>
#include <preflag/screening/screened_line.h>

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

namespace preflag {

/// Keeps the `most` most telling lines of a run and hands back every other one, so that nothing is
/// lost. Memory grows with `most`.
class ReviewBudget {
  public:
    explicit ReviewBudget(std::size_t most) : most_(most) {}

    /// The line that falls out: this one, or one that it is more telling than.
    std::optional<ScreenedLine> add(ScreenedLine line);
    /// What was kept, the most telling first; nothing is kept any more.
    std::vector<ScreenedLine> take();

  private:
    struct MoreTelling {
        bool operator()(const TellingRank& left, const TellingRank& right) const {
            return is_more_telling(left, right);
        }
    };

    std::size_t most_;
    std::map<TellingRank, ScreenedLine, MoreTelling> kept_;
};

} // namespace preflag

#include <preflag/report/budget/review_budget.h>

#include <iterator>
#include <utility>

namespace preflag {

std::optional<ScreenedLine> ReviewBudget::add(ScreenedLine line) {
    TellingRank rank = telling_rank(line);
    if (kept_.size() < most_) {
        kept_.emplace(std::move(rank), std::move(line));
        return std::nullopt;
    }
    if (most_ == 0 || !is_more_telling(rank, std::prev(kept_.end())->first))
        return line;
    std::optional<ScreenedLine> out = std::move(std::prev(kept_.end())->second);
    kept_.erase(std::prev(kept_.end()));
    kept_.emplace(std::move(rank), std::move(line));
    return out;
}

std::vector<ScreenedLine> ReviewBudget::take() {
    std::vector<ScreenedLine> lines;
    for (auto& [rank, line] : std::exchange(kept_, {}))
        lines.push_back(std::move(line));
    return lines;
}

} // namespace preflag

#include <preflag/report/budget/telling_order.h>

#include <algorithm>
#include <tuple>

namespace preflag {

TellingRank telling_rank(const ScreenedLine& line) {
    TellingRank rank;
    rank.score = line.has_open_findings() ? line.score : -1;
    for (const Identification& substance : line.reading.substances) {
        rank.confidence = std::max(rank.confidence, 1 + static_cast<int>(substance.confidence));
        if (substance.quantity && substance.quantity->value.kilograms)
            rank.kilograms = std::max(rank.kilograms, substance.quantity->value.kilograms->high);
    }
    if (!line.findings.empty()) {
        rank.evidence = line.findings.front().evidence.size();
        rank.finding = line.findings.front().id;
    }
    rank.file = line.file;
    rank.record = line.record;
    return rank;
}

bool is_more_telling(const TellingRank& left, const TellingRank& right) {
    const auto heavier_first = [](const TellingRank& one, const TellingRank& other) {
        return std::tie(other.score, other.confidence, other.evidence, other.kilograms, one.finding,
                        one.file, one.record);
    };
    return heavier_first(left, right) < heavier_first(right, left);
}

} // namespace preflag

#include <preflag/report/budget/review_budget.h>

#include <doctest/doctest.h>

#include <vector>

using namespace preflag;

namespace {

ScreenedLine line_with(int score, std::uint64_t record) {
    ScreenedLine line;
    line.score = score;
    line.record = record;
    line.findings.emplace_back();
    return line;
}

} // namespace

TEST_SUITE("report/review_budget") {
    TEST_CASE("the most telling stay, and every other line comes out once") {
        ReviewBudget budget(2);
        std::vector<std::uint64_t> out;
        const std::vector<int> scores{10, 50, 10, 80, 30};
        for (std::size_t i = 0; i < scores.size(); ++i)
            if (const auto line = budget.add(line_with(scores[i], i + 1)))
                out.push_back(line->record);
        CHECK(out == std::vector<std::uint64_t>{3, 1, 5});
        const auto kept = budget.take();
        REQUIRE(kept.size() == 2);
        CHECK(kept[0].record == 4);
        CHECK(kept[1].record == 2);
        CHECK(budget.take().empty());
    }

    TEST_CASE("no two lines are equal, whatever order they come in") {
        const TellingRank first = telling_rank(line_with(10, 1));
        const TellingRank second = telling_rank(line_with(10, 2));
        CHECK(is_more_telling(first, second));
        CHECK_FALSE(is_more_telling(second, first));
        CHECK_FALSE(is_more_telling(first, first));
    }

    TEST_CASE("what is cleared comes behind what is open") {
        ScreenedLine cleared = line_with(90, 1);
        cleared.findings.front().clearance.emplace();
        CHECK(is_more_telling(telling_rank(line_with(1, 2)), telling_rank(cleared)));
    }
}

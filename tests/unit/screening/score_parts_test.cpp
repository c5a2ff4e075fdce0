#include "../support/sample_rules.h"

#include <preflag/screening/score_parts.h>

#include <doctest/doctest.h>

using namespace preflag;

namespace {

Finding finding_of(const std::string& rule, Outcome outcome, int score) {
    Finding finding;
    finding.rule = &preflag::test::rule_of(rule);
    finding.outcome = outcome;
    finding.score = score;
    return finding;
}

} // namespace

TEST_SUITE("screening/score_parts") {
    TEST_CASE("the heaviest law, every flag and the worst match add up") {
        const std::vector<Finding> findings{
            finding_of("watchlist/a", Outcome::watchlist, 10),
            finding_of("watchlist/b", Outcome::watchlist, 20),
            finding_of("law/light", Outcome::monitored, 10),
            finding_of("law/heavy", Outcome::restricted, 25),
            finding_of("red-flag/one", Outcome::red_flag, 30),
            finding_of("contradiction/other", Outcome::contradiction, 5)};
        const auto parts = score_parts(findings);
        REQUIRE(parts.size() == 4);
        CHECK(parts[0].rule == "law/heavy");
        CHECK(parts[1].rule == "red-flag/one");
        CHECK(parts[2].rule == "contradiction/other");
        CHECK(parts[3].rule == "watchlist/b");
        CHECK(score_of(parts) == 80);
    }

    TEST_CASE("laws do not add up, flags and contradictions do") {
        const auto score = [](const std::vector<Finding>& findings) {
            return score_of(score_parts(findings));
        };
        CHECK(score({}) == 0);
        CHECK(score({finding_of("law/one", Outcome::restricted, 25),
                     finding_of("law/two", Outcome::monitored, 10)}) == 25);
        CHECK(score({finding_of("law/one", Outcome::restricted, 25),
                     finding_of("red-flag/one", Outcome::red_flag, 30),
                     finding_of("contradiction/one", Outcome::contradiction, 30)}) == 85);
        const std::vector<Finding> many(5, finding_of("red-flag/one", Outcome::red_flag, 40));
        CHECK(score(many) == 100);
    }

    TEST_CASE("a sum beyond 100 is 100, and parts without points are left out") {
        const auto parts =
            score_parts(std::vector{finding_of("law", Outcome::below_limit, 0),
                                    finding_of("red-flag/one", Outcome::red_flag, 70),
                                    finding_of("watchlist/a", Outcome::watchlist, 80)});
        CHECK(parts.size() == 2);
        CHECK(score_of(parts) == 100);
        CHECK(score_parts({}).empty());
    }
}

#include <preflag/run/near_miss.h>

#include <doctest/doctest.h>

using namespace preflag;

namespace {

Finding finding(Outcome outcome, double margin, double limit = 12) {
    Finding made;
    made.outcome = outcome;
    made.margin = margin;
    made.limit_value = limit;
    return made;
}

bool is_near(const Finding& finding, const char* margin) {
    return is_near_miss(finding, NearMargin::parse(margin).value());
}

} // namespace

TEST_SUITE("screening/near_miss") {
    TEST_CASE("a margin is a share of the limit or an amount in its unit") {
        CHECK(is_near(finding(Outcome::below_limit, -1.2), "10%"));
        CHECK_FALSE(is_near(finding(Outcome::below_limit, -1.3), "10%"));
        CHECK(is_near(finding(Outcome::below_limit, -0.5), "0.5"));
        CHECK_FALSE(is_near(finding(Outcome::below_limit, -0.6), "0.5"));
        CHECK(is_near(finding(Outcome::below_limit, 0), "0"));
    }

    TEST_CASE("what meets the limit or cannot be decided is no near miss") {
        CHECK_FALSE(is_near(finding(Outcome::restricted, 0.1), "10%"));
        CHECK_FALSE(is_near(finding(Outcome::undetermined, -0.1), "10%"));
        Finding unknown = finding(Outcome::below_limit, 0);
        unknown.margin.reset();
        CHECK_FALSE(is_near(unknown, "10%"));
    }

    TEST_CASE("a margin that is none is refused") {
        for (const char* const word : {"", "%", "-1", "ten", "10 %", "1e400", "nan"})
            CHECK_MESSAGE(!NearMargin::parse(word), word);
    }

    TEST_CASE("the near misses of a line stand alone") {
        ScreenedLine line;
        line.severity = Severity::high;
        line.score = 65;
        line.findings = {finding(Outcome::restricted, 3), finding(Outcome::below_limit, -0.2),
                         finding(Outcome::below_limit, -9)};
        const auto near = near_misses_of(line, {});
        REQUIRE(near);
        REQUIRE(near->findings.size() == 1);
        CHECK(near->findings[0].margin == -0.2);
        CHECK(near->severity == Severity::info);
        CHECK(near->score == 0);
        line.findings.resize(1);
        CHECK_FALSE(near_misses_of(line, {}));
    }
}

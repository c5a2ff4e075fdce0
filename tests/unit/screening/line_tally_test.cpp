#include "../support/shipped.h"

#include <preflag/screening/line_tally.h>
#include <preflag/screening/score_parts.h>
#include <preflag/screening/screener.h>

#include <doctest/doctest.h>

#include <algorithm>

using namespace preflag;
using namespace preflag::screening_test;

namespace {

constexpr std::string_view several = "red-flag/several-substances";

using Values = std::vector<std::pair<Field, std::string_view>>;

/// Screens lines one after the other, as a run does.
class Run {
  public:
    explicit Run(std::size_t most = LineTally::most_groups) : tally_(most) {}

    /// The line's finding of the rule; nullopt when there is none.
    std::optional<Finding> screen(std::string_view rule, const Values& values) {
        ManifestLine line;
        line.line = ++number_;
        for (const auto& [field, value] : values)
            line.values.set(field, value);
        JudgedLine judged = screener_.screen(line, "orders.csv").value_or(JudgedLine{});
        last_ = std::move(judged.line);
        tally_.apply(std::move(judged.counted), last_);
        weigh(last_, shipped_knowledge().rules);
        for (const Finding& finding : last_.findings)
            if (finding.rule_id() == rule)
                return finding;
        return std::nullopt;
    }

    std::optional<Finding> order(std::string_view goods, std::string_view consignee,
                                 std::string_view date = {}) {
        return screen(
            several,
            {{Field::description, goods}, {Field::consignee, consignee}, {Field::date, date}});
    }

    [[nodiscard]] const ScreenedLine& last() const { return last_; }
    [[nodiscard]] std::size_t forgotten() const { return tally_.forgotten(); }

  private:
    Screener screener_{shipped_knowledge()};
    LineTally tally_;
    ScreenedLine last_;
    std::uint64_t number_ = 0;
};

} // namespace

TEST_SUITE("screening/line_tally") {
    TEST_CASE("a second substance is flagged, with what came together and where") {
        Run run;
        CHECK_FALSE(run.order("Nitric acid 65 %", "Herr Max Muster", "2026-11-02"));
        const int alone = run.last().score;
        const auto flag = run.order("Acetone 99 %", "Herr Max Muster", "2026-11-03");
        REQUIRE(flag);
        CHECK(flag->measured == "2 substances on 2 lines within 30 days");
        CHECK(flag->limit() == "at least 2 substances to one consignee within 30 days");
        CHECK(flag->message == "several regulated substances to \"Herr Max Muster\" "
                               "(private-person): 2 substances on 2 lines within 30 days (acetone, "
                               "nitric-acid); see also orders.csv:1");
        CHECK(flag->counted == std::vector<std::string>{"acetone", "nitric-acid"});
        CHECK(alone > 0);
        const auto& parts = run.last().score_parts;
        CHECK(std::any_of(parts.begin(), parts.end(),
                          [](const ScorePart& part) { return part.rule == several; }));
    }

    TEST_CASE("the finding has one id whichever line completes the group") {
        Run run, other;
        run.order("Nitric acid 65 %", "Herr Max Muster");
        other.order("Acetone 99 %", "Muster, Max, Herr");
        const auto flag = run.order("Acetone 99 %", "Herr Max Muster");
        const auto same = other.order("Nitric acid 65 %", "Herr Max Muster");
        REQUIRE(flag);
        REQUIRE(same);
        CHECK(flag->id == same->id);
    }

    TEST_CASE("a mixture on one line is no group") {
        Run run;
        CHECK_FALSE(run.order("Nitric acid 65 % / sulphuric acid 96 %, mixed acid", "Max Muster"));
    }

    TEST_CASE("the window counts days in both directions, and no date is within any") {
        Run run;
        run.order("Nitric acid 65 %", "Herr Max Muster", "2026-11-20");
        CHECK_FALSE(run.order("Acetone 99 %", "Herr Max Muster", "2026-10-20"));
        CHECK(run.order("Acetone 99 %", "Herr Max Muster", "2026-10-21"));
        CHECK(run.order("Nitric acid 65 %", "Herr Max Muster"));
    }

    TEST_CASE("consignees of one name in two countries are two") {
        Run run;
        const auto order = [&](std::string_view goods, std::string_view country) {
            return run.screen(several, {{Field::description, goods},
                                        {Field::consignee, "Herr Max Muster"},
                                        {Field::consignee_country, country}});
        };
        CHECK_FALSE(order("Nitric acid 65 %", "DE"));
        CHECK_FALSE(order("Acetone 99 %", "AT"));
        CHECK(order("Acetone 99 %", "Germany"));
    }

    TEST_CASE("lines without a consignee are not counted together") {
        Run run;
        run.order("Nitric acid 65 %", "");
        CHECK_FALSE(run.order("Acetone 99 %", ""));
    }

    TEST_CASE("shares that are rounded to the limit do not meet it") {
        Run run;
        const auto order = [&](std::string_view kilograms) {
            return run.screen("red-flag/limit-met-together",
                              {{Field::description, "Potassium nitrate"},
                               {Field::consignee, "Example Supply LLC"},
                               {Field::net_weight, kilograms},
                               {Field::net_weight_unit, "kg"},
                               {Field::origin, "US"},
                               {Field::destination, "US"}});
        };
        CHECK_FALSE(order("100"));
        CHECK_FALSE(order("80.7")); // 180.7 of 181.43 kg
        CHECK(order("0.73"));
    }

    TEST_CASE("of too many consignees the oldest is forgotten, and that is told") {
        Run run(1);
        run.order("Nitric acid 65 %", "Herr Max Muster");
        run.order("Nitric acid 65 %", "Frau Erika Muster");
        CHECK(run.forgotten() == 1);
        CHECK_FALSE(run.order("Acetone 99 %", "Herr Max Muster"));
    }

    TEST_CASE("amounts below a limit flag goods that no limit is met by") {
        Run run;
        const auto order = [&](std::string_view rule, std::string_view pounds) {
            return run.screen(rule, {{Field::description, "Potassium nitrate"},
                                     {Field::consignee, "Example Supply LLC"},
                                     {Field::net_weight, pounds},
                                     {Field::net_weight_unit, "lb"},
                                     {Field::origin, "US"},
                                     {Field::destination, "US"}});
        };
        CHECK_FALSE(order("red-flag/limit-met-together", "300"));
        const auto together = order("red-flag/limit-met-together", "120");
        REQUIRE(together);
        CHECK(together->measured == "1.05 of the limit on 2 lines within 30 days");
        CHECK_FALSE(order("red-flag/just-below-a-limit", "390"));
        CHECK(order("red-flag/just-below-a-limit", "390"));
    }
}

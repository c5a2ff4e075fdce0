#include "../support/shipped.h"

#include <preflag/run/explanation.h>

#include <doctest/doctest.h>

#include <algorithm>

using namespace preflag;
using namespace preflag::screening_test;

namespace {

std::vector<std::string> ids(std::string_view text) {
    std::vector<std::string> found;
    for (const Substance* substance : find_substances(text, shipped_knowledge().catalogue))
        found.push_back(substance->id);
    return found;
}

const Explanation& peroxide() {
    static const Explanation page = [] {
        const Knowledge& all = shipped_knowledge();
        return explain(*all.catalogue.find("hydrogen-peroxide"), all);
    }();
    return page;
}

/// What a law answers at a strength, by the ladder.
std::string answer(std::string_view strength, std::string_view rule) {
    const StrengthLadder& ladder = peroxide().ladder;
    const auto law = std::find_if(ladder.laws.begin(), ladder.laws.end(),
                                  [&](const Rule* one) { return one->id == rule; });
    const auto step = std::find_if(ladder.steps.begin(), ladder.steps.end(),
                                   [&](const auto& one) { return one.strength == strength; });
    REQUIRE(law != ladder.laws.end());
    REQUIRE(step != ladder.steps.end());
    return step->answers[static_cast<std::size_t>(law - ladder.laws.begin())];
}

} // namespace

TEST_SUITE("screening/explanation") {
    TEST_CASE("a substance is found by id, number, code and name in any language") {
        const std::vector<std::string> one{"hydrogen-peroxide"};
        CHECK(ids("hydrogen-peroxide") == one);
        CHECK(ids("7722-84-1") == one);
        CHECK(ids("231-765-0") == one);
        CHECK(ids("UN 2014") == one);
        CHECK(ids("2847") == one);
        CHECK(ids("2847 00 00") == one);
        CHECK(ids("Wasserstoffperoxid") == one);
        CHECK(ids("cotton shirts") == std::vector<std::string>{});
    }

    TEST_CASE("a heading that holds several lists each of them") {
        const auto found = ids("2834");
        CHECK(std::find(found.begin(), found.end(), "potassium-nitrate") != found.end());
        CHECK(std::find(found.begin(), found.end(), "sodium-nitrate") == found.end());
    }

    TEST_CASE("the ladder says what the engine says around each limit") {
        constexpr std::string_view eu = "eu-2019-1148/annex-i/hydrogen-peroxide";
        CHECK(answer("11.9 % w/w", eu) == "below-limit");
        CHECK(answer("12 % w/w", eu) == "below-limit");
        CHECK(answer("12.1 % w/w", eu) == "restricted");
        CHECK(answer("not stated", eu) == "undetermined");
        CHECK(answer("12 % w/w", "wco-global-shield/monitored/hydrogen-peroxide") == "monitored");
    }

    TEST_CASE("every case of a law is run and passes") {
        for (const ExplainedRule& law : peroxide().laws) {
            CHECK(law.pack->id == law.rule->pack);
            CHECK(law.cases.size() == law.rule->cases.size());
            for (const ExplainedCase& one : law.cases)
                CHECK_MESSAGE(one.passed, law.rule->id << ": " << one.name);
        }
    }
}

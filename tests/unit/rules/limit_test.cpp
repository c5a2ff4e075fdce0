#include <preflag/rules/limit.h>

#include <doctest/doctest.h>

using namespace preflag;

namespace {

LimitTerm only_term(std::string_view text) {
    const auto limit = Limit::parse(text);
    REQUIRE(limit);
    REQUIRE(limit->terms.size() == 1);
    return limit->terms.front();
}

} // namespace

TEST_SUITE("rules/limit") {
    TEST_CASE("each operator and unit of the laws is read") {
        CHECK(only_term("> 12 % w/w").op == Operator::above);
        CHECK(only_term("> 12 % w/w").value == 12);
        CHECK(only_term("> 12 % w/w").measure == Measure::weight_percent);
        CHECK(only_term(">= 16 % N").op == Operator::at_least);
        CHECK(only_term(">= 16 % N").measure == Measure::nitrogen_percent);
        CHECK(only_term("< 200 um").op == Operator::below);
        CHECK(only_term("< 200 um").measure == Measure::particle_micrometres);
        CHECK(only_term("<= 35 % w/w").op == Operator::at_most);
        CHECK(only_term(">= 181.43 kg").value == doctest::Approx(181.43));
        CHECK(only_term(">= 181.43 kg").measure == Measure::kilograms);
    }

    TEST_CASE("terms joined by and must all hold") {
        const auto powder = Limit::parse("< 200 um and >= 70 % w/w metal");
        REQUIRE(powder);
        REQUIRE(powder->terms.size() == 2);
        CHECK(powder->terms[1].measure == Measure::metal_percent);
        CHECK(powder->text == "< 200 um and >= 70 % w/w metal");
        const auto weight = Limit::parse(">= 35 % w/w and >= 182 kg");
        REQUIRE(weight);
        CHECK(weight->terms[1].value == 182);
    }

    TEST_CASE("any has no terms") {
        const auto any = Limit::parse("any");
        REQUIRE(any);
        CHECK(any->terms.empty());
        CHECK(any->text == "any");
    }

    TEST_CASE("anything else is no limit") {
        for (const char* text :
             {"", "12 % w/w", "> 12", "> % w/w", "> 12 %", "> 12 % v/v", "=> 12 % w/w",
              "> -1 % w/w", "> 12,5 % w/w", "> 101 % w/w", "> 12 % w/w and", "and > 12 % w/w",
              "any and > 3 kg", "> 12 % w/w or > 3 kg", "> 1e3 kg", "> inf kg", "> nan kg",
              "> 0x1p3 kg", "all"})
            CHECK_MESSAGE(!Limit::parse(text), text);
    }
}

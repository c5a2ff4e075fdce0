#include "options/amount.h"

#include <doctest/doctest.h>

using namespace preflag;

TEST_CASE("an amount is a number or a share") {
    const auto share = parse_amount("0.5%");
    REQUIRE(share);
    CHECK(share->value == 0.5);
    CHECK(share->is_percent);
    const auto number = parse_amount("12");
    REQUIRE(number);
    CHECK_FALSE(number->is_percent);
    CHECK(number->is_whole());
    CHECK_FALSE(parse_amount("1.5")->is_whole());
}

TEST_CASE("nothing else is an amount") {
    for (const char* text :
         {"", "%", "-1", "-0.1%", "1e3", "nan", "inf", "inf%", "10 %", "10%%", "1,5", "0x10", "+1"})
        CHECK_MESSAGE(!parse_amount(text), text);
}

TEST_CASE("a whole number has digits alone") {
    CHECK(parse_whole_number("0") == 0U);
    CHECK(parse_whole_number("36500") == 36500U);
    for (const char* text : {"", "-1", "+1", "1.0", "1 ", "99999999999"})
        CHECK_MESSAGE(!parse_whole_number(text), text);
}

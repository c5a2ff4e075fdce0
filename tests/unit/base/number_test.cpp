#include <preflag/base/number.h>

#include <doctest/doctest.h>

using namespace preflag;

TEST_SUITE("base/number") {
    TEST_CASE("a number is the whole text or none") {
        CHECK(parse_number<int>("-12") == -12);
        CHECK(parse_number<double>("0.5") == 0.5);
        for (const char* const text : {"", " 1", "1 ", "+1", "1x", "1e", "ten", "99999999999999"})
            CHECK_MESSAGE(!parse_number<int>(text), text);
    }

    TEST_CASE("a whole number without sign has digits alone") {
        CHECK(parse_number<unsigned>("36500") == 36500U);
        for (const char* const text : {"", "-1", "+1", "1.0", "1 ", "99999999999"})
            CHECK_MESSAGE(!parse_number<unsigned>(text), text);
    }

    TEST_CASE("a share is a decimal number, maybe with a percent sign") {
        CHECK(Share::parse("10%")->is_percent);
        CHECK(Share::parse("10%")->value == 10);
        CHECK_FALSE(Share::parse("0.5")->is_percent);
        CHECK(Share::parse("12")->is_whole());
        CHECK_FALSE(Share::parse("1.5")->is_whole());
        for (const char* const text : {"", "%", "-1", "-1%", "ten", "10 %", "10%%", "1,5", "0x10",
                                       "+1", "1e4", "nan", "inf", "inf%", "-"})
            CHECK_MESSAGE(!Share::parse(text), text);
    }
}

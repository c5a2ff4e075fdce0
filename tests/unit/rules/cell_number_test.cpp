#include <preflag/rules/conditions/cell_number.h>

#include <doctest/doctest.h>

using namespace preflag;

TEST_SUITE("rules/cell_number") {
    TEST_CASE("a number is read in the ways in which it is written") {
        CHECK(cell_number("1250.5") == Interval{1250.5, 1250.5});
        CHECK(cell_number("1,250.50 EUR") == Interval{1250.5, 1250.5});
        CHECK(cell_number("EUR 1.250,50") == Interval{1250.5, 1250.5});
        CHECK(cell_number("1.250.000") == Interval{1250000, 1250000});
        CHECK(cell_number("1,5") == Interval{1.5, 1.5});
        CHECK(cell_number("80 drums") == Interval{80, 80});
    }

    TEST_CASE("a point before three digits may part thousands") {
        CHECK(cell_number("1.250") == Interval{1.25, 1250});
        CHECK(cell_number("1,250") == Interval{1.25, 1250});
        CHECK(cell_number("1,250", DecimalMark::point) == Interval{1250, 1250});
        CHECK(cell_number("1.250", DecimalMark::comma) == Interval{1250, 1250});
        CHECK(cell_number("1 250,50") == Interval{1250.5, 1250.5});
        CHECK(cell_number("0.250") == Interval{0.25, 0.25});
        CHECK(cell_number("1250.250") == Interval{1250.25, 1250.25});
    }

    TEST_CASE("no number, several numbers and negative ones are none") {
        CHECK_FALSE(cell_number(""));
        CHECK_FALSE(cell_number("ten"));
        CHECK_FALSE(cell_number("4 x 25 kg"));
        CHECK_FALSE(cell_number("-5"));
    }
}

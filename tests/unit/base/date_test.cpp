#include <preflag/base/date.h>

#include <doctest/doctest.h>

using namespace preflag;

TEST_SUITE("base/date") {
    TEST_CASE("an ISO date is read strictly") {
        CHECK(to_string(parse_iso_date("2021-02-01").value()) == "2021-02-01");
        CHECK_FALSE(parse_iso_date("2021-2-1"));
        CHECK_FALSE(parse_iso_date("2021-02-30"));
        CHECK_FALSE(parse_iso_date("2021-02-01T00:00"));
        CHECK_FALSE(parse_iso_date("202a-02-01"));
    }
}

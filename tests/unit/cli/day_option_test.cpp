#include "options/day_option.h"

#include <preflag/base/error.h>

#include <doctest/doctest.h>

using namespace preflag;

TEST_CASE("a day for an option is written year first, or not given") {
    CHECK_FALSE(day_option("--until", "").has_value());
    CHECK(to_string(day_option("--until", "2026-12-31").value()) == "2026-12-31");
    CHECK_THROWS_WITH_AS(day_option("--until", "31.12.2026"),
                         "--until 31.12.2026: give a date such as 2026-12-31", UsageError);
}

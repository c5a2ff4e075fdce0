#include <preflag/base/date.h>

#include <doctest/doctest.h>

using namespace preflag;

namespace {
std::string read(std::string_view text) {
    const auto date = parse_manifest_date(text);
    return date ? to_string(*date) : "none";
}
} // namespace

TEST_SUITE("base/date") {
    TEST_CASE("an ISO date is read strictly") {
        CHECK(to_string(parse_iso_date("2021-02-01").value()) == "2021-02-01");
        CHECK_FALSE(parse_iso_date("2021-2-1"));
        CHECK_FALSE(parse_iso_date("2021-02-30"));
        CHECK_FALSE(parse_iso_date("2021-02-01T00:00"));
        CHECK_FALSE(parse_iso_date("202a-02-01"));
    }

    TEST_CASE("dates are read as manifests write them") {
        CHECK(read("2026-11-23T08:15:00Z") == "2026-11-23");
        CHECK(read("23.11.2026") == "2026-11-23");
        CHECK(read("23/11/2026") == "2026-11-23");
        CHECK(read("11/23/2026") == "2026-11-23");
        CHECK(read("20261123") == "2026-11-23");
        CHECK(read("23-NOV-26") == "2026-11-23");
        CHECK(read("Nov 23, 2026") == "2026-11-23");
        CHECK(read("03.04.2026") == "2026-04-03");
    }

    TEST_CASE("an ambiguous or impossible date is no date") {
        CHECK(read("03/04/2026") == "none");
        CHECK(read("04/04/2026") == "2026-04-04");
        CHECK(read("45.13.2026") == "none");
        CHECK(read("soon") == "none");
        CHECK(read("") == "none");
    }
}

#include <preflag/rules/packs/pack_age.h>

#include <doctest/doctest.h>

using namespace preflag;

namespace {

const Date today_is = *parse_iso_date("2026-06-30");

RulePack pack(const char* reviewed, const char* review_by) {
    RulePack made;
    made.id = "law";
    made.reviewed = parse_iso_date(reviewed);
    made.review_by = parse_iso_date(review_by);
    made.rules.resize(1);
    return made;
}

std::string overdue(const RulePack& pack, const PackAgeLimit& limit = {}) {
    const auto told = overdue_packs({pack}, today_is, limit);
    return told.empty() ? "" : told.front();
}

} // namespace

TEST_SUITE("rules/pack_age") {
    TEST_CASE("a pack is trusted until the day that it gives") {
        CHECK(overdue(pack("2025-01-01", "2026-06-30")) == "");
        CHECK(overdue(pack("2025-01-01", "2026-06-29"))
                  .starts_with("pack law was to be reviewed by 2026-06-29: "));
        CHECK(overdue(pack("", "")) == "");
    }

    TEST_CASE("an age in days takes the place of that day") {
        CHECK(overdue(pack("2026-06-20", "2026-06-29"), {false, 10}) == "");
        CHECK(overdue(pack("2026-06-19", "2027-01-01"), {false, 10})
                  .starts_with("pack law was reviewed on 2026-06-19, 11 days ago, and may be 10"));
        CHECK(overdue(pack("", "2027-01-01"), {false, 10})
                  .starts_with("pack law does not say when it was reviewed"));
        CHECK(overdue(pack("2000-01-01", "2001-01-01"), {true, {}}) == "");
    }

    TEST_CASE("a pack that is not in use may be of any age") {
        RulePack off = pack("2025-01-01", "2025-06-01");
        off.rules[0].disabled_because = "not among the regimes chosen";
        CHECK(overdue(off) == "");
    }
}

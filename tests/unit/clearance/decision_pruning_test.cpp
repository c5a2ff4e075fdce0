#include "../support/temporary_folder.h"

#include <preflag/base/error.h>
#include <preflag/clearance/decision_pruning.h>

#include <doctest/doctest.h>

using namespace preflag;

TEST_CASE("only what no run needed is unused") {
    const test::TemporaryFolder folder;
    CHECK(unused_decisions({}).empty());
    const auto one =
        folder.write("1.json", R"({"exit_status":1,"decisions":{"unused":["a","b"]}})");
    CHECK(unused_decisions({one}) == std::set<std::string>{"a", "b"});
    const auto two =
        folder.write("2.json", R"({"exit_status":0,"decisions":{"unused":["b","c"]}})");
    CHECK(unused_decisions({one, two}) == std::set<std::string>{"b"});
}

TEST_CASE("a run that left something out, or had no decisions, tells nothing") {
    const test::TemporaryFolder folder;
    const auto incomplete =
        folder.write("1.json", R"({"exit_status":3,"decisions":{"unused":["a"]}})");
    CHECK_THROWS_AS(unused_decisions({incomplete}), InputError);
    const auto without = folder.write("2.json", R"({"exit_status":0})");
    CHECK_THROWS_AS(unused_decisions({without}), InputError);
}

TEST_CASE("a record goes when it is superseded, expired or unused") {
    const Date day = parse_iso_date("2026-11-20").value();
    Decision decision;
    decision.finding = "a";
    CHECK(reason_to_drop(decision, day, {}).empty());
    CHECK(reason_to_drop(decision, day, {"a"}) == "unused in the runs given");
    decision.until = day;
    CHECK(reason_to_drop(decision, day, {}).empty());
    decision.until = parse_iso_date("2026-11-19");
    CHECK(reason_to_drop(decision, day, {}) == "expired on 2026-11-19");
    decision.is_superseded = true;
    CHECK(reason_to_drop(decision, day, {}) == "superseded by a later record");
}

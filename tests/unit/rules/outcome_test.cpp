#include "reading.h"

#include <preflag/rules/packs/rule_pack.h>

#include <doctest/doctest.h>

#include <algorithm>

using namespace preflag;
using namespace preflag::rules_test;

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto place = text.find(from);
    REQUIRE(place != std::string::npos);
    return text.replace(place, from.size(), to);
}

std::vector<Diagnostic> defects(const std::string& from, const std::string& to) {
    const std::string text = replaced(shipped_document("outcomes.yaml").text, from, to);
    std::vector<Diagnostic> diagnostics;
    read_outcome_file(read_yaml(text, "outcomes.yaml"), diagnostics);
    return diagnostics;
}

} // namespace

TEST_SUITE("rules/outcome") {
    TEST_CASE("names go both ways") {
        for (std::size_t i = 0; i < outcome_count; ++i)
            CHECK(parse_outcome(name_of(static_cast<Outcome>(i))) == static_cast<Outcome>(i));
        for (std::size_t i = 0; i < severity_count; ++i)
            CHECK(parse_severity(name_of(static_cast<Severity>(i))) == static_cast<Severity>(i));
        CHECK(name_of(Outcome::below_limit) == "below-limit");
        CHECK(name_of(Outcome::watchlist) == "watchlist");
        CHECK(name_of(Severity::critical) == "critical");
        CHECK_FALSE(parse_outcome("silent"));
        CHECK_FALSE(parse_severity("High"));
    }

    TEST_CASE("the shipped table has the agreed scores and bounds") {
        std::vector<Diagnostic> diagnostics;
        const OutcomeTable table =
            read_outcome_file(shipped_document("outcomes.yaml"), diagnostics);
        CHECK(to_string(diagnostics) == "");
        CHECK(table.score_of(Outcome::restricted) == 25);
        CHECK(table.score_of(Outcome::reportable) == 15);
        CHECK(table.score_of(Outcome::undetermined) == 15);
        CHECK(table.score_of(Outcome::monitored) == 10);
        CHECK(table.score_of(Outcome::below_limit) == 0);
        CHECK(table.score_of(Outcome::contradiction) == 30);
        CHECK(table.severity_of(0) == Severity::info);
        CHECK(table.severity_of(9) == Severity::info);
        CHECK(table.severity_of(10) == Severity::low);
        CHECK(table.severity_of(30) == Severity::medium);
        CHECK(table.severity_of(55) == Severity::high);
        CHECK(table.severity_of(79) == Severity::high);
        CHECK(table.severity_of(80) == Severity::critical);
        CHECK(table.severity_of(100) == Severity::critical);
    }

    TEST_CASE("defects of the table are found") {
        const auto placeholder = defects("{substance} is listed", "{substanse} is listed");
        REQUIRE(!placeholder.empty());
        CHECK(placeholder[0].message == "\"any\" has an unknown placeholder \"substanse\"");
        CHECK(placeholder[0].advice == "did you mean \"substance\"?");
        CHECK(!defects("is listed in {list}", "is listed in {list").empty());
        CHECK(defects("restricted: 25", "restricted: 250").size() == 1);
        CHECK(defects("  restricted: 25\n", "").size() == 1);
        CHECK(defects("medium: 30", "medium: 60").size() == 1);
        CHECK(defects("\">=\": at or above", "\">>\": at or above").size() == 2);
        CHECK(defects("settle:", "setle:").size() == 2);
    }

    TEST_CASE("a template renders its placeholders and nothing else") {
        const MessageTemplate text("a {b} c {d}");
        CHECK(text.render([](std::string_view name) { return name == "b" ? "{d}" : "x"; }) ==
              "a {d} c x");
    }
}

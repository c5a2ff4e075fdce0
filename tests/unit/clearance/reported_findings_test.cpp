#include <preflag/base/error.h>
#include <preflag/clearance/reported_findings.h>

#include <doctest/doctest.h>

#include <sstream>

using namespace preflag;

namespace {

constexpr const char* report = R"({"goods":"Nothing of note","findings":[]}
{"goods":"Acetone","consignee":{"name":"Brandt"},"substances":[{"id":"acetone","quantity":{"low_kg":100,"high_kg":120}}],"findings":[{"id":"aa","rule":"r/1","outcome":"restricted"},{"id":"bb","rule":"r/2","outcome":"monitored"},{"id":"cc","rule":"list","outcome":"watchlist"},{"id":"dd","rule":"r/3","outcome":"monitored","cleared_by":"x"}]}
{"goods":"Acetone","consignee":{"name":"Brandt"},"substances":[{"id":"acetone","quantity":{"low_kg":40,"high_kg":40}}],"findings":[{"id":"aa","rule":"r/1","outcome":"restricted"}]}
)";

std::vector<ReportedFinding> found(const std::string& text, const FindingQuery& query) {
    std::istringstream stream(text);
    return findings_in_report(stream, "r.jsonl", query);
}

} // namespace

TEST_CASE("a finding on several lines has the quantity of all of them") {
    const auto findings = found(report, {"aa"});
    REQUIRE(findings.size() == 1);
    const DecisionFacts& facts = findings.front().facts;
    CHECK(facts.rule == "r/1");
    CHECK(facts.consignee == "Brandt");
    REQUIRE(facts.substances.size() == 1);
    REQUIRE(facts.substances.front().quantity);
    CHECK(facts.substances.front().quantity->value.low == 40);
    CHECK(facts.substances.front().quantity->value.high == 120);
}

TEST_CASE("the whole line leaves out watchlists and what is cleared already") {
    const auto findings = found(report, {"aa", true});
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].id == "aa");
    CHECK(findings[1].id == "bb");
    CHECK(found(report, {"cc", true}).front().id == "cc");
}

TEST_CASE("what a report does not have is empty, and what is no report is told with its line") {
    CHECK(found(report, {"ee"}).empty());
    CHECK(found("", {"aa"}).empty());
    try {
        found("{}\n{\"aa\n", {"aa"});
        FAIL("a broken line was taken");
    } catch (const MalformedFile& error) {
        CHECK(error.diagnostics().front().position.line == 2);
    }
}

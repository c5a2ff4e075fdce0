#include "../support/sample_rules.h"
#include "../support/shipped.h"
#include "../support/shipped_words.h"

#include <preflag/base/error.h>
#include <preflag/clearance/line_clearance.h>
#include <preflag/screening/score_parts.h>
#include <preflag/screening/screener.h>

#include <doctest/doctest.h>

#include <algorithm>

using namespace preflag;
using preflag::parties_test::shipped_countries;
using preflag::parties_test::shipped_words;
using preflag::screening_test::shipped_knowledge;
using preflag::test::rule_of;

namespace {

Licence licence_for(const std::string& substance) {
    Licence licence;
    licence.number = "N-1";
    licence.holder = "Galvanik Brandt GmbH";
    licence.substances = {substance};
    licence.highest_strength = Concentration{{60, 60}, Basis::weight_by_weight};
    licence.kilograms = 500;
    licence.valid_from = *parse_iso_date("2026-01-01");
    licence.valid_to = *parse_iso_date("2026-12-31");
    licence.file = "l.yaml";
    return licence;
}

LineClearance clearance_with(const std::vector<Licence>& licences) {
    LineClearance line_clearance;
    line_clearance.use(LicenceCover({{"l.yaml", "digest", licences}}, shipped_words(),
                                    shipped_countries(),
                                    {*parse_iso_date("2026-06-01"), std::nullopt}));
    return line_clearance;
}

struct Order {
    std::string description, quantity = "100 kg", consignee = "Galvanik Brandt GmbH", date{},
                             end_use = "plating";
};

ScreenedLine screened(const Order& order) {
    Screener screener(shipped_knowledge());
    ManifestLine line;
    line.values.set(Field::description, order.description);
    line.values.set(Field::quantity, order.quantity);
    line.values.set(Field::consignee, order.consignee);
    line.values.set(Field::date, order.date);
    line.values.set(Field::end_use, order.end_use);
    ScreenedLine screened = std::move(screener.screen(line, "m.csv", true)->line);
    weigh(screened, shipped_knowledge().rules);
    return screened;
}

ScreenedLine shows_clearances(LineClearance& line_clearance, const Order& order) {
    ScreenedLine line = screened(order);
    line_clearance.settle(line);
    weigh(line, shipped_knowledge().rules);
    return line;
}

std::string first_remark(const ScreenedLine& line) {
    return line.findings.empty() || line.findings[0].remarks.empty() ? ""
                                                                     : line.findings[0].remarks[0];
}

bool mentions(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("what a licence covers is cleared, and the line has neither score nor severity") {
    LineClearance line_clearance = clearance_with({licence_for("nitric-acid")});
    const ScreenedLine line = shows_clearances(line_clearance, {"Nitric acid 53 %"});
    CHECK(line.is_cleared());
    CHECK(line.score == 0);
    CHECK(line.severity == Severity::info);
    REQUIRE(line.findings[0].clearance);
    CHECK(line.findings[0].clearance->reference == "N-1");
    CHECK(line.findings[0].remarks.empty());
    CHECK(line_clearance.licences()->uses()[0].lines_cleared == 1);
}

TEST_CASE("what is used up adds up over lines, and the line above it says by how much") {
    LineClearance line_clearance = clearance_with({licence_for("nitric-acid")});
    CHECK(shows_clearances(line_clearance, {"Nitric acid 53 %", "300 kg"}).is_cleared());
    const ScreenedLine above = shows_clearances(line_clearance, {"Nitric acid 53 %", "250 kg"});
    CHECK_FALSE(above.is_cleared());
    CHECK(mentions(first_remark(above), "250 kg are 50 kg more than the 200 kg left"));
    CHECK(shows_clearances(line_clearance, {"Nitric acid 53 %", "200 kg"}).is_cleared());
    CHECK_FALSE(shows_clearances(line_clearance, {"Nitric acid 53 %", "1 kg"}).is_cleared());
    CHECK(line_clearance.licences()->uses()[0].used.begin()->second == 500);
}

TEST_CASE("a quantity is for each period by the shipment's date") {
    Licence licence = licence_for("nitric-acid");
    licence.period = LicencePeriod::month;
    LineClearance line_clearance = clearance_with({licence});
    Order order{"Nitric acid 53 %", "400 kg", "Galvanik Brandt GmbH", "2026-03-30"};
    CHECK(shows_clearances(line_clearance, order).is_cleared());
    CHECK_FALSE(shows_clearances(line_clearance, order).is_cleared());
    order.date = "2026-04-01";
    CHECK(shows_clearances(line_clearance, order).is_cleared());
    CHECK(line_clearance.licences()->uses()[0].used.size() == 2);
}

TEST_CASE("a line that is too strong, or may be, is not cleared") {
    LineClearance line_clearance = clearance_with({licence_for("nitric-acid")});
    CHECK(mentions(first_remark(shows_clearances(line_clearance, {"Nitric acid 65 %"})),
                   "65 % w/w is 5 % w/w more"));
    CHECK(mentions(first_remark(shows_clearances(line_clearance, {"Nitric acid 50-70 %"})),
                   "may be 10 % w/w more"));
    CHECK(shows_clearances(line_clearance, {"Nitric acid 60 %"}).is_cleared());
}

TEST_CASE("a line whose strength or weight is not stated is not cleared, unless any will do") {
    Licence any = licence_for("hydrogen-peroxide");
    any.highest_strength.reset();
    any.kilograms.reset();
    LineClearance open = clearance_with({any});
    CHECK(shows_clearances(open, {"Hydrogen peroxide", ""}).is_cleared());
    LineClearance line_clearance = clearance_with({licence_for("hydrogen-peroxide")});
    CHECK(mentions(first_remark(shows_clearances(line_clearance, {"Hydrogen peroxide"})),
                   "the strength is not stated"));
    CHECK(mentions(first_remark(shows_clearances(line_clearance, {"Hydrogen peroxide 35 %", ""})),
                   "the weight is not stated"));
    CHECK(line_clearance.licences()->uses()[0].lines_cleared == 0);
    CHECK(line_clearance.licences()->uses()[0].lines_refused == 2);
}

TEST_CASE("a licence holds on its first and its last day, and a date as of decides before others") {
    LineClearance line_clearance = clearance_with({licence_for("nitric-acid")});
    const auto on = [&](const std::string& date) {
        return shows_clearances(line_clearance,
                                {"Nitric acid 53 %", "1 kg", "Galvanik Brandt GmbH", date});
    };
    CHECK(on("2026-01-01").is_cleared());
    CHECK(on("2026-12-31").is_cleared());
    CHECK(mentions(first_remark(on("2027-01-01")), "it expired on 2026-12-31"));
    CHECK(mentions(first_remark(on("2025-12-31")), "it is not valid before 2026-01-01"));
    CHECK(line_clearance.licences()->uses()[0].lines_expired == 1);
    LineClearance later;
    later.use(LicenceCover({{"l.yaml", "", {licence_for("nitric-acid")}}}, shipped_words(),
                           shipped_countries(),
                           {*parse_iso_date("2026-06-01"), parse_iso_date("2027-06-01")}));
    ScreenedLine line =
        screened({"Nitric acid 53 %", "1 kg", "Galvanik Brandt GmbH", "2026-06-01"});
    later.settle(line);
    CHECK_FALSE(line.is_cleared());
}

TEST_CASE("red flags and other substances stay, and alone make up the score") {
    LineClearance line_clearance = clearance_with({licence_for("nitric-acid")});
    const ScreenedLine both =
        shows_clearances(line_clearance, {"Nitric acid 53 % and sulfuric acid 96 %"});
    CHECK(both.has_open_findings());
    CHECK(both.findings.front().rule->substance == "sulfuric-acid");
    CHECK(both.findings.back().clearance);
    ScreenedLine flagged = screened({"Nitric acid 53 %"});
    Finding flag;
    flag.rule = &rule_of("red-flag/some");
    flag.outcome = Outcome::red_flag;
    flag.score = 30;
    flagged.findings.push_back(flag);
    line_clearance.settle(flagged);
    weigh(flagged, shipped_knowledge().rules);
    CHECK_FALSE(flagged.is_cleared());
    CHECK(flagged.findings.front().outcome == Outcome::red_flag);
    CHECK(flagged.score == 30);
}

TEST_CASE("nothing is cleared on a line with a match in a watchlist") {
    LineClearance line_clearance = clearance_with({licence_for("nitric-acid")});
    ScreenedLine line = screened({"Nitric acid 53 %"});
    Finding match;
    match.rule = &rule_of("watchlist/some");
    match.outcome = Outcome::watchlist;
    match.score = 80;
    line.findings.insert(line.findings.begin(), match);
    line_clearance.settle(line);
    CHECK(std::all_of(line.findings.begin(), line.findings.end(),
                      [](const Finding& finding) { return finding.is_open(); }));
    CHECK(line_clearance.licences()->uses()[0].used.empty());
}

TEST_CASE(
    "a licence for one law leaves the findings of the others, and two licences can share them") {
    Licence eu = licence_for("nitric-acid");
    eu.regimes = {"eu-2019-1148"};
    LineClearance line_clearance = clearance_with({eu});
    const ScreenedLine line = shows_clearances(line_clearance, {"Nitric acid 53 %"});
    for (const Finding& finding : line.findings)
        CHECK(finding.is_open() == (finding.rule->regime != "eu-2019-1148"));
}

TEST_CASE("a licence whose number and substance stand twice is an error") {
    const Licence licence = licence_for("nitric-acid");
    CHECK_THROWS_AS(clearance_with({licence, licence}), InputError);
    CHECK_NOTHROW(clearance_with({licence, licence_for("acetone")}));
}

TEST_CASE("the open score is that of the screener as long as nothing is cleared") {
    for (const char* text :
         {"Nitric acid 53 %", "Hydrogen peroxide 3 %", "Ammonium nitrate 34 % N"}) {
        const ScreenedLine line = screened({text, "100 kg", "", "", ""});
        CHECK(score_of(score_parts(line.findings)) == line.score);
    }
}

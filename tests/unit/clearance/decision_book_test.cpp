#include "../support/sample_rules.h"
#include "../support/shipped_words.h"

#include <preflag/base/error.h>
#include <preflag/clearance/decision_book.h>

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

using namespace preflag;
using preflag::parties_test::shipped_countries;
using preflag::parties_test::shipped_words;

namespace {

constexpr const char* id = "0123456789abcdef";

DecisionFacts facts() {
    DecisionFacts facts;
    facts.rule = "law/list/nitric-acid";
    facts.outcome = Outcome::restricted;
    facts.goods = "Nitric acid, 53 %";
    facts.consignee = "Galvanik Brandt GmbH";
    facts.country = "DE";
    facts.shipment = "S1";
    facts.substances = {
        {"nitric-acid", StatedFigure{{53, 53}, "%"}, StatedFigure{{200, 200}, "kg"}}};
    facts.edition = "2026";
    return facts;
}

std::vector<std::string> changes(const DecisionFacts& now) {
    KnownNames names(shipped_words());
    return changed_facts(facts(), now, default_quantity_margin, names, shipped_countries());
}

Decision decision_with(DecisionKind kind, std::optional<Date> until = {}) {
    Decision decision;
    decision.finding = id;
    decision.kind = kind;
    decision.on = *parse_iso_date("2026-11-01");
    decision.by = "k.meier";
    decision.because = "checked";
    decision.until = until;
    decision.facts = facts();
    return decision;
}

/// The line on which those facts are found.
ScreenedLine line_with(double kilograms) {
    ScreenedLine line;
    line.goods = "NITRIC ACID 53%";
    line.consignee = "Brandt Galvanik";
    line.consignee_country = "Germany";
    Identification& substance = line.reading.substances.emplace_back();
    substance.substance = &preflag::test::substance_of("nitric-acid");
    substance.strength.emplace();
    substance.strength->stated.value = {53, 53};
    substance.quantity.emplace();
    substance.quantity->value.kilograms = Interval{kilograms, kilograms};
    Finding& finding = line.findings.emplace_back();
    finding.id = "fedcba9876543210";
    finding.rule = &preflag::test::rule_of("law/list/nitric-acid");
    finding.outcome = Outcome::restricted;
    return line;
}

DecisionBook book_with(std::vector<Decision> decisions) {
    return {{"d.jsonl", "digest", std::move(decisions), {}},
            shipped_words(),
            shipped_countries(),
            {*parse_iso_date("2026-11-25"),
             default_quantity_margin,
             {{"law/list/nitric-acid", "2026"}}}};
}

DecisionFile read(const std::string& text) {
    const auto path = std::filesystem::temp_directory_path() /
                      ("preflag_decisions_" + std::to_string(::getpid()) + ".jsonl");
    std::ofstream(path, std::ios::binary) << text;
    try {
        DecisionFile file = read_decisions(path.string());
        std::filesystem::remove(path);
        return file;
    } catch (...) {
        std::filesystem::remove(path);
        throw;
    }
}

const std::string record =
    R"({"finding":"0123456789abcdef","decision":"cleared","on":"2026-11-01","by":"k",)"
    R"("because":"x","rule":"r","outcome":"restricted"})";

} // namespace

TEST_CASE("spelling, order of words and a quantity within the margin are no change") {
    DecisionFacts now = facts();
    CHECK(changes(now).empty());
    now.goods = "NITRIC ACID  53%";
    now.consignee = "BRANDT, Galvanik";
    now.country = "Germany";
    now.shipment = "S9";
    now.substances[0].quantity = StatedFigure{{180, 220}, "kg"};
    CHECK(changes(now).empty());
}

TEST_CASE("each fact that changed is told with what it was and what it is") {
    const auto only = [](auto change) {
        DecisionFacts now = facts();
        change(now);
        const auto all = changes(now);
        return all.size() == 1 ? all[0] : std::to_string(all.size()) + " changes";
    };
    CHECK(only([](auto& now) {
              now.substances[0].quantity = StatedFigure{{900, 900}, "kg"};
          }) == "200 kg then, 900 kg now");
    CHECK(only([](auto& now) {
              now.substances[0].quantity = StatedFigure{{50, 50}, "kg"};
          }) == "200 kg then, 50 kg now");
    CHECK(only([](auto& now) {
              now.substances[0].quantity = StatedFigure{{200, 200}, "l"};
          }) == "200 kg then, 200 l now");
    CHECK(only([](auto& now) { now.substances[0].quantity.reset(); }) ==
          "quantity 200 kg then, not stated now");
    CHECK(only([](auto& now) {
              now.substances[0].strength->value = {60, 65};
          }) == "strength 53 % then, 60-65 % now");
    CHECK(only([](auto& now) { now.goods = "Salt"; }) ==
          "goods \"Nitric acid, 53 %\" then, \"Salt\" now");
    CHECK(only([](auto& now) { now.consignee = "Hotel Adler"; }) ==
          "consignee \"Galvanik Brandt GmbH\" then, \"Hotel Adler\" now");
    CHECK(only([](auto& now) { now.country = "PL"; }) ==
          "consignee country \"DE\" then, \"PL\" now");
    CHECK(only([](auto& now) { now.edition = "2027"; }) ==
          "edition of the pack \"2026\" then, \"2027\" now");
    CHECK(only([](auto& now) { now.outcome = Outcome::undetermined; }) ==
          "outcome restricted then, undetermined now");
    CHECK(only([](auto& now) {
              now.substances.push_back({"acetone", {}, {}});
          }) == "acetone now, not then");
    CHECK(only([](auto& now) { now.substances.clear(); }) == "nitric-acid then, no longer");
}

TEST_CASE("a cleared finding stays quiet in another spelling, and says why it does not") {
    DecisionBook book = book_with({decision_with(DecisionKind::cleared)});
    ScreenedLine same = line_with(210);
    book.apply(same, same.findings[0]);
    REQUIRE(same.findings[0].clearance);
    CHECK(same.findings[0].clearance->reference == "k.meier");
    ScreenedLine more = line_with(900);
    book.apply(more, more.findings[0]);
    CHECK_FALSE(more.findings[0].clearance);
    REQUIRE(more.findings[0].remarks.size() == 1);
    CHECK(more.findings[0].remarks[0] ==
          "cleared by k.meier on 2026-11-01, but 200 kg then, 900 kg now");
    CHECK(book.report().applied == 1);
}

TEST_CASE("a decision holds on its last day and not on the next one") {
    const auto cleared_until = [](const char* day) {
        DecisionBook book = book_with({decision_with(DecisionKind::cleared, parse_iso_date(day))});
        ScreenedLine line = line_with(200);
        book.apply(line, line.findings[0]);
        CHECK(book.report().expired.size() == (line.findings[0].clearance ? 0 : 1));
        return line.findings[0].clearance.has_value();
    };
    CHECK(cleared_until("2026-11-25"));
    CHECK_FALSE(cleared_until("2026-11-24"));
}

TEST_CASE("a confirmed finding stays open and says who confirmed it") {
    DecisionBook book = book_with({decision_with(DecisionKind::confirmed)});
    ScreenedLine line = line_with(200);
    book.apply(line, line.findings[0]);
    CHECK(line.findings[0].is_open());
    REQUIRE(line.findings[0].confirmation);
}

TEST_CASE("another consignee is told only for the same shipment, and else means nothing") {
    DecisionBook book = book_with({decision_with(DecisionKind::cleared)});
    ScreenedLine line = line_with(200);
    line.consignee = "Hotel Adler";
    book.apply(line, line.findings[0]);
    CHECK(line.findings[0].remarks.empty());
    CHECK(book.report().unused == std::vector<std::string>{id});
    line.shipment = "S1";
    book.apply(line, line.findings[0]);
    CHECK(line.findings[0].remarks.size() == 1);
    CHECK(book.report().changed == 1);
}

TEST_CASE("of several decisions the one with the same facts holds, whatever their order") {
    Decision strong = decision_with(DecisionKind::cleared);
    strong.finding = "1111111111111111";
    strong.facts.substances[0].strength->value = {60, 60};
    for (const bool is_first : {true, false}) {
        std::vector<Decision> decisions{decision_with(DecisionKind::cleared)};
        decisions.insert(is_first ? decisions.begin() : decisions.end(), strong);
        DecisionBook book = book_with(decisions);
        ScreenedLine line = line_with(200);
        book.apply(line, line.findings[0]);
        CHECK(line.findings[0].clearance);
        CHECK(book.report().unused == std::vector<std::string>{"1111111111111111"});
    }
}

TEST_CASE("the last record on a finding holds") {
    const DecisionFile file = read(record + "\n\n" + record + "\n");
    REQUIRE(file.decisions.size() == 2);
    CHECK(file.decisions[0].is_superseded);
    CHECK_FALSE(file.decisions[1].is_superseded);
    CHECK(file.decisions[1].line == 3);
    CHECK(read("").decisions.empty());
}

TEST_CASE("a defective record is told with its line, and no record is used") {
    const auto place_of = [](const std::string& text) {
        try {
            static_cast<void>(read(record + '\n' + text + '\n'));
        } catch (const MalformedFile& error) {
            return error.diagnostics().at(0).position;
        }
        return Position{};
    };
    CHECK(place_of("{\"finding\":").line == 2);
    CHECK(place_of("[]").line == 2);
    CHECK(place_of("7").line == 2);
    CHECK(place_of(record.substr(0, record.size() - 1)).line == 2);
    CHECK(place_of("{\"finding\":\"xyz\"" + record.substr(29)) == Position{2, 16});
    CHECK(place_of(record).line == 0);
    CHECK_THROWS_AS(read_decisions("/nowhere/d.jsonl"), InputError);
}

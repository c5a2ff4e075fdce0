#include "reading.h"

#include <preflag/rules/conditions/condition_evaluator.h>
#include <preflag/rules/conditions/condition_reader.h>
#include <preflag/rules/packs/rule_pack.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::rules_test;

namespace {

const std::vector<std::string> ids{"nitric-acid", "acetone"};

const CountryTable& countries() {
    static const CountryTable table = [] {
        std::vector<Diagnostic> none;
        return read_country_file(
            read_yaml("edition: x\ncodes: [DE, FR, US]\nunions: {EU: [DE, FR]}\n", "c.yaml"), none);
    }();
    return table;
}

std::string defects(const std::string& yaml, bool is_before_laws = false) {
    const Document document = read_yaml(yaml, "c.yaml");
    std::vector<Diagnostic> diagnostics;
    read_condition(document, document.root, diagnostics, {ids, &countries(), "", is_before_laws});
    return to_string(diagnostics);
}

bool holds(const std::string& yaml, const ConditionFacts& facts) {
    const Document document = read_yaml(yaml, "c.yaml");
    std::vector<Diagnostic> diagnostics;
    const Condition condition =
        read_condition(document, document.root, diagnostics, {ids, &countries(), "", false});
    REQUIRE(to_string(diagnostics) == "");
    return ConditionEvaluator(condition).holds(facts);
}

const Substance acid = substance("nitric-acid", "nitric acid");
const FieldValues no_fields;

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("rules/condition_facts") {
    TEST_CASE("a strength is above a number only when all of its range is") {
        const Identification strong = found(acid, strength(60, 65));
        const Identification unknown = found(acid);
        const ConditionFacts facts{.line = no_fields, .goods = &strong};
        CHECK(holds("{fact: strength, above: 50}", facts));
        CHECK_FALSE(holds("{fact: strength, above: 60}", facts));
        CHECK_FALSE(holds("{fact: strength, above: 62}", facts));
        CHECK_FALSE(holds("{fact: strength, below: 62}", facts));
        CHECK(holds("{fact: strength, between: [60, 65]}", facts));
        const ConditionFacts none{.line = no_fields, .goods = &unknown};
        CHECK_FALSE(holds("{fact: strength, above: 0}", none));
        CHECK_FALSE(holds("{fact: strength, below: 100}", none));
        CHECK(holds("{fact: strength, missing: true}", none));
        CHECK_FALSE(holds("{fact: strength, missing: true}", facts));
    }

    TEST_CASE("the amount of the goods is that of the substance, else that of the line") {
        MeasuredQuantity line;
        line.value.kilograms = exactly(500);
        Identification own = found(acid);
        own.quantity = MeasuredQuantity{};
        own.quantity->value.kilograms = exactly(20);
        const Identification without = found(acid);
        const char* const heavy = "{fact: substance-quantity, above: 100}";
        CHECK_FALSE(holds(heavy, {.line = no_fields, .goods = &own, .line_quantity = &line}));
        CHECK(holds(heavy, {.line = no_fields, .goods = &without, .line_quantity = &line}));
        CHECK_FALSE(holds(heavy, {.line = no_fields, .goods = &without}));
    }

    TEST_CASE("value and packages are held against the kilograms of the goods") {
        Identification goods = found(acid);
        goods.quantity = MeasuredQuantity{};
        goods.quantity->value.kilograms = Interval{100, 200};
        FieldValues line;
        line.set(Field::value, "1,000.00 EUR");
        line.set(Field::packages, "10 drums");
        const ConditionFacts facts{.line = line, .goods = &goods};
        CHECK(holds("{fact: value-per-kg, between: [5, 10]}", facts));
        CHECK_FALSE(holds("{fact: value-per-kg, above: 5}", facts));
        CHECK(holds("{fact: kg-per-package, between: [10, 20]}", facts));
        CHECK(facts.words(Fact::value_per_kg) == std::vector<std::string>{"5-10"});
        CHECK(facts.words(Fact::kg_per_package) == std::vector<std::string>{"10-20 kg"});
    }

    TEST_CASE("a value of zero, no packages and unknown weights tell nothing") {
        Identification goods = found(acid);
        FieldValues line;
        line.set(Field::value, "10");
        line.set(Field::packages, "0");
        CHECK(holds("{fact: value-per-kg, missing: true}", {.line = line, .goods = &goods}));
        goods.quantity = MeasuredQuantity{};
        goods.quantity->value.kilograms = exactly(100);
        CHECK(holds("{fact: value-per-kg, below: 1}", {.line = line, .goods = &goods}));
        CHECK(holds("{fact: kg-per-package, missing: true}", {.line = line, .goods = &goods}));
        line.set(Field::value, "0.00");
        CHECK(holds("{fact: value-per-kg, missing: true}", {.line = line, .goods = &goods}));
    }

    TEST_CASE("words of facts are compared whole, and one of several is enough") {
        const Identification goods = found(acid);
        const std::vector<std::string> route{"US", "FR"};
        Rule rule;
        rule.regime = "eu-2019-1148";
        std::vector<Verdict> laws(2);
        laws[0].rule = laws[1].rule = &rule;
        laws[0].identification = &goods;
        laws[0].outcome = Outcome::restricted;
        laws[1].outcome = Outcome::monitored; // of another substance
        const ConditionFacts facts{.line = no_fields,
                                   .goods = &goods,
                                   .countries = route,
                                   .laws = laws,
                                   .consignee_kind = "private-person"};
        CHECK(holds("{fact: substance, equals: nitric-acid}", facts));
        CHECK_FALSE(holds("{fact: substance, equals: acetone}", facts));
        CHECK(holds("{fact: jurisdiction, one-of: [EU]}", facts));
        CHECK_FALSE(holds("{fact: jurisdiction, equals: DE}", facts));
        CHECK(holds("{fact: regulated, equals: restricted}", facts));
        CHECK_FALSE(holds("{fact: regulated, equals: monitored}", facts));
        CHECK(holds("{fact: regime, equals: eu-2019-1148}", facts));
        CHECK(holds("{fact: consignee-kind, equals: private-person}", facts));
    }

    TEST_CASE("a fact that nobody found out is missing and nothing else") {
        const ConditionFacts nothing{.line = no_fields};
        CHECK(holds("{fact: consignee-kind, missing: true}", nothing));
        CHECK_FALSE(holds("{fact: consignee-kind, equals: unknown}", nothing));
        CHECK_FALSE(holds("{fact: jurisdiction, starts-with: D}", nothing));
        CHECK(holds("{not: {fact: consignee-kind, equals: business}}", nothing));
    }

    TEST_CASE("unknown facts and words that no line can have are defects") {
        CHECK(contains(defects("{fact: strenght, above: 1}"), "did you mean \"strength\"?"));
        CHECK(contains(defects("{field: strength, above: 1}"), "write \"fact: strength\""));
        CHECK(contains(defects("{fact: substance, equals: nitric-acd}"),
                       "there is no substance \"nitric-acd\""));
        CHECK(contains(defects("{fact: jurisdiction, equals: XX}"), "no jurisdiction \"XX\""));
        CHECK(contains(defects("{fact: consignee-kind, equals: privat-person}"),
                       "did you mean \"private-person\"?"));
        CHECK(contains(defects("{fact: regulated, equals: forbidden}"), "no regulated"));
        CHECK(contains(defects("{fact: strength, equals: high}"), "which is a number"));
        CHECK(contains(defects("{fact: substance, above: 1}"), "which is a word"));
        CHECK(contains(defects("{above: 1}"), "neither all, any, not nor one of"));
        CHECK(contains(defects("{field: value, fact: strength, above: 1}"), "one of"));
        CHECK(contains(defects("{fact: regulated, equals: restricted}", true),
                       "known only after the laws have spoken"));
    }

    TEST_CASE("a condition is worded for people") {
        const Document document = read_yaml(
            "{all: [{field: consignee, missing: true}, {not: {fact: strength, above: 12}}]}",
            "c.yaml");
        std::vector<Diagnostic> diagnostics;
        CHECK(to_string(read_condition(document, document.root, diagnostics)) ==
              "(consignee missing and not (strength above 12))");
    }
}

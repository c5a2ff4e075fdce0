#include <preflag/rules/conditions/condition_check.h>
#include <preflag/rules/conditions/condition_reader.h>

#include <doctest/doctest.h>

using namespace preflag;

namespace {

/// What is told about a condition, and where.
std::string defects(const std::string& yaml) {
    const Document document = read_yaml(yaml, "c.yaml");
    std::vector<Diagnostic> diagnostics;
    read_condition(document, document.root, diagnostics);
    return to_string(diagnostics);
}

bool can_hold(const std::string& yaml) {
    return defects(yaml).empty();
}

std::string never(const char* limit) {
    return never_met(*Limit::parse(limit)).value_or("");
}

} // namespace

TEST_SUITE("rules/condition_check") {
    TEST_CASE("conditions on one field that exclude each other can never hold") {
        CHECK_FALSE(can_hold("{all: [{field: payer, equals: a}, {field: payer, equals: b}]}"));
        CHECK_FALSE(can_hold("{all: [{field: payer, equals: a}, {field: payer, one-of: [b, c]}]}"));
        CHECK_FALSE(can_hold("{all: [{field: payer, missing: true}, {field: payer, equals: a}]}"));
        CHECK_FALSE(
            can_hold("{all: [{field: payer, missing: true}, {field: payer, missing: false}]}"));
        CHECK_FALSE(can_hold("{all: [{field: value, above: 5}, {field: value, below: 5}]}"));
        CHECK_FALSE(can_hold("{all: [{field: value, between: [1, 2]}, {field: value, above: 2}]}"));
        CHECK_FALSE(
            can_hold("{all: [{field: payer, equals: a}, {not: {field: payer, equals: a}}]}"));
        CHECK_FALSE(can_hold("{field: payer, same-as: payer}"));
        CHECK_FALSE(can_hold("{any: [{field: value, above: 1}, {all: [{field: payer, equals: a},"
                             " {field: payer, equals: b}]}]}"));
    }

    TEST_CASE("what may hold is left alone") {
        CHECK(can_hold("{any: [{field: payer, equals: a}, {field: payer, equals: b}]}"));
        CHECK(can_hold("{all: [{field: payer, equals: a}, {field: payer, one-of: [a, c]}]}"));
        CHECK(can_hold("{all: [{field: payer, starts-with: a}, {field: payer, equals: a b}]}"));
        CHECK(can_hold(
            "{all: [{field: payer, contains-word: a}, {field: payer, contains-word: b}]}"));
        CHECK(can_hold("{all: [{field: value, above: 5}, {field: value, below: 6}]}"));
        CHECK(can_hold("{all: [{field: value, between: [1, 2]}, {field: value, below: 2}]}"));
        CHECK(can_hold("{all: [{field: payer, missing: false}, {field: payer, equals: a}]}"));
        CHECK(can_hold("{all: [{field: payer, equals: a}, {field: shipper, equals: b}]}"));
        CHECK(can_hold(
            "{all: [{fact: jurisdiction, equals: DE}, {fact: jurisdiction, equals: FR}]}"));
    }

    TEST_CASE("the place told is that of the second condition") {
        CHECK(defects("all:\n  - {field: payer, equals: a}\n  - {field: payer, equals: b}\n")
                  .starts_with("c.yaml:3:5: error: this can never hold beside the condition of "
                               "line 2"));
    }

    TEST_CASE("limits that no goods can meet are told") {
        CHECK(never("> 100 % w/w") == "no goods can meet the limit \"> 100 % w/w\"");
        CHECK(never("< 0 % w/w") == "no goods can meet the limit \"< 0 % w/w\"");
        CHECK(never("< 10 % w/w and >= 10 % w/w") ==
              "the terms of the limit \"< 10 % w/w and >= 10 % w/w\" exclude each other");
        CHECK(never(">= 100 % w/w") == "");
        CHECK(never("> 10 % w/w and < 20 % w/w") == "");
        CHECK(never("< 200 um and >= 70 % w/w metal") == "");
        CHECK(never("> 500 kg") == "");
        CHECK(never("any") == "");
    }
}

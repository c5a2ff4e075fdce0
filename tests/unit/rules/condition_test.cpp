#include <preflag/rules/conditions/condition_evaluator.h>
#include <preflag/rules/conditions/condition_reader.h>

#include <doctest/doctest.h>

using namespace preflag;

namespace {

std::vector<Diagnostic> defects(const std::string& yaml) {
    const Document document = read_yaml(yaml, "c.yaml");
    std::vector<Diagnostic> diagnostics;
    read_condition(document, document.root, diagnostics);
    return diagnostics;
}

bool holds(const std::string& yaml, Field field, std::string_view value) {
    const Document document = read_yaml(yaml, "c.yaml");
    std::vector<Diagnostic> diagnostics;
    const Condition condition = read_condition(document, document.root, diagnostics);
    REQUIRE(diagnostics.empty());
    FieldValues line;
    line.set(field, value);
    return ConditionEvaluator(condition).holds(line);
}

} // namespace

TEST_SUITE("rules/condition") {
    TEST_CASE("words are compared folded and whole") {
        const char* const order = "{field: consignee, starts-with: [to order, à l'ordre]}";
        CHECK(holds(order, Field::consignee, "TO ORDER of a bank"));
        CHECK(holds(order, Field::consignee, "A L'ORDRE"));
        CHECK_FALSE(holds(order, Field::consignee, "to ordering"));
        const char* const box = "{field: consignee-address, contains-word: [P.O. Box, Postfach]}";
        CHECK(holds(box, Field::consignee_address, "Example, p. o. BOX 12"));
        CHECK_FALSE(holds(box, Field::consignee_address, "Example, Boxwood 12"));
        CHECK(holds("{field: consignee, equals: N/A}", Field::consignee, "n.a."));
        CHECK_FALSE(holds("{field: consignee, one-of: [order]}", Field::consignee, "order now"));
    }

    TEST_CASE("a field without letter or digit is missing") {
        CHECK(holds("{field: consignee, missing: true}", Field::consignee, "-"));
        CHECK(holds("{field: consignee, missing: true}", Field::shipper, "x"));
        CHECK_FALSE(holds("{field: consignee, missing: true}", Field::consignee, "x"));
        CHECK(holds("{field: consignee, missing: false}", Field::consignee, "x"));
    }

    TEST_CASE("numbers are compared, and no number answers nothing") {
        CHECK(holds("{field: value, above: 10}", Field::value, "10.5"));
        CHECK_FALSE(holds("{field: value, above: 10}", Field::value, "10"));
        CHECK(holds("{field: value, below: 2000}", Field::value, "1,250.50 EUR"));
        CHECK(holds("{field: value, between: [1, 2]}", Field::value, "1,5"));
        CHECK_FALSE(holds("{field: value, below: 10}", Field::value, ""));
        CHECK_FALSE(holds("{field: value, below: 10}", Field::value, "ten"));
    }

    TEST_CASE("branches combine") {
        const char* const tree =
            "{all: [{any: [{field: consignee, equals: a}, {field: consignee, equals: b}]},"
            " {not: {field: consignee, equals: b}}]}";
        CHECK(holds(tree, Field::consignee, "A"));
        CHECK_FALSE(holds(tree, Field::consignee, "b"));
        CHECK_FALSE(holds(tree, Field::consignee, "c"));
    }

    TEST_CASE("regular expressions and the words of another field") {
        CHECK(holds("{field: consignee, matches: '(?i)box [0-9]+'}", Field::consignee, "a BOX 7"));
        const char* const same = "{field: end-user, same-as: consignee}";
        CHECK_FALSE(holds(same, Field::end_user, "x"));
        CHECK_FALSE(holds(same, Field::shipper, "x"));
    }

    TEST_CASE("defects are told with their place") {
        const auto unknown = defects("{field: consigneee, missing: true}");
        REQUIRE(unknown.size() == 1);
        CHECK(unknown[0].message == "unknown field \"consigneee\"");
        CHECK(unknown[0].advice == "did you mean \"consignee\"?");
        CHECK(unknown[0].position == Position{1, 9});
        CHECK(defects("{field: consignee, matches: '(['}").size() == 1);
        CHECK(defects("{field: consignee}").size() == 1);
        CHECK(defects("{field: consignee, missing: true, equals: a}").size() == 1);
        CHECK(defects("{field: consignee, contains-word: [-]}").size() == 1);
        CHECK(defects("{field: consignee, contains-word: []}").size() == 1);
        CHECK(defects("{field: value, between: [2, 1]}").size() == 1);
        CHECK(defects("{field: value, above: x}").size() == 1);
        CHECK(defects("{all: []}").size() == 1);
        CHECK(defects("{all: [{field: consignee, missing: true}], any: []}").size() >= 1);
        CHECK(defects("[1]").size() == 1);
        const auto key = defects("{field: consignee, containsword: [a]}");
        REQUIRE(key.size() == 2);
        CHECK(key[1].advice == "did you mean \"contains-word\"?");
    }
}

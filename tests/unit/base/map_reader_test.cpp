#include <preflag/base/document/map_reader.h>

#include <doctest/doctest.h>

using namespace preflag;

TEST_SUITE("base/map_reader") {
    TEST_CASE("all defects of a map are reported in one reading") {
        const Document document = read_yaml(
            "id: x\nlimitt: 3\nvalue: many\nsince: 2021-13-01\nsure: yes\nkind: soldi\n", "p.yaml");
        std::vector<Diagnostic> diagnostics;
        MapReader reader(document, document.root, "rule", diagnostics);
        const std::vector<std::string> kinds{"solid", "liquid"};
        CHECK(reader.required_text("id") == "x");
        CHECK(reader.text("limit") == std::nullopt);
        CHECK_FALSE(reader.number("value"));
        CHECK_FALSE(reader.date("since"));
        CHECK(reader.boolean("sure", true));
        CHECK_FALSE(reader.choice("kind", kinds));
        CHECK(reader.required_text("citation").empty());
        reader.finish();
        REQUIRE(diagnostics.size() == 6);
        CHECK(diagnostics[0].message == "\"value\" must be a number, here is \"many\"");
        CHECK(diagnostics[0].position == Position{3, 8});
        CHECK(diagnostics[3].advice == "did you mean \"solid\"?");
        CHECK(diagnostics[4].message == "the rule has no \"citation\"");
        CHECK(diagnostics[5].message == "a rule has no key \"limitt\"");
        CHECK(diagnostics[5].position == Position{2, 1});
        CHECK(diagnostics[5].advice == "did you mean \"limit\"?");
    }

    TEST_CASE("a single text counts as a list of one") {
        const Document document = read_yaml("a: one\nb: [one, two]\nc: {}\n", "p.yaml");
        std::vector<Diagnostic> diagnostics;
        MapReader reader(document, document.root, "rule", diagnostics);
        CHECK(reader.texts("a") == std::vector<std::string>{"one"});
        CHECK(reader.texts("b") == std::vector<std::string>{"one", "two"});
        CHECK(reader.texts("c").empty());
        CHECK(diagnostics.size() == 1);
    }

    TEST_CASE("a value that is no map is reported once") {
        const Document document = read_yaml("- 1\n", "p.yaml");
        std::vector<Diagnostic> diagnostics;
        MapReader reader(document, document.root, "rule", diagnostics);
        CHECK(reader.required_text("id").empty());
        reader.finish();
        CHECK(diagnostics.size() == 1);
    }

    TEST_CASE("of many unknown keys the first are named and the others counted") {
        std::string text = "name: x\n";
        for (int i = 0; i < 50; ++i)
            text += "k" + std::to_string(i) + ": 1\n";
        const Document document = read_yaml(text, "p.yaml");
        std::vector<Diagnostic> diagnostics;
        MapReader reader(document, document.root, "rule", diagnostics);
        reader.text("name");
        reader.finish();
        REQUIRE(diagnostics.size() == 21);
        CHECK(diagnostics[19].message == "a rule has no key \"k19\"");
        CHECK(diagnostics[20].message == "30 more keys are none that a rule has");
    }
}

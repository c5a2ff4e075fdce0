#include "reading.h"

#include <preflag/base/field.h>
#include <preflag/rules/packs/pack_reader.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace preflag;
using namespace preflag::rules_test;

namespace {

using Keys = std::set<std::string>;

Document schema(const std::string& name) {
    std::ifstream stream(shipped("schema/" + name));
    std::ostringstream text;
    text << stream.rdbuf();
    return read_json(std::move(text).str(), name);
}

/// The properties of the object at `path` of a schema.
Keys properties(const Document& document, const std::vector<std::string>& path) {
    const DocumentNode* node = &document.root;
    for (const std::string& step : path) {
        node = node->find(step);
        REQUIRE(node != nullptr);
    }
    Keys keys;
    REQUIRE(node->find("properties") != nullptr);
    for (const DocumentEntry& entry : node->find("properties")->entries())
        keys.insert(entry.key);
    return keys;
}

/// The keys that a reader knows, as its own messages about an unknown one tell them.
Keys known_keys(const std::vector<Diagnostic>& diagnostics, const std::string& unknown) {
    for (const Diagnostic& diagnostic : diagnostics) {
        const std::string intro = "its keys are: ";
        if (diagnostic.message.find('"' + unknown + '"') == std::string::npos ||
            !diagnostic.advice.starts_with(intro))
            continue;
        Keys keys;
        std::istringstream words(diagnostic.advice.substr(intro.size()));
        for (std::string word; words >> word;)
            keys.insert(word.substr(0, word.find(',')));
        return keys;
    }
    FAIL("no message about " << unknown);
    return {};
}

std::vector<Diagnostic> read(const std::string& yaml, bool is_regime) {
    static const CountryTable countries;
    std::vector<Diagnostic> diagnostics;
    const Document document = read_yaml(yaml, "pack.yaml");
    const PackContext context{{}, countries};
    if (is_regime)
        read_regime(document, context, diagnostics);
    else
        read_red_flags(document, context, diagnostics);
    return diagnostics;
}

} // namespace

/// Editors check packs against rules/schema: it knows exactly the keys that the readers know.
TEST_SUITE("rules/schema") {
    TEST_CASE("the schema of regimes has the keys of their reader") {
        const auto told = read("qqqqqqqqqqqq1: x\n"
                               "disable: [{qqqqqqqqqqqq2: x}]\noverride: [{qqqqqqqqqqqq3: x}]\n"
                               "lists:\n  a:\n    qqqqqqqqqqqq4: x\n    rows:\n"
                               "      - qqqqqqqqqqqq5: x\n        cases: [{qqqqqqqqqqqq6: x}]\n",
                               true);
        const Document regime = schema("regime.schema.json");
        CHECK(known_keys(told, "qqqqqqqqqqqq1") == properties(regime, {}));
        CHECK(known_keys(told, "qqqqqqqqqqqq2") == properties(regime, {"$defs", "disabled"}));
        CHECK(known_keys(told, "qqqqqqqqqqqq3") == properties(regime, {"$defs", "override"}));
        CHECK(known_keys(told, "qqqqqqqqqqqq4") == properties(regime, {"$defs", "list"}));
        CHECK(known_keys(told, "qqqqqqqqqqqq5") == properties(regime, {"$defs", "row"}));
        CHECK(known_keys(told, "qqqqqqqqqqqq6") == properties(regime, {"$defs", "case"}));
    }

    TEST_CASE("the schema of red flags has the keys of their reader") {
        const auto told = read("qqqqqqqqqqqq1: x\nrules:\n  - qqqqqqqqqqqq2: x\n"
                               "    outcome: red-flag\n    when: {qqqqqqqqqqqq3: x}\n",
                               false);
        const Document flags = schema("red-flags.schema.json");
        CHECK(known_keys(told, "qqqqqqqqqqqq1") == properties(flags, {}));
        CHECK(known_keys(told, "qqqqqqqqqqqq2") == properties(flags, {"$defs", "rule"}));
        Keys condition = properties(flags, {"$defs", "leaf"});
        condition.insert({"all", "any", "not"});
        CHECK(known_keys(told, "qqqqqqqqqqqq3") == condition);
    }

    TEST_CASE("the schema has the facts and outcomes of the program") {
        const Document flags = schema("red-flags.schema.json");
        std::vector<std::string> facts;
        for (const DocumentNode& item : flags.root.find("$defs")
                                            ->find("leaf")
                                            ->find("properties")
                                            ->find("fact")
                                            ->find("enum")
                                            ->items())
            facts.push_back(item.text());
        CHECK(facts == fact_names());
        const Document regime = schema("regime.schema.json");
        Keys outcomes;
        for (const DocumentNode& item : regime.root.find("$defs")
                                            ->find("case")
                                            ->find("properties")
                                            ->find("expect")
                                            ->find("enum")
                                            ->items())
            outcomes.insert(item.text());
        Keys known{"silent"};
        for (std::size_t i = 0; i < outcome_count; ++i)
            known.emplace(name_of(static_cast<Outcome>(i)));
        CHECK(outcomes == known);
    }
}

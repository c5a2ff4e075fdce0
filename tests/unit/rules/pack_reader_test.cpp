#include <preflag/base/country_table_reader.h>
#include <preflag/rules/packs/pack_reader.h>

#include <doctest/doctest.h>

#include <algorithm>

using namespace preflag;

namespace {

const std::vector<std::string> substances{"acetone", "nitric-acid", "nitromethane"};

const std::string head = "pack: test-law\ntitle: Test law\nedition: \"1\"\n";

const std::string list_head = "lists:\n"
                              "  one:\n"
                              "    title: Test law, list one\n"
                              "    outcome: restricted\n"
                              "    citation: Section 1\n"
                              "    duty: Ask.\n"
                              "    rows:\n";

const std::string cases =
    "        cases:\n"
    "          - {name: a, line: {description: x}, expect: restricted, canary: true}\n"
    "          - {name: b, line: {description: y}, expect: silent, canary: true}\n";

std::string row(const std::string& substance, const std::string& rest) {
    return "      - substance: " + substance + "\n" + rest;
}

struct Reading {
    PackContent content;
    std::vector<Diagnostic> diagnostics;

    [[nodiscard]] const Diagnostic* find(std::string_view message) const {
        const auto found =
            std::find_if(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& diagnostic) {
                return diagnostic.message.find(message) != std::string::npos;
            });
        return found == diagnostics.end() ? nullptr : &*found;
    }
};

template <typename Reader>
Reading read(const std::string& yaml, Reader reader) {
    static const CountryTable countries = [] {
        std::vector<Diagnostic> none;
        return read_country_file(
            read_yaml("edition: x\ncodes: [DE, FR]\nunions: {EU: [DE, FR]}\n", "c.yaml"), none);
    }();
    Reading reading;
    const Document document = read_yaml(yaml, "pack.yaml");
    reading.content = reader(document, {substances, countries}, reading.diagnostics);
    return reading;
}

Reading regime(const std::string& yaml) {
    return read(yaml, read_regime);
}

Reading flags(const std::string& yaml) {
    return read(yaml, read_red_flags);
}

} // namespace

TEST_SUITE("rules/pack_reader") {
    TEST_CASE("a regime is read row by row") {
        const Reading reading = regime(
            head + "jurisdiction: [EU]\nfrom: 2020-01-01\nuntil: 2024-12-31\n" + list_head +
            row("nitric-acid", "        limit: \"> 3 % w/w\"\n        licence-limit: \"<= 10 % "
                               "w/w\"\n        citation: Section 2\n        verified: false\n") +
            cases);
        CHECK(to_string(reading.diagnostics) == "");
        const RulePack& pack = reading.content.pack;
        CHECK(pack.jurisdiction == std::vector<std::string>{"DE", "FR"});
        REQUIRE(pack.rules.size() == 1);
        const Rule& rule = pack.rules.front();
        CHECK(rule.id == "test-law/one/nitric-acid");
        CHECK(rule.title == "Test law, list one");
        CHECK(rule.outcome == Outcome::restricted);
        CHECK(rule.limit.text == "> 3 % w/w");
        CHECK(rule.licence_limit == "<= 10 % w/w");
        CHECK(rule.citation == "Section 2");
        CHECK(rule.duty == "Ask.");
        CHECK_FALSE(rule.verified);
        REQUIRE(rule.cases.size() == 2);
        CHECK(rule.cases[0].expected == Outcome::restricted);
        CHECK_FALSE(rule.cases[1].expected);
        CHECK(rule.cases[1].is_canary);
    }

    TEST_CASE("a reservation needs a limit with a figure, and says for what it is") {
        const auto with = [](const std::string& reservation) {
            return regime(head + list_head +
                          row("nitric-acid",
                              "        limit: any\n        reservation: " + reservation + "\n") +
                          cases);
        };
        const Reading good = with("{limit: \"< 1 % w/w\", for: mixtures}");
        CHECK(to_string(good.diagnostics) == "");
        REQUIRE(good.content.pack.rules.size() == 1);
        CHECK(good.content.pack.rules.front().reservation->goods == "mixtures");
        CHECK(with("{limit: any, for: mixtures}").diagnostics.size() == 1);
        CHECK(with("{limit: \"< 1 % w/w\"}").diagnostics.size() == 1);
    }

    TEST_CASE("all defects of a row come with their place and a hint") {
        const Reading reading =
            regime(head + list_head +
                   row("nitric-acids", "        limit: \"> 3 percent\"\n        codez: [x]\n"
                                       "        from: 2024-01-01\n        until: 2023-01-01\n") +
                   "        cases:\n"
                   "          - {name: a, line: {descripton: x}, expect: restricte}\n");
        const Diagnostic* const substance = reading.find("unknown substance \"nitric-acids\"");
        REQUIRE(substance != nullptr);
        CHECK(substance->file == "pack.yaml");
        CHECK(substance->position == Position{11, 20});
        CHECK(substance->advice == "did you mean \"nitric-acid\"?");
        CHECK(reading.find("the limit \"> 3 percent\" cannot be read") != nullptr);
        CHECK(reading.find("a row has no key \"codez\"") != nullptr);
        CHECK(reading.find("\"until\" (2023-01-01) lies before \"from\" (2024-01-01)") != nullptr);
        const Diagnostic* const field = reading.find("unknown field \"descripton\"");
        REQUIRE(field != nullptr);
        CHECK(field->advice == "did you mean \"description\"?");
        const Diagnostic* const expect = reading.find("\"expect\" cannot be \"restricte\"");
        REQUIRE(expect != nullptr);
        CHECK(expect->advice == "did you mean \"restricted\"?");
        CHECK(reading.find("list \"one\" has 0 canaries") != nullptr);
        CHECK(reading.diagnostics.size() == 7);
    }

    TEST_CASE("a row needs cases, a list needs both kinds of canary") {
        CHECK(regime(head + list_head + row("acetone", "        limit: any\n"))
                  .find("the row has no \"cases\"") != nullptr);
        const Reading one_sided = regime(
            head + list_head + row("acetone", "        limit: any\n") +
            "        cases:\n"
            "          - {name: a, line: {description: x}, expect: restricted, canary: true}\n");
        REQUIRE(one_sided.diagnostics.size() == 1);
        CHECK(one_sided.diagnostics[0].message ==
              "list \"one\" has 1 canaries that expect an answer and 0 that expect none");
    }

    TEST_CASE("a sum needs a strength in % w/w") {
        const Reading reading = regime(
            head + list_head +
            row("acetone", "        limit: any\n        summed-with: [nitromethane]\n") + cases);
        CHECK(reading.find("can be summed") != nullptr);
    }

    TEST_CASE("an unknown country, list key or outcome is an error") {
        const Reading reading = regime(head + "jurisdiction: [XX]\nlists:\n  One:\n    titel: x\n"
                                              "    outcome: forbidden\n");
        CHECK(reading.find("unknown country code \"XX\"") != nullptr);
        CHECK(reading.find("\"One\" is no id") != nullptr);
        CHECK(reading.find("a list has no key \"titel\"") != nullptr);
        CHECK(reading.find("\"outcome\" cannot be \"forbidden\"") != nullptr);
        CHECK(reading.find("neither a row nor") != nullptr);
    }

    TEST_CASE("a pack may only switch rules off") {
        const Reading reading = regime(head + "disable: [{rule: a/b/c, because: not our trade}]\n");
        CHECK(to_string(reading.diagnostics) == "");
        REQUIRE(reading.content.disabled.size() == 1);
        CHECK(reading.content.disabled[0].rule == "a/b/c");
        CHECK(regime(head + "disable: [{rule: a/b/c}]\n").find("has no \"because\"") != nullptr);
    }

    TEST_CASE("red flags and contradictions are read") {
        const std::string rule = "rules:\n  - id: no-name\n    title: No name\n"
                                 "    outcome: red-flag\n    score: 40\n"
                                 "    message: \"no name: {consignee}\"\n"
                                 "    citation: Guidance\n    duty: Ask.\n"
                                 "    when: {field: consignee, missing: true}\n"
                                 "    cases:\n"
                                 "      - {name: a, line: {description: x}, expect: red-flag, "
                                 "canary: true, needs: acetone}\n"
                                 "      - {name: b, line: {description: y}, expect: silent, "
                                 "canary: true}\n";
        const Reading reading = flags(head + rule);
        CHECK(to_string(reading.diagnostics) == "");
        REQUIRE(reading.content.pack.rules.size() == 1);
        CHECK(reading.content.pack.rules[0].id == "red-flag/no-name");
        CHECK(reading.content.pack.rules[0].score == 40);
        CHECK(reading.content.pack.rules[0].cases[0].needs == "acetone");
        const Reading other = flags(head + "rules:\n  - id: kind\n    title: Kind\n"
                                           "    outcome: contradiction\n    score: 30\n"
                                           "    citation: Guidance\n    duty: Ask.\n"
                                           "    cases: []\n");
        CHECK(to_string(other.diagnostics) == "");
        CHECK(other.content.pack.rules[0].id == "contradiction/kind");
    }

    TEST_CASE("defects of a red flag are found") {
        const Reading reading = flags(head + "rules:\n  - id: no-name\n    title: No name\n"
                                             "    outcome: red-flag\n    score: 400\n"
                                             "    message: \"no name: {consigne}\"\n"
                                             "    citation: Guidance\n    duty: Ask.\n"
                                             "    when: {field: consignee, matches: '(['}\n"
                                             "    cases: []\n");
        CHECK(reading.find("a score must lie between 0 and 100") != nullptr);
        CHECK(reading.find("unknown placeholder \"consigne\"") != nullptr);
        CHECK(reading.find("the regular expression cannot be read") != nullptr);
        CHECK(reading.find("the rule has no \"cases\"") != nullptr);
        CHECK(reading.diagnostics.size() == 4);
    }
}

#include "folder.h"
#include "reading.h"

#include <preflag/base/error.h>
#include <preflag/rules/rule_set.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::rules_test;

namespace {

const std::string head = "pack: house\ntitle: House rules\nedition: \"1\"\n";

const std::string acid = "eu-2019-1148/annex-i/nitric-acid";

PackSet load(const Folder& folder) {
    return load_packs({shipped(""), folder.path()}, shipped_substances());
}

std::string errors_of(const Folder& folder) {
    try {
        load(folder);
    } catch (const MalformedFile& error) {
        return error.what();
    }
    return {};
}

const Rule& rule_of(const PackSet& set, std::string_view id) {
    for (const RulePack& pack : set.packs)
        for (const Rule& rule : pack.rules)
            if (rule.id == id)
                return rule;
    FAIL("no such rule");
    return set.packs.front().rules.front();
}

const RulePack& pack_of(const PackSet& set, std::string_view id) {
    for (const RulePack& pack : set.packs)
        if (pack.id == id)
            return pack;
    FAIL("no such pack");
    return set.packs.front();
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("rules/pack_overrides") {
    TEST_CASE("a pack of one's own changes a severity and says so") {
        const Folder folder;
        folder.write("regimes/house.yaml", head + "override:\n  - rule: " + acid +
                                               "\n    severity: high\n    because: we sell to "
                                               "schools\n");
        const auto packs = load(folder);
        CHECK(rule_of(packs, acid).score == 55);
        const RulePack& house = pack_of(packs, "house");
        REQUIRE(house.changes.size() == 1);
        const std::string told = to_string(house.changes[0], house);
        CHECK(told.starts_with("house wins over eu-2019-1148 on " + acid +
                               ": severity high, because we sell to schools ("));
        CHECK(told.ends_with("regimes/house.yaml:5)"));

        const RuleSet rules = RuleSet::compile(packs, RuleSelection{});
        const Substance nitric = substance("nitric-acid", "nitric acid");
        GoodsReading goods;
        goods.substances.push_back(found(nitric, strength(65, 65)));
        std::vector<Verdict> verdicts;
        rules.evaluate({}, goods, verdicts);
        CHECK(verdicts.front().rule->id == acid);
        CHECK(verdicts.front().score == 55);
    }

    TEST_CASE("a rule that weighs less than usual weighs less while undetermined, too") {
        const Folder folder;
        folder.write("regimes/house.yaml",
                     head + "override: [{rule: " + acid + ", score: 5, because: our trade}]\n");
        const RuleSet rules = RuleSet::compile(load(folder), RuleSelection{});
        const Substance nitric = substance("nitric-acid", "nitric acid");
        GoodsReading goods;
        goods.substances.push_back(found(nitric));
        std::vector<Verdict> verdicts;
        rules.evaluate({}, goods, verdicts);
        CHECK(verdicts.front().outcome == Outcome::undetermined);
        CHECK(verdicts.front().score == 5);
    }

    TEST_CASE("a national rule extends a law and inherits what it does not say") {
        const Folder folder;
        folder.write("regimes/house.yaml",
                     head + "extends: eu-2019-1148\nlists:\n  annex-i:\n    rows:\n"
                            "      - substance: acetone\n        limit: \"> 90 % w/w\"\n"
                            "        cases:\n"
                            "          - {name: a, line: {description: Acetone 99 % w/w}, expect: "
                            "restricted, canary: true}\n"
                            "          - {name: b, line: {description: Water}, expect: silent, "
                            "canary: true}\n");
        const auto packs = load(folder);
        const Rule& rule = rule_of(packs, "eu-2019-1148/annex-i/acetone");
        CHECK(rule.pack == "house");
        CHECK(rule.regime == "eu-2019-1148");
        CHECK(rule.outcome == Outcome::restricted);
        CHECK(rule.title == "Regulation (EU) 2019/1148 Annex I");
        CHECK(contains(rule.duty, "24 hours"));
        const RulePack& house = pack_of(packs, "house");
        CHECK(house.jurisdiction == pack_of(packs, "eu-2019-1148").jurisdiction);
        CHECK(house.from == pack_of(packs, "eu-2019-1148").from);
        CHECK(house.changes.empty());
    }

    TEST_CASE("a replaced row and a rule that is switched off are told") {
        const Folder folder;
        folder.write("regimes/house.yaml",
                     head +
                         "extends: eu-2019-1148\nlists:\n  annex-i:\n    rows:\n"
                         "      - substance: nitric-acid\n        limit: \"> 1 % w/w\"\n"
                         "        cases:\n"
                         "          - {name: a, line: {description: Nitric acid 2 % w/w}, expect: "
                         "restricted, canary: true}\n"
                         "          - {name: b, line: {description: Water}, expect: silent, "
                         "canary: true}\n"
                         "disable:\n  - {rule: eu-2019-1148/annex-ii/acetone, because: not our "
                         "trade}\n");
        const auto packs = load(folder);
        const RulePack& house = pack_of(packs, "house");
        REQUIRE(house.changes.size() == 2);
        CHECK(rule_of(packs, acid).licence_limit == "<= 10 % w/w");
        CHECK(contains(to_string(house.changes[0], house),
                       "house wins over eu-2019-1148 on " + acid + ": its row counts"));
        CHECK(contains(to_string(house.changes[1], house), "switched off, because not our trade"));
    }

    TEST_CASE("two folders that change the same rule are told in the order applied") {
        const Folder one;
        one.write("regimes/a.yaml",
                  head + "override: [{rule: " + acid + ", severity: low, because: x}]\n");
        const Folder two;
        two.write("regimes/a.yaml", "pack: team\ntitle: T\nedition: \"1\"\noverride: [{rule: " +
                                        acid + ", severity: critical, because: y}]\n");
        const auto packs = load_packs({shipped(""), one.path(), two.path()}, shipped_substances());
        CHECK(rule_of(packs, acid).score == 80);
        const RulePack& team = pack_of(packs, "team");
        CHECK(to_string(team.changes.at(0), team).starts_with("team wins over house on "));
    }

    TEST_CASE("mistakes in overrides are told with their place") {
        const Folder folder;
        folder.write("regimes/house.yaml",
                     head +
                         "extends: eu-2019-1184\noverride:\n"
                         "  - {rule: eu-2019-1148/annex-i/nitric-acd, severity: high, because: "
                         "x}\n"
                         "  - {rule: " +
                         acid +
                         ", because: x}\n"
                         "  - {rule: " +
                         acid +
                         ", severity: hihg, because: x}\n"
                         "  - {rule: " +
                         acid + ", severity: high, score: 3}\n");
        const std::string errors = errors_of(folder);
        CHECK(contains(errors, "there is no pack \"eu-2019-1184\" to extend"));
        CHECK(contains(errors, "did you mean \"eu-2019-1148\"?"));
        CHECK(contains(errors, "unknown rule \"eu-2019-1148/annex-i/nitric-acd\""));
        CHECK(contains(errors, "the override changes nothing"));
        CHECK(contains(errors, "did you mean \"high\"?"));
        CHECK(contains(errors, "\"severity\" and \"score\" say the same thing twice"));
        CHECK(contains(errors, "the override entry has no \"because\""));
        CHECK(contains(errors, "is overridden twice"));
    }

    TEST_CASE("packs are read from within their folder only") {
        const Folder outside;
        outside.write("b.yaml", head);
        const Folder folder;
        folder.write("regimes/a.yaml", head + "disable: [{rule: " + acid + ", because: x}]\n");
        std::filesystem::create_symlink(outside.path() + "/b.yaml",
                                        folder.path() + "/regimes/b.yaml");
        CHECK(contains(errors_of(folder), "regimes/b.yaml: error: this is no plain file of the "
                                          "folder of the packs"));
    }
}

#include "folder.h"
#include "reading.h"

#include <preflag/rules/packs/rule_diff.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::rules_test;

namespace {

const std::string head = "pack: house\ntitle: House rules\nedition: \"1\"\n";

std::string acid_row(const std::string& limit) {
    return head +
           "extends: eu-2019-1148\nlists:\n  annex-i:\n    rows:\n"
           "      - substance: nitric-acid\n        limit: \"" +
           limit +
           "\"\n        cases:\n"
           "          - {name: a, line: {description: Nitric acid 65 % w/w}, expect: restricted, "
           "canary: true}\n"
           "          - {name: b, line: {description: Water}, expect: silent, canary: true}\n";
}

RuleSet compile(const std::vector<std::string>& folders) {
    return RuleSet::compile(load_packs(folders, shipped_substances()), RuleSelection{});
}

} // namespace

TEST_SUITE("rules/rule_diff") {
    TEST_CASE("equal packs do not differ") {
        const RuleSet rules = compile({shipped("")});
        CHECK(pack_differences(rules, rules).empty());
        CHECK(rule_differences(rules, rules).empty());
    }

    TEST_CASE("a changed limit is told with both values") {
        const Folder before;
        before.write("regimes/house.yaml", acid_row("> 2 % w/w"));
        const Folder after;
        after.write("regimes/house.yaml", acid_row("> 1 % w/w"));
        const auto differences = rule_differences(compile({shipped(""), before.path()}),
                                                  compile({shipped(""), after.path()}));
        REQUIRE(differences.size() == 1);
        CHECK(differences[0].kind == RuleDifference::Kind::changed);
        CHECK(differences[0].id == "eu-2019-1148/annex-i/nitric-acid");
        REQUIRE(differences[0].changes.size() == 1);
        CHECK(differences[0].changes[0].what == "limit");
        CHECK(differences[0].changes[0].before == "> 2 % w/w");
        CHECK(differences[0].changes[0].after == "> 1 % w/w");
    }

    TEST_CASE("added and removed rules and packs are told") {
        const Folder folder;
        std::string yaml = acid_row("> 2 % w/w");
        yaml.replace(yaml.find("nitric-acid"), 11, "acetone");
        folder.write("regimes/house.yaml", yaml);
        const RuleSet plain = compile({shipped("")});
        const RuleSet more = compile({shipped(""), folder.path()});
        const auto added = rule_differences(plain, more);
        REQUIRE(added.size() == 1);
        CHECK(added[0].kind == RuleDifference::Kind::added);
        CHECK(added[0].changes[0].after == "> 2 % w/w");
        const auto removed = rule_differences(more, plain);
        REQUIRE(removed.size() == 1);
        CHECK(removed[0].kind == RuleDifference::Kind::removed);
        CHECK(removed[0].changes[0].before == "> 2 % w/w");
        REQUIRE(pack_differences(plain, more).size() == 1);
        CHECK(pack_differences(plain, more)[0].id == "house");
    }

    TEST_CASE("a severity and a rule switched off are told") {
        const Folder folder;
        folder.write("regimes/house.yaml",
                     head + "override: [{rule: eu-2019-1148/annex-ii/hexamine, severity: high, "
                            "because: x}]\n"
                            "disable: [{rule: eu-2019-1148/annex-ii/acetone, because: y}]\n");
        const auto differences =
            rule_differences(compile({shipped("")}), compile({shipped(""), folder.path()}));
        REQUIRE(differences.size() == 2);
        CHECK(differences[0].changes[0].what == "switched off");
        CHECK(differences[0].changes[0].after == "y");
        CHECK(differences[1].changes[0].what == "score");
        CHECK(differences[1].changes[0].after == "55");
    }
}

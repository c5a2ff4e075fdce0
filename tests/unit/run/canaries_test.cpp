#include "../rules/folder.h"
#include "../support/shipped.h"

#include <preflag/run/cases/canaries.h>

#include <doctest/doctest.h>

#include <algorithm>

using namespace preflag;
using namespace preflag::screening_test;
using preflag::rules_test::Folder;

namespace {

std::string disable_all_but(const std::string& regime, const std::string& kept) {
    std::string yaml = "pack: house\ntitle: H\nedition: \"1\"\ndisable:\n";
    for (const RulePack& pack : shipped_knowledge().rules.packs())
        for (const Rule& rule : pack.rules)
            if (rule.regime == regime && rule.id != kept)
                yaml += "  - {rule: " + rule.id + ", because: not our trade}\n";
    return yaml;
}

} // namespace

TEST_SUITE("screening/canaries") {
    TEST_CASE("every law and every pack of red flags has canaries, and all of them pass") {
        const CaseResults results = run_canaries(shipped_knowledge());
        CHECK(results.failures.empty());
        CHECK(results.passed == results.total);
        CHECK(results.total > 2 * 6);
    }

    TEST_CASE("a law whose canaries are switched off lends other cases") {
        const Folder folder;
        folder.write("regimes/house.yaml",
                     disable_all_but("eu-2019-1148", "eu-2019-1148/annex-i/nitric-acid"));
        const Knowledge some = knowledge_with({folder.path()});
        const CaseResults results = run_canaries(some);
        CHECK(results.failures.empty());
        CHECK(results.total > 0);
    }

    TEST_CASE("a canary that comes out otherwise is told with rule and case") {
        const Folder folder;
        folder.write(
            "regimes/house.yaml",
            "pack: house\ntitle: H\nedition: \"1\"\nlists:\n  a:\n    title: A\n"
            "    outcome: restricted\n    citation: C\n    duty: D\n    rows:\n"
            "      - substance: acetone\n        limit: \"> 50 % w/w\"\n        cases:\n"
            "          - {name: wrong, line: {description: Acetone 20 % w/w}, expect: "
            "restricted, canary: true}\n"
            "          - {name: right, line: {description: Water}, expect: silent, canary: "
            "true}\n");
        const Knowledge some = knowledge_with({folder.path()});
        const CaseResults results = run_canaries(some);
        REQUIRE(results.failures.size() == 1);
        CHECK(results.failures[0] == "house/a/acetone: case \"wrong\" expects restricted, but the "
                                     "result is below-limit");
    }

    TEST_CASE("cases are counted by pack") {
        const CaseResults results = run_rule_cases(shipped_knowledge());
        std::size_t total = 0;
        for (const PackCases& pack : results.packs)
            total += pack.total;
        CHECK(total == results.total);
        CHECK(results.packs.size() == shipped_knowledge().rules.packs().size());
    }
}

#include "reading.h"

#include <preflag/base/error.h>
#include <preflag/rules/rule_set.h>

#include <doctest/doctest.h>

#include <set>

using namespace preflag;
using namespace preflag::rules_test;

namespace {

const Substance peroxide = substance("hydrogen-peroxide", "hydrogen peroxide");

RuleSet compile(const RuleSelection& selection) {
    return RuleSet::compile(load_packs({shipped("")}, shipped_substances()), selection);
}

/// The regimes that answer on hydrogen peroxide of 50 %: surely, or as far as the route is told.
std::set<std::string> regimes(const RuleSet& rules, const FieldValues& line = {},
                              bool is_off_route = false) {
    GoodsReading goods;
    goods.substances.push_back(found(peroxide, strength(50, 50)));
    std::vector<Verdict> verdicts;
    rules.evaluate(line, goods, verdicts);
    std::set<std::string> ids;
    for (const Verdict& verdict : verdicts)
        if (verdict.is_off_route() == is_off_route)
            ids.insert(verdict.rule->regime);
    ids.erase("");
    return ids;
}

FieldValues route(std::string_view origin, std::string_view destination) {
    FieldValues line;
    line.set(Field::origin, origin);
    line.set(Field::destination, destination);
    return line;
}

std::string usage_error(const RuleSelection& selection) {
    try {
        compile(selection);
    } catch (const UsageError& error) {
        return error.what();
    }
    return {};
}

RuleSelection by_regime(const std::string& id) {
    RuleSelection selection;
    selection.regimes = {id};
    return selection;
}

RuleSelection by_jurisdiction(const std::string& code) {
    RuleSelection selection;
    selection.jurisdictions = {code};
    return selection;
}

RuleSelection by_day(std::string_view day) {
    RuleSelection selection;
    selection.as_of = parse_iso_date(day);
    REQUIRE(selection.as_of);
    return selection;
}

std::size_t canaries(const RuleSet& rules, std::string_view id) {
    std::size_t count = 0;
    for (const RuleCase& rule_case : rules.find(id)->cases)
        count += rule_case.is_canary ? 1U : 0U;
    return count;
}

const std::set<std::string> all_now{
    "au-security-concern", "ca-restricted-components", "eu-2019-1148",
    "gb-poisons-act-1972", "ni-explosives-precursors", "sg-explosive-precursors",
    "us-cfats-appendix-a", "wco-global-shield"};

} // namespace

TEST_SUITE("rules/selection") {
    TEST_CASE("a law is left out when all legs are known, and undetermined when some are not") {
        const RuleSet rules = compile({});
        using Ids = std::set<std::string>;
        CHECK(regimes(rules) == all_now);
        for (const FieldValues& line : {route("DE", ""), route("Smallville", "FR")}) {
            const Ids sure = regimes(rules, line);
            CHECK(sure == Ids{"eu-2019-1148", "wco-global-shield"});
            Ids all = regimes(rules, line, true);
            CHECK(all.size() == all_now.size() - sure.size());
            all.insert(sure.begin(), sure.end());
            CHECK(all == all_now);
        }
        CHECK(regimes(rules, route("Smallville", "")) == all_now);
        CHECK(regimes(rules, {}, true).empty());
        CHECK(regimes(rules, route("DE", "FR")) == Ids{"eu-2019-1148", "wco-global-shield"});
        CHECK(regimes(rules, route("Germany", "United Kingdom")) ==
              Ids{"eu-2019-1148", "gb-poisons-act-1972", "wco-global-shield"});
        CHECK(regimes(rules, route("CN", "BR")) == Ids{"wco-global-shield"});
        CHECK(regimes(rules, route("CN", "Northern Ireland")) ==
              Ids{"eu-2019-1148", "ni-explosives-precursors", "wco-global-shield"});
    }

    TEST_CASE("the law of the shipment's day, else of today, else of --as-of") {
        const RuleSet rules = compile({});
        FieldValues line;
        line.set(Field::date, "2020-06-01");
        CHECK(regimes(rules, line).contains("eu-98-2013"));
        CHECK_FALSE(regimes(rules, line).contains("eu-2019-1148"));
        line.set(Field::date, "2021-01-31");
        CHECK(regimes(rules, line).contains("eu-98-2013"));
        line.set(Field::date, "2021-02-01");
        CHECK_FALSE(regimes(rules, line).contains("eu-98-2013"));
        CHECK(regimes(rules, line).contains("eu-2019-1148"));
        const RuleSet old = compile(by_day("2020-06-01"));
        CHECK(regimes(old, line).contains("eu-98-2013"));
        CHECK_FALSE(old.find("eu-2019-1148/annex-ii/acetone")->disabled_because.empty());
        CHECK(old.active_rule_count() < old.rule_count());
    }

    TEST_CASE("--home stands in for what no column tells, and must be a country") {
        RuleSelection selection;
        selection.home = "Germany";
        const RuleSet rules = compile(selection);
        using Ids = std::set<std::string>;
        CHECK(regimes(rules) == Ids{"eu-2019-1148", "wco-global-shield"});
        CHECK(regimes(rules, {}, true).empty());
        CHECK(regimes(rules, route("SG", "")) ==
              Ids{"eu-2019-1148", "sg-explosive-precursors", "wco-global-shield"});
        CHECK(regimes(rules, route("CN", "BR")) == Ids{"wco-global-shield"});
        selection.home = "Atlantis";
        CHECK(usage_error(selection).find("--home Atlantis") == 0);
    }

    TEST_CASE("a law's pack is of countries or international") {
        const RuleSet rules = compile({});
        for (const RulePack& pack : rules.packs())
            if (pack.has_law()) {
                CAPTURE(pack.id);
                CHECK(pack.is_international == pack.jurisdiction.empty());
            }
    }

    TEST_CASE("--regime and --jurisdiction choose, whatever the route") {
        CHECK(regimes(compile(by_regime("wco-global-shield"))) ==
              std::set<std::string>{"wco-global-shield"});
        const RuleSet british = compile(by_jurisdiction("gb"));
        CHECK(regimes(british, route("CN", "BR")) ==
              std::set<std::string>{"gb-poisons-act-1972", "wco-global-shield"});
        CHECK(regimes(compile(by_jurisdiction("EU"))) ==
              std::set<std::string>{"eu-2019-1148", "wco-global-shield"});
    }

    TEST_CASE("what no pack has is a usage error") {
        const std::string regime = usage_error(by_regime("eu-2019-1184"));
        CHECK(regime.find("did you mean eu-2019-1148?") != std::string::npos);
        CHECK(regime.find("wco-global-shield") != std::string::npos);
        CHECK(usage_error(by_regime("consignee")) != "");
        CHECK(usage_error(by_jurisdiction("BR")).find("--jurisdiction BR") == 0);
        CHECK(usage_error(by_jurisdiction("nowhere")) != "");
    }

    TEST_CASE("canaries of red flags need a law that is chosen") {
        CHECK(canaries(compile({}), "red-flag/consignee-missing") == 2);
        CHECK(canaries(compile(by_regime("eu-98-2013")), "red-flag/consignee-missing") == 1);
    }
}

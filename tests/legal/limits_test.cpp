#include "../unit/rules/reading.h"

#include <preflag/rules/rule_pack.h>

#include <doctest/doctest.h>

#include <array>
#include <map>
#include <set>

using namespace preflag;
using namespace preflag::rules_test;

namespace {

/// A limit as a second reading of the law has it, independent of the packs.
struct LegalLimit {
    std::string regime, list, substance, limit, citation;
};

std::vector<LegalLimit> second_reading() {
    std::ifstream file(std::string(PREFLAG_SOURCE_DIR) + "/tests/legal/limits.csv");
    std::vector<LegalLimit> limits;
    std::string line;
    std::getline(file, line);
    REQUIRE(line == "regime,list,substance,limit,citation");
    while (std::getline(file, line)) {
        std::array<std::string, 5> cells;
        std::istringstream stream(line);
        for (std::string& cell : cells)
            std::getline(stream, cell, ',');
        limits.push_back({cells[0], cells[1], cells[2], cells[3], cells[4]});
    }
    return limits;
}

std::map<std::string, Rule> shipped_rules() {
    std::map<std::string, Rule> rules;
    for (const RulePack& pack : load_packs({shipped("")}, shipped_substances()))
        for (const Rule& rule : pack.rules)
            if (!rule.regime.empty())
                rules.emplace(rule.id, rule);
    return rules;
}

} // namespace

TEST_SUITE("legal/limits") {
    TEST_CASE("the packs say what a second reading of the law says") {
        const auto rules = shipped_rules();
        const auto limits = second_reading();
        REQUIRE(limits.size() > 60);
        for (const LegalLimit& limit : limits) {
            const std::string id = limit.regime + "/" + limit.list + "/" + limit.substance;
            INFO(id);
            const auto rule = rules.find(id);
            REQUIRE(rule != rules.end());
            CHECK(rule->second.limit.text == limit.limit);
            CHECK(rule->second.citation.find(limit.citation) != std::string::npos);
        }
    }

    TEST_CASE("no row of a law that was read twice is left out of the second reading") {
        std::set<std::string> ids;
        std::set<std::string> regimes;
        for (const LegalLimit& limit : second_reading()) {
            regimes.insert(limit.regime);
            CHECK(ids.insert(limit.regime + "/" + limit.list + "/" + limit.substance).second);
        }
        for (const auto& [id, rule] : shipped_rules())
            if (regimes.contains(rule.regime))
                CHECK_MESSAGE(ids.contains(id), id);
    }
}

#include <preflag/run/cases/case_coverage.h>

#include <doctest/doctest.h>

using namespace preflag;

namespace {

Rule rule(const char* limit) {
    Rule made;
    made.regime = "law";
    made.limit = *Limit::parse(limit);
    made.outcome = Outcome::restricted;
    return made;
}

std::set<CaseKind> kinds(const Rule& rule, Outcome outcome, std::optional<double> margin) {
    Finding finding;
    finding.outcome = outcome;
    finding.margin = margin;
    if (!rule.limit.terms.empty())
        finding.limit_value = rule.limit.terms.front().value;
    return kinds_of(rule, &finding);
}

} // namespace

TEST_SUITE("screening/case_coverage") {
    TEST_CASE("what a case tries out is told by what came out") {
        const Rule acid = rule("> 3 % w/w");
        CHECK(kinds(acid, Outcome::below_limit, 0) == std::set{CaseKind::at_limit});
        CHECK(kinds(acid, Outcome::below_limit, -0.1) == std::set{CaseKind::just_below});
        CHECK(kinds(acid, Outcome::restricted, 0.1) ==
              std::set{CaseKind::hit, CaseKind::just_above});
        CHECK(kinds(acid, Outcome::restricted, 62) == std::set{CaseKind::hit});
        CHECK(kinds(acid, Outcome::below_limit, -2) == std::set<CaseKind>{});
        CHECK(kinds(acid, Outcome::undetermined, {}) == std::set{CaseKind::undetermined});
        CHECK(kinds_of(acid, nullptr) == std::set{CaseKind::trap});
    }

    TEST_CASE("just means one unit, or a tenth of a large limit") {
        const Rule weight = rule(">= 500 kg");
        CHECK(kinds(weight, Outcome::below_limit, -50) == std::set{CaseKind::just_below});
        CHECK(kinds(weight, Outcome::below_limit, -51) == std::set<CaseKind>{});
    }

    TEST_CASE("a rule is told what its cases do not try out") {
        CHECK(missing_kinds(rule("> 3 % w/w"), {CaseKind::at_limit, CaseKind::trap}) ==
              "just below, just above, undetermined");
        CHECK(missing_kinds(rule("any"), {CaseKind::hit}) == "trap");
        CHECK(missing_kinds(rule("any"), {CaseKind::hit, CaseKind::trap}) == "");
    }
}

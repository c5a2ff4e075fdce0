#include "../support/sample_rules.h"

#include <preflag/screening/finding.h>

#include <doctest/doctest.h>

using namespace preflag;

namespace {
Finding sample() {
    Finding finding;
    finding.rule = &preflag::test::rule_of("eu-2019-1148/annex-i/hydrogen-peroxide");
    finding.outcome = Outcome::restricted;
    finding.measured = "35 % w/w";
    return finding;
}
} // namespace

TEST_SUITE("screening/finding") {
    TEST_CASE("an id does not depend on spacing, case and punctuation") {
        CHECK(finding_id(sample(), subject_of("H2O2  35%, drums", "Acme GmbH")) ==
              finding_id(sample(), subject_of("h2o2 35 % drums", "ACME GMBH.")));
    }

    TEST_CASE("an id changes with rule, strength, goods and consignee") {
        const std::string id = finding_id(sample(), subject_of("goods", "consignee"));
        CHECK(id.size() == 16);
        Finding stronger = sample();
        stronger.measured = "50 % w/w";
        Finding other_rule = sample();
        other_rule.rule = &preflag::test::rule_of("gb-poisons-act-1972/part-1/hydrogen-peroxide");
        CHECK(finding_id(stronger, subject_of("goods", "consignee")) != id);
        CHECK(finding_id(other_rule, subject_of("goods", "consignee")) != id);
        CHECK(finding_id(sample(), subject_of("other goods", "consignee")) != id);
        CHECK(finding_id(sample(), subject_of("goods", "another consignee")) != id);
    }

    TEST_CASE("words cannot move from one part of the identity to the next") {
        CHECK(finding_id(sample(), subject_of("a b", "c")) !=
              finding_id(sample(), subject_of("a", "b c")));
    }
}

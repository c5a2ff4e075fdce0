#include "../rules/folder.h"
#include "../support/shipped.h"

#include <preflag/run/cases/outcome_diff.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::screening_test;
using preflag::rules_test::Folder;

namespace {

ManifestLine line(std::string_view description) {
    ManifestLine made;
    made.line = 7;
    made.values.set(Field::description, description);
    return made;
}

} // namespace

TEST_SUITE("screening/outcome_diff") {
    TEST_CASE("a line is told only when the packs judge it differently") {
        const Folder folder;
        folder.write("regimes/house.yaml",
                     "pack: house\ntitle: H\nedition: \"1\"\ndisable:\n"
                     "  - {rule: eu-2019-1148/annex-i/nitric-acid, because: x}\n");
        const Knowledge now = knowledge_with({folder.path()});
        const Knowledge& old = shipped_knowledge();
        OutcomeComparison comparison(old, now);
        CHECK_FALSE(comparison.compare(line("Cotton shirts")));
        CHECK_FALSE(comparison.compare(line("Acetone 99 % w/w")));
        const auto change = comparison.compare(line("Nitric acid 65 % w/w"));
        REQUIRE(change);
        CHECK(change->line == 7);
        REQUIRE(change->answers.size() == 1);
        CHECK(change->answers[0].rule == "eu-2019-1148/annex-i/nitric-acid");
        CHECK(change->answers[0].before == "restricted");
        CHECK(change->answers[0].after == "silent");
    }
}

#include "reading.h"

#include <preflag/goods/line/belief.h>
#include <preflag/goods/reading/identifying.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::goods_test;

namespace {

/// What the last hit of a description is worth.
Judgement judged(std::string_view description) {
    Line line(description);
    REQUIRE_MESSAGE(!line.hits.empty(), description);
    return judge(line.goods.texts.front().hits.back(), line.goods, line.context);
}

Belief belief_of(Line& line) {
    return believed(shipped().lexicon(), line.goods, line.context);
}

} // namespace

TEST_SUITE("goods/belief") {
    TEST_CASE("each kind of hit is judged by itself") {
        CHECK(judged("nitric acid 65 %").worth == Worth::counts);
        CHECK(judged("goods CAS 7697-37-2").worth == Worth::counts);
        CHECK(judged("UN2031 corrosive").worth == Worth::counts);
        CHECK(judged("label set UN1830").worth == Worth::cancelled);
        CHECK(judged("label set UN1830").because == "label set");
        CHECK(judged("acetone-free remover").worth == Worth::cancelled);
        CHECK(judged("empty drums, previously contained acetone, cleaned").because ==
              "cleaned packaging");
        CHECK(judged("calcium ammonium nitrate").worth == Worth::counts);
        CHECK(judged("ceric ammonium nitrate").worth == Worth::other_product);
        CHECK(judged("AN prills").worth == Worth::needs_support);
        CHECK(judged("HCl").worth == Worth::needs_support);
        CHECK(judged("H2O2").worth == Worth::counts);
    }

    TEST_CASE("hits of one substance are one candidate, in the order of the first ones") {
        Line line({{Field::description, "acetone and nitric acid 65 %, acetone"},
                   {Field::cas, "7697-37-2"}});
        const Belief belief = belief_of(line);
        REQUIRE(belief.candidates.size() == 2);
        CHECK(belief.candidates[0].substance == id_of("nitric-acid"));
        CHECK(belief.candidates[0].hits.size() == 2);
        CHECK(belief.candidates[1].hits.size() == 2);
        CHECK(belief.cancelled.empty());
    }

    TEST_CASE("a short name counts with support and is told when it does not") {
        Line supported({{Field::description, "AN prills"}, {Field::un, "1942"}});
        CHECK(belief_of(supported).candidates.front().hits.size() == 2);
        Line alone("AN apple a day");
        const Belief belief = belief_of(alone);
        CHECK(belief.candidates.empty());
        REQUIRE(belief.cancelled.size() == 1);
        CHECK(belief.cancelled.front().because == "an ambiguous short name without other evidence");
    }

    TEST_CASE("a tariff code counts alone, and not beside names or what was cancelled") {
        const auto count = [](Cells cells) {
            Line line(cells);
            const Belief belief = belief_of(line);
            return identified(shipped().lexicon(), line.goods, belief, line.context).size();
        };
        CHECK(count({{Field::description, "goods"}, {Field::hs, "2808 00 00"}}) == 1);
        CHECK(count({{Field::description, "acetone"}, {Field::hs, "2808 00 00"}}) == 1);
        CHECK(count({{Field::description, "acetone-free remover"}, {Field::hs, "2808 00"}}) == 0);
    }

    TEST_CASE("a number of several substances speaks only where nothing else names one of them") {
        const auto told = [](Cells cells) {
            Line line(cells);
            std::vector<SubstanceId> ids;
            for (const Candidate& candidate : belief_of(line).candidates)
                ids.push_back(candidate.substance);
            return ids;
        };
        using Ids = std::vector<SubstanceId>;
        const SubstanceId nitrate = id_of("calcium-nitrate");
        CHECK(told({{Field::description, "Calciumnitrat 4-hydrat"}, {Field::un, "1454"}}) ==
              Ids{nitrate});
        CHECK(told({{Field::cas, "13477-34-4"}, {Field::un, "1454"}}) == Ids{nitrate});
        CHECK(told({{Field::ec, "233-332-1"}, {Field::un, "1454"}}) == Ids{nitrate});
        CHECK(told({{Field::description, "goods UN 1454"}}).size() == 2);
        CHECK(told({{Field::description, "nitric acid"}, {Field::un, "1454"}}).size() == 3);
        CHECK(told({{Field::description, "acetone"}, {Field::un, "2031"}}).size() == 2);
        Line line({{Field::description, "calcium nitrate"}, {Field::un, "1454"}});
        CHECK(belief_of(line).cancelled.front().because ==
              "the goods are named calcium nitrate, which the code is of, too");
    }

    TEST_CASE("confidence follows the strongest evidence") {
        const auto confidence = [](Cells cells) {
            Line line(cells);
            return confidence_of(belief_of(line).candidates.front(), line.context);
        };
        CHECK(confidence({{Field::description, "nitric acid"}}) == Confidence::certain);
        CHECK(confidence({{Field::description, "nitric acdi"}}) == Confidence::probable);
        CHECK(confidence({{Field::description, "HMTA 25 KG"}}) == Confidence::possible);
        CHECK(confidence({{Field::description, "Nitram"}}) == Confidence::possible);
        CHECK(confidence({{Field::hs, "2808 00"}}) == Confidence::probable);
        CHECK(confidence({{Field::description, "chemical goods"}, {Field::hs, "2808 00"}}) ==
              Confidence::possible);
        CHECK(confidence({{Field::description, "last contained nitric acid"}}) ==
              Confidence::possible);
    }
}

#include "reading.h"

#include <preflag/base/error.h>
#include <preflag/rules/rule_set.h>

#include <doctest/doctest.h>

#include <algorithm>

using namespace preflag;
using namespace preflag::rules_test;

namespace {

const Substance peroxide = substance("hydrogen-peroxide", "hydrogen peroxide");
const Substance acetone = substance("acetone", "acetone");
const Substance nitrate = substance("ammonium-nitrate", "ammonium nitrate");
const Substance chlorate = substance("potassium-chlorate", "potassium chlorate");
const Substance perchlorate = substance("potassium-perchlorate", "potassium perchlorate");
const Substance powder = substance("aluminium-powder", "aluminium powder");

const RuleSet& rules() {
    static const RuleSet all = [] {
        const RuleSelection selection;
        return RuleSet::compile(load_packs({shipped("")}, shipped_substances()), selection);
    }();
    return all;
}

std::vector<Verdict> evaluate(const GoodsReading& goods, const FieldValues& line = {}) {
    std::vector<Verdict> verdicts;
    rules().evaluate(line, goods, verdicts);
    return verdicts;
}

/// The answer of one rule on one identification alone.
Verdict answer(std::string_view rule, const GoodsReading& goods, const FieldValues& line = {}) {
    for (Verdict& verdict : evaluate(goods, line))
        if (verdict.rule->id == rule)
            return verdict;
    FAIL("the rule is silent");
    return {};
}

GoodsReading goods_of(std::vector<Identification> substances) {
    GoodsReading goods;
    goods.substances = std::move(substances);
    return goods;
}

MeasuredQuantity kilograms(double value) {
    MeasuredQuantity quantity;
    quantity.value.kilograms = exactly(value);
    return quantity;
}

/// A line on which nothing but the consignee is odd.
FieldValues line_to_order() {
    FieldValues line;
    line.set(Field::description, "as the goods say");
    line.set(Field::consignee, "TO ORDER");
    line.set(Field::end_use, "bleaching");
    return line;
}

constexpr std::string_view eu_peroxide = "eu-2019-1148/annex-i/hydrogen-peroxide";
constexpr std::string_view eu_powder = "eu-2019-1148/annex-ii/aluminium-powder";
constexpr std::string_view us_peroxide = "us-cfats-appendix-a/exp-iedp/hydrogen-peroxide";

} // namespace

TEST_SUITE("rules/rule_set") {
    TEST_CASE("above the limit") {
        const GoodsReading goods = goods_of({found(peroxide, strength(35, 35))});
        const Verdict verdict = answer(eu_peroxide, goods);
        CHECK(verdict.outcome == Outcome::restricted);
        CHECK(verdict.score == 25);
        CHECK(verdict.message == "hydrogen peroxide 35 % w/w is above the 12 % w/w limit of "
                                 "Regulation (EU) 2019/1148 Annex I");
        CHECK(verdict.rule->limit.text == "> 12 % w/w");
        CHECK(verdict.measured == "35 % w/w");
        CHECK(verdict.margin == 23);
        CHECK(verdict.missing.empty());
        CHECK(verdict.would_settle.empty());
        CHECK(verdict.identification == &goods.substances.front());
    }

    TEST_CASE("at the limit, and straddling it") {
        const Verdict equal = answer(eu_peroxide, goods_of({found(peroxide, strength(12, 12))}));
        CHECK(equal.outcome == Outcome::below_limit);
        CHECK(equal.score == 0);
        CHECK(equal.message == "hydrogen peroxide 12 % w/w is not above the 12 % w/w limit of "
                               "Regulation (EU) 2019/1148 Annex I");
        CHECK(equal.margin == 0);
        const Verdict both = answer(eu_peroxide, goods_of({found(peroxide, strength(8, 20))}));
        CHECK(both.outcome == Outcome::undetermined);
        CHECK(both.message == "hydrogen peroxide 8-20 % w/w may be above the 12 % w/w limit of "
                              "Regulation (EU) 2019/1148 Annex I");
        CHECK(both.missing.empty());
    }

    TEST_CASE("operators are those of the law") {
        const auto goods = goods_of({found(nitrate, strength(16, 16, Basis::nitrogen))});
        CHECK(answer("eu-2019-1148/annex-i/ammonium-nitrate", goods).outcome ==
              Outcome::below_limit);
        const Verdict british = answer("gb-poisons-act-1972/part-1/ammonium-nitrate", goods);
        CHECK(british.outcome == Outcome::restricted);
        CHECK(british.message == "ammonium nitrate 16 % N is at or above the 16 % N limit of "
                                 "Poisons Act 1972 Schedule 1A Part 1");
    }

    TEST_CASE("no strength is undetermined, never clear") {
        const Verdict verdict = answer(eu_peroxide, goods_of({found(peroxide)}));
        CHECK(verdict.outcome == Outcome::undetermined);
        CHECK(verdict.score == 15);
        CHECK(verdict.message ==
              "hydrogen peroxide without a stated strength: whether it is above the 12 % w/w limit "
              "of Regulation (EU) 2019/1148 Annex I cannot be told");
        CHECK(verdict.missing == "strength");
        CHECK(verdict.would_settle == "a strength above 12 % w/w would restrict it; a strength of "
                                      "12 % w/w or less would clear it");
        CHECK(verdict.measured.empty());
    }

    TEST_CASE("a figure that cannot be converted is undetermined") {
        const auto goods = goods_of({found(peroxide, strength(9, 9, Basis::mol_per_litre))});
        const Verdict verdict = answer(eu_peroxide, goods);
        CHECK(verdict.outcome == Outcome::undetermined);
        CHECK(verdict.missing == "strength");
        CHECK(verdict.message.find("cannot be converted") != std::string::npos);
    }

    TEST_CASE("no limit needs no strength") {
        const Verdict verdict = answer("eu-2019-1148/annex-ii/acetone", goods_of({found(acetone)}));
        CHECK(verdict.outcome == Outcome::reportable);
        CHECK(verdict.message == "acetone is listed in Regulation (EU) 2019/1148 Annex II");
        CHECK(verdict.rule->limit.text == "any");
    }

    TEST_CASE("what a law leaves out by more than the strength is undetermined") {
        const std::string id = "eu-2019-1148/annex-ii/acetone";
        const Verdict weak = answer(id, goods_of({found(acetone, strength(0.5, 0.5))}));
        CHECK(weak.outcome == Outcome::undetermined);
        CHECK(weak.missing == "reservation");
        CHECK(weak.message ==
              "acetone 0.5 % w/w is below 1 % w/w: Regulation (EU) 2019/1148 Annex II leaves out "
              "homogeneous mixtures of more than five ingredients, each listed one below 1 % w/w, "
              "and whether the goods are such cannot be told");
        CHECK(weak.would_settle ==
              "it would be clear if the goods are homogeneous mixtures of more than five "
              "ingredients, each listed one below 1 % w/w");
        CHECK(answer(id, goods_of({found(acetone, strength(1, 1))})).outcome ==
              Outcome::reportable);
        CHECK(answer(id, goods_of({found(acetone, strength(0, 5))})).outcome ==
              Outcome::reportable);
    }

    TEST_CASE("weak evidence never gives the full outcome") {
        Identification basket = found(acetone);
        basket.evidence.front().kind = EvidenceKind::hs_basket;
        Identification possible = found(acetone);
        possible.confidence = Confidence::possible;
        for (const Identification& weak : {basket, possible}) {
            const Verdict verdict = answer("eu-2019-1148/annex-ii/acetone", goods_of({weak}));
            CHECK(verdict.outcome == Outcome::undetermined);
            CHECK(verdict.missing == "identity");
        }
    }

    TEST_CASE("all terms of a limit must hold") {
        Identification fine = found(powder, strength(99, 99));
        CHECK(answer(eu_powder, goods_of({fine})).missing == "particle-size");
        fine.particle_micrometres = exactly(45);
        const Verdict reportable = answer(eu_powder, goods_of({fine}));
        CHECK(reportable.outcome == Outcome::reportable);
        CHECK(reportable.measured == "99 % w/w and 45 um");
        CHECK(reportable.message ==
              "aluminium powder 45 um and 99 % w/w meets the limit of Regulation (EU) 2019/1148 "
              "Annex II, < 200 um and >= 70 % w/w metal");
        fine.particle_micrometres = exactly(200);
        const Verdict coarse = answer(eu_powder, goods_of({fine}));
        CHECK(coarse.outcome == Outcome::below_limit);
        CHECK(coarse.message == "aluminium powder 200 um is not below the 200 um limit of "
                                "Regulation (EU) 2019/1148 Annex II");
        fine.strength = strength(65, 65);
        fine.particle_micrometres.reset();
        CHECK(answer(eu_powder, goods_of({fine})).outcome == Outcome::below_limit);
    }

    TEST_CASE("weights count, and never become part of what was measured") {
        GoodsReading goods = goods_of({found(peroxide, strength(35, 35))});
        CHECK(answer(us_peroxide, goods).missing == "quantity");
        goods.substances[0].quantity = kilograms(200);
        const Verdict verdict = answer(us_peroxide, goods);
        CHECK(verdict.outcome == Outcome::monitored);
        CHECK(verdict.measured == "35 % w/w");
        goods.substances[0].quantity = kilograms(100);
        CHECK(answer(us_peroxide, goods).outcome == Outcome::below_limit);
        goods.substances[0].quantity.reset();
        goods.quantity = kilograms(400 * 0.45359237);
        CHECK(answer(us_peroxide, goods).outcome == Outcome::monitored);
    }

    TEST_CASE("litres alone are no weight") {
        GoodsReading goods = goods_of({found(peroxide, strength(35, 35))});
        goods.substances[0].quantity.emplace();
        goods.substances[0].quantity->value.litres = exactly(1000);
        CHECK(answer(us_peroxide, goods).missing == "quantity");
    }
}

TEST_SUITE("rules/sums") {
    constexpr std::string_view eu_chlorate = "eu-2019-1148/annex-i/potassium-chlorate";

    TEST_CASE("the law adds up strengths, and the message says so") {
        const auto goods =
            goods_of({found(chlorate, strength(25, 25)), found(perchlorate, strength(20, 20))});
        const Verdict verdict = answer(eu_chlorate, goods);
        CHECK(verdict.outcome == Outcome::restricted);
        CHECK(verdict.margin == 5);
        CHECK(verdict.message ==
              "potassium chlorate 25 % w/w with potassium perchlorate 20 % w/w, 45 % w/w in all, "
              "is above the 40 % w/w limit of Regulation (EU) 2019/1148 Annex I");
        CHECK(answer("gb-poisons-act-1972/part-1/potassium-chlorate", goods).outcome ==
              Outcome::below_limit);
    }

    TEST_CASE("an unknown partner leaves it open") {
        const auto goods = goods_of({found(chlorate, strength(25, 25)), found(perchlorate)});
        const Verdict verdict = answer(eu_chlorate, goods);
        CHECK(verdict.outcome == Outcome::undetermined);
        CHECK(verdict.missing == "strength");
    }

    TEST_CASE("one figure of a column is not counted twice") {
        Strength figure = strength(30, 30);
        figure.origin = Origin::column;
        const auto goods = goods_of({found(chlorate, figure), found(perchlorate, figure)});
        CHECK(answer(eu_chlorate, goods).outcome == Outcome::below_limit);
    }
}

TEST_SUITE("rules/flags") {
    TEST_CASE("a clean line has no verdict") {
        FieldValues line;
        line.set(Field::consignee, "TO ORDER");
        GoodsReading goods;
        goods.contradictions.push_back({"net-above-gross", "2", "1", "2 is above 1"});
        CHECK(evaluate(goods, line).empty());
    }

    TEST_CASE("red flags count beside a law that says more than below-limit") {
        const FieldValues line = line_to_order();
        const auto flagged = evaluate(goods_of({found(peroxide, strength(35, 35))}), line);
        REQUIRE(!flagged.empty());
        CHECK(flagged.back().rule->id == "red-flag/consignee-missing");
        CHECK(flagged.back().message ==
              "regulated goods without a usable consignee: the field says \"TO ORDER\"");
        const int score = flagged.front().score + flagged.back().score; // the law's and the flag's
        CHECK(score == 65);
        CHECK(rules().severity_of(score) == Severity::high);
        for (const Verdict& verdict : evaluate(goods_of({found(chlorate, strength(5, 5))}), line))
            if (verdict.outcome == Outcome::red_flag)
                CHECK(verdict.rule->id == "red-flag/consignee-missing");
    }

    TEST_CASE("verdicts stand in pack order, laws first") {
        const FieldValues line = line_to_order();
        GoodsReading goods = goods_of({found(acetone), found(peroxide, strength(35, 35))});
        goods.contradictions.push_back({"cas-against-name", "a", "b", "a is not b"});
        const auto verdicts = evaluate(goods, line);
        std::vector<std::string> ids;
        for (const Verdict& verdict : verdicts)
            ids.push_back(verdict.rule->id);
        REQUIRE(ids.size() > 4);
        CHECK(ids[0] == eu_peroxide);
        CHECK(ids[1] == "eu-2019-1148/annex-ii/acetone");
        CHECK(ids[ids.size() - 2] == "red-flag/consignee-missing");
        CHECK(ids.back() == "contradiction/cas-against-name");
        CHECK(verdicts.back().message == "a is not b");
        CHECK(verdicts.back().score == 30);
    }

    TEST_CASE("a contradiction without a rule of its own falls to the general one") {
        GoodsReading goods = goods_of({found(acetone)});
        goods.contradictions.push_back({"something-new", "a", "b", "a is not b"});
        CHECK(evaluate(goods).back().rule->id == "contradiction/other");
    }
}

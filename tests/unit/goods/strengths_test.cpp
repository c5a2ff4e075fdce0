#include "reading.h"

#include <preflag/goods/line/belief.h>
#include <preflag/goods/reading/identifying.h>
#include <preflag/goods/strength/nitrogen_grades.h>
#include <preflag/goods/strength/strength_assignment.h>
#include <preflag/goods/strength/strengths.h>
#include <preflag/goods/strength/text_strengths.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::goods_test;

namespace {

Concentration percent(double low, double high) {
    return {{low, high, false, false}, Basis::not_stated};
}

/// "source: strength" of each statement about one substance, in order.
std::vector<std::string> statements(Cells cells, std::string_view id) {
    Line line(cells);
    const Lexicon& lexicon = shipped().lexicon();
    const Belief belief = believed(lexicon, line.goods, line.context);
    const auto substances = identified(lexicon, line.goods, belief, line.context);
    std::vector<std::string> notes;
    std::vector<std::string> told;
    for (const StrengthStatement& one :
         strength_statements(lexicon, line.goods, belief, line.context, substances, notes))
        if (one.substance == id_of(id))
            told.push_back(std::string(name_of(origin_of(one.source))) + ": " +
                           to_string(one.stated));
    return told;
}

using Told = std::vector<std::string>;

} // namespace

TEST_SUITE("goods/strengths") {
    TEST_CASE("every source makes its own statement") {
        CHECK(statements({{Field::description, "nitric acid 65 %"},
                          {Field::concentration, "68 %"},
                          {Field::un, "2031"}},
                         "nitric-acid") == Told{"column: 68 %", "description: 65 %"});
        CHECK(statements({{Field::description, "hydrogen peroxide"}, {Field::un, "2014"}},
                         "hydrogen-peroxide") == Told{"un-entry: 20-60 % w/w"});
        CHECK(statements({{Field::description, "potassium nitrate"}}, "potassium-nitrate") ==
              Told{"form: 100 % w/w"});
        CHECK(statements({{Field::description, "UAN 32"}}, "ammonium-nitrate").front() ==
              "grade: 14-15.5 % N");
        CHECK(statements({{Field::description, "potassium nitrate solution"}}, "potassium-nitrate")
                  .empty());
    }

    TEST_CASE("a strength column over two substances settles neither, and that is told") {
        const GoodsReading both =
            read({{Field::description, "hydrogen peroxide and nitric acid set"},
                  {Field::concentration, "35 %"}});
        REQUIRE(both.substances.size() == 2);
        CHECK_FALSE(both.substances[0].strength);
        CHECK_FALSE(both.substances[1].strength);
        REQUIRE(both.notes.size() == 1);
        CHECK(both.notes.front() ==
              "the strength column says \"35 %\", and the goods hold 2 listed "
              "substances: it is taken for none of them");
        const GoodsReading own = read({{Field::description, "nitric acid 15 %, acetone 2 %"},
                                       {Field::concentration, "15 %"}});
        CHECK(strength_of(own, "nitric-acid") == "15 %");
        CHECK(strength_of(own, "acetone") == "2 %");
        CHECK(read({{Field::description, "nitric acid"}, {Field::concentration, "35 %"}})
                  .notes.empty());
    }

    TEST_CASE("a product's nitrogen is also the strength of what a number names beside it") {
        const GoodsReading reading =
            read({{Field::description, "Kalkammonsalpeter 27 % N"}, {Field::un, "2067"}});
        CHECK(strength_of(reading, "ammonium-nitrate") == "27 % N");
        CHECK(strength_of(reading, "calcium-ammonium-nitrate") == "27 % N");
        CHECK(reading.contradictions.empty());
    }

    TEST_CASE("the most believed source wins, and of one source the first statement") {
        const Lexicon& lexicon = shipped().lexicon();
        const SubstanceId acid = id_of("nitric-acid");
        std::vector<Identification> substances(1);
        substances.front().id = acid;
        substances.front().substance = &lexicon[acid];
        take_best(lexicon,
                  {{acid, StrengthSource::form, percent(100, 100), "form"},
                   {acid, StrengthSource::text, percent(65, 65), "first"},
                   {acid, StrengthSource::text, percent(68, 68), "second"},
                   {id_of("acetone"), StrengthSource::column, percent(1, 1), "another's"},
                   {acid, StrengthSource::un_entry, percent(65, 100), "entry"}},
                  substances);
        REQUIRE(substances.front().strength);
        CHECK(substances.front().strength->text == "first");
        CHECK(substances.front().strength->origin == Origin::description);
        take_best(lexicon, {{acid, StrengthSource::column, percent(5, 5), "column"}}, substances);
        CHECK(substances.front().strength->origin == Origin::column);
    }

    TEST_CASE("figures of several bases or bounds are one strength") {
        CHECK(to_string(combined({percent(65, 65)})) == "65 %");
        CHECK(to_string(combined({percent(6, 6), percent(50, 50), percent(30, 30)})) == "6-50 %");
        CHECK(to_string(combined({percent(65, 100), percent(0, 70)})) == "65-70 %");
        CHECK(to_string(
                  combined({percent(30, 30), {{27, 27, false, false}, Basis::weight_by_weight}})) ==
              "27 % w/w");
    }

    TEST_CASE("a figure belongs to the nearest name, one in front of it rather than one behind") {
        const auto owners = [](std::string_view description) {
            Line line(description);
            const GoodsText& text = line.goods.texts.front();
            std::vector<FigureOwner> names;
            for (const Hit& hit : text.hits)
                names.push_back({.range = hit.range, .substance = hit.substance});
            std::string told;
            for (const OwnedFigure& owned :
                 assign_figures(text, names, {}, std::nullopt, shipped_words()))
                told += shipped().lexicon()[owned.substance].id + " " +
                        to_string(owned.figure.concentration) + ";";
            return told;
        };
        CHECK(owners("nitric acid 65 % acetone") == "nitric-acid 65 %;");
        CHECK(owners("nitric acid 5 %, acetone 20 %") == "nitric-acid 5 %;acetone 20 %;");
        CHECK(owners("60 % sodium nitrate 40 % potassium nitrate") ==
              "sodium-nitrate 60 %;potassium-nitrate 40 %;");
        CHECK(owners("nitric acid, cotton 100 %").empty());
        CHECK(owners("acetone; 65 % nitric acid") == "nitric-acid 65 %;");
        CHECK(owners("acetone desk chair lamp desk chair lamp desk chair lamp desk chair lamp desk "
                     "chair lamp 65 %")
                  .empty());
    }

    TEST_CASE("nitrogen grades are ratios, what follows N, and what follows a name") {
        const auto grade = [](std::string_view description) {
            const auto told = statements({{Field::description, description}}, "ammonium-nitrate");
            const auto found = std::find_if(told.begin(), told.end(), [](const std::string& one) {
                return one.starts_with("grade");
            });
            return found == told.end() ? "" : *found;
        };
        CHECK(grade("ammonium nitrate 33.5-0-0") == "grade: 33.5 % N");
        CHECK(grade("ammonium nitrate N 34") == "grade: 34 % N");
        CHECK(grade("ammonium nitrate-34") == "grade: 34 % N");
        CHECK(grade("ammonium nitrate 25 bags").empty());
        CHECK(grade("ammonium nitrate 46-0-0").empty());
    }
}

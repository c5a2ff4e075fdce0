#include "reading.h"

#include <preflag/goods/reading/line_quantity.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::goods_test;

namespace {

using Source = LineQuantity::Source;

std::optional<LineQuantity> quantity(Cells cells) {
    const Line line(cells);
    const UnitTable& units = shipped().lexicon().units;
    return quantity_of_line(units, line.goods, read_weights(line.goods.cells, units));
}

/// All notes of a line of acetone, with a mark behind each.
std::string notes(Cells cells) {
    std::string all;
    for (const std::string& note : read(cells).notes)
        all += note + ";";
    return all;
}

} // namespace

TEST_SUITE("goods/line quantity") {
    TEST_CASE("the sources of a quantity have an order") {
        CHECK(quantity({{Field::description, "4 x 25 kg"},
                        {Field::net_weight, "90 kg"},
                        {Field::quantity, "95 kg"}})
                  ->source == Source::net_weight);
        CHECK(quantity({{Field::description, "4 x 25 kg"}, {Field::quantity, "95 kg"}})->source ==
              Source::quantity);
        CHECK(quantity({{Field::description, "1000 l/IBC"},
                        {Field::quantity, "18"},
                        {Field::quantity_unit, "IBC"}})
                  ->source == Source::packages);
        CHECK(quantity({{Field::description, "4 x 25 kg"}, {Field::gross_weight, "110 kg"}})
                  ->source == Source::total_in_text);
        CHECK(quantity({{Field::description, "25 kg bags"}, {Field::gross_weight, "110 kg"}})
                  ->source == Source::gross_weight);
        CHECK(quantity({{Field::description, "25 kg bags"}})->source == Source::content_in_text);
        CHECK_FALSE(quantity({{Field::description, "acetone"}, {Field::quantity, "25"}}));
    }

    TEST_CASE("a weight without unit is taken as the table says, and that is told") {
        CHECK(notes({{Field::description, "acetone"}, {Field::net_weight, "500"}}) ==
              "the net weight \"500\" states no unit and is taken to be in kg;");
        CHECK(notes({{Field::description, "acetone"}, {Field::gross_weight, "500"}}) ==
              "the gross weight \"500\" states no unit and is taken to be in kg;");
        CHECK(notes({{Field::description, "acetone"}, {Field::net_weight, "500 lb"}}).empty());
        CHECK(notes({{Field::description, "acetone"},
                     {Field::net_weight, "500"},
                     {Field::weight_unit, "KGM"}})
                  .empty());
        UnitTable none = shipped().lexicon().units;
        none.weights_without_unit.clear();
        const Line line({{Field::description, "acetone"}, {Field::net_weight, "500"}});
        CHECK_FALSE(quantity_of_line(none, line.goods, read_weights(line.goods.cells, none)));
    }

    TEST_CASE("a quantity that tells no mass or volume is noted, unless the text tells it") {
        const auto in = [](std::string_view description, std::string_view unit) {
            return notes({{Field::description, description},
                          {Field::quantity, "40"},
                          {Field::quantity_unit, unit}});
        };
        CHECK(in("acetone", "BAGS") ==
              "the quantity \"40 BAGS\" counts packages, and what one holds is not stated;");
        CHECK(in("acetone", "kWh") ==
              "the quantity \"40 kWh\" is in no known unit of mass or volume;");
        CHECK(in("acetone, 40 bags of 25 kg", "BAGS").empty());
        CHECK(in("acetone 25 kg bags", "BAGS").empty());
        CHECK(in("acetone", "kg").empty());
        CHECK(notes({{Field::description, "acetone"}, {Field::quantity, "40 BAGS"}}) ==
              "the quantity \"40 BAGS\" counts packages, and what one holds is not stated;");
        CHECK(notes({{Field::description, "acetone"}, {Field::quantity, "40"}}).empty());
    }

    TEST_CASE("net above gross needs both weights") {
        const auto& units = shipped().lexicon().units;
        const Line line({{Field::net_weight, "2 lb"}});
        CHECK(read_weight(line.cells, Field::net_weight, Field::net_weight_unit, units)
                  ->kilograms->high == doctest::Approx(0.90718474));
        CHECK_FALSE(read_weight(line.cells, Field::gross_weight, Field::gross_weight_unit, units));
    }
}

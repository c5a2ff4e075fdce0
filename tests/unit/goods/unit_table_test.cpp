#include "reading.h"

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::goods_test;

namespace {

std::string amount(std::string_view text) {
    const auto quantity = shipped().index().units.read_text(lex(text));
    return quantity ? to_string(*quantity) : "";
}

std::string cell(std::string_view text, std::string_view unit) {
    const auto quantity = shipped().index().units.read_cell(text, unit);
    return quantity ? to_string(*quantity) : "";
}

std::optional<Interval> size(std::string_view text) {
    return shipped().index().units.read_particle_size(lex(text), shipped_words().maximum,
                                                      shipped_words().minimum);
}

} // namespace

TEST_SUITE("goods/units") {
    TEST_CASE("packages are multiplied by the content of each") {
        CHECK(amount("4 x 25 kg drums") == "100 kg");
        CHECK(amount("20 IBC à 1000 l") == "20000 l");
        CHECK(amount("640 bags of 25 kg") == "16000 kg");
        CHECK(amount("4X160KG DRUMS") == "640 kg");
        CHECK(amount("24 MT") == "24000 kg");
        CHECK(amount("25公斤") == "25 kg");
    }

    TEST_CASE("the number of packages may stand behind the content of each") {
        CHECK(amount("25 kg x 40 bags") == "1000 kg");
        CHECK(amount("IBC 1000 l x 18") == "18000 l");
        CHECK(amount("25kgs*40, 5 pallets") == "1000 kg");
        CHECK(amount("25 kg bags x 40") == "1000 kg");
        CHECK(amount("25 kg × 40 мешков") == "1000 kg");
    }

    TEST_CASE("a size behind an amount is no number of packages") {
        CHECK(amount("25 kg x 40 cm") == "25 kg");
        CHECK(amount("25 kg x 1.5") == "25 kg");
        CHECK(amount("4 x 25 kg x 40") == "100 kg");
        CHECK(amount("25 kg, 40 bags") == "25 kg");
    }

    TEST_CASE("what a package holds is no total while nobody counts the packages") {
        const auto content_only = [](std::string_view text) {
            return shipped().index().units.states_content_only(lex(text));
        };
        CHECK(content_only("in 25 kg bags, 2 pallets"));
        CHECK(content_only("1000 l IBC"));
        CHECK_FALSE(content_only("40 x 25 kg bags"));
        CHECK_FALSE(content_only("25 kg bags x 40"));
        CHECK_FALSE(content_only("25 kg bags, total 20 t"));
        CHECK_FALSE(content_only("25 kg"));
        CHECK_FALSE(content_only("bags"));
    }

    TEST_CASE("gallons, pounds and hyphens are read") {
        CHECK(amount("55 gal drum") == "208.198 l");
        CHECK(amount("55-gallon drum") == "208.198 l");
        CHECK(amount("1 lb") == "0.453592 kg");
    }

    TEST_CASE("a cell takes its unit from the unit column unless it has its own") {
        CHECK(cell("25", "KGM") == "25 kg");
        CHECK(cell("1,250", "kg") == "1250 kg");
        CHECK(cell("25 l", "kg") == "25 l");
        CHECK(cell("25", "").empty());
        CHECK(cell("many", "kg").empty());
    }

    TEST_CASE("particle sizes are read in micrometres, millimetres and mesh") {
        CHECK(size("< 63 µm")->high == doctest::Approx(63));
        CHECK(size("< 63 um")->low == 0);
        CHECK(size("D50 20 micron")->high == doctest::Approx(20));
        CHECK(size("1-5 mm")->low == doctest::Approx(1000));
        CHECK(size("200 mesh")->high == doctest::Approx(74.5));
        CHECK(size("70 mesh")->low > 200);
        CHECK(size("-325 mesh")->low == 0);
        CHECK(size("100-200 mesh")->low == doctest::Approx(74.5));
        CHECK(size("100-200 mesh")->high == doctest::Approx(149));
        CHECK(size("+70 mesh")->low > 200);
        CHECK_FALSE(size("99.5 %"));
    }
}

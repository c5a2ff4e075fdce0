#include "reading.h"

#include <preflag/goods/reading/particle_size.h>

#include <doctest/doctest.h>

#include <limits>

using namespace preflag;
using namespace preflag::goods_test;

namespace {

std::optional<Interval> size(std::string_view text) {
    return read_particle_size(lex(text), shipped().lexicon());
}

} // namespace

TEST_SUITE("goods/particle size") {
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

    TEST_CASE("the column goes before the text, and a column without a size is passed over") {
        const auto of_line = [](Cells cells) {
            const Line line(cells);
            return particle_size(shipped().lexicon(), line.goods);
        };
        CHECK(of_line({{Field::description, "aluminium powder 200 mesh"},
                       {Field::particle_size, "< 63 um"}})
                  ->high == doctest::Approx(63));
        CHECK(of_line({{Field::description, "aluminium powder 200 mesh"},
                       {Field::particle_size, "fine"}})
                  ->high == doctest::Approx(74.5));
        CHECK_FALSE(of_line({{Field::description, "aluminium powder"}}));
    }

    TEST_CASE("particle sizes are written as people write them") {
        constexpr double infinite = std::numeric_limits<double>::infinity();
        CHECK(micrometre_text({14900.0 / 325, 14900.0 / 325, false, false}) == "45.85 um");
        CHECK(micrometre_text({0, 63, false, true}) == "< 63 um");
        CHECK(micrometre_text({149, infinite, false, false}) == ">= 149 um");
        CHECK(micrometre_text({1000, 5000, false, false}) == "1000-5000 um");
    }
}

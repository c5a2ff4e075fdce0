#include "reading.h"

#include <preflag/goods/line/strength_conversion.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::goods_test;

namespace {

Strength measured(const char* id, double value, Basis basis) {
    return measure_strength(*shipped().find(id), {{value, value, false, false}, basis},
                            Origin::description, "");
}

double percent(const char* id, double value, Basis basis) {
    const Strength strength = measured(id, value, basis);
    REQUIRE(strength.weight_percent);
    return strength.weight_percent->high;
}

} // namespace

TEST_SUITE("goods/strength conversion") {
    TEST_CASE("weight by volume needs the density, which depends on the answer") {
        CHECK(percent("hydrogen-peroxide", 3, Basis::weight_by_volume) ==
              doctest::Approx(2.97).epsilon(0.01));
        CHECK(percent("hydrogen-peroxide", 30, Basis::weight_by_volume) ==
              doctest::Approx(27.3).epsilon(0.02));
    }

    TEST_CASE("molarity, normality and grams per litre go through the molar mass") {
        CHECK(percent("nitric-acid", 0.1, Basis::mol_per_litre) ==
              doctest::Approx(0.63).epsilon(0.02));
        CHECK(percent("sulfuric-acid", 2, Basis::normality) ==
              doctest::Approx(percent("sulfuric-acid", 1, Basis::mol_per_litre)));
        CHECK(percent("nitric-acid", 10, Basis::gram_per_litre) ==
              doctest::Approx(1.0).epsilon(0.02));
    }

    TEST_CASE("labels, degrees and oxides have the tables of the trade") {
        CHECK(percent("hydrogen-peroxide", 40, Basis::volumes_of_oxygen) == doctest::Approx(12));
        CHECK(percent("nitric-acid", 36, Basis::degrees_baume) == doctest::Approx(53));
        CHECK(percent("sulfuric-acid", 66, Basis::degrees_baume) == doctest::Approx(93));
        CHECK(percent("phosphoric-acid", 54, Basis::phosphorus_pentoxide) ==
              doctest::Approx(74.57).epsilon(0.001));
    }

    TEST_CASE("per cent by volume is a range, for the other liquid is unknown") {
        const Strength fuel = measured("nitromethane", 12, Basis::volume_by_volume);
        REQUIRE(fuel.weight_percent);
        CHECK(fuel.weight_percent->low < 16);
        CHECK(fuel.weight_percent->high > 16);
        const Strength strong = measured("nitromethane", 25, Basis::volume_by_volume);
        REQUIRE(strong.weight_percent);
        CHECK(strong.weight_percent->low > 25);
    }

    TEST_CASE("nitrogen of ammonium nitrate is 35 % of the salt") {
        const Strength stated = measured("ammonium-nitrate", 34.4, Basis::nitrogen);
        CHECK(stated.nitrogen_percent->high == doctest::Approx(34.4));
        CHECK(stated.weight_percent->high == doctest::Approx(98.3).epsilon(0.001));
        const Strength pure = measured("ammonium-nitrate", 100, Basis::weight_by_weight);
        CHECK(pure.nitrogen_percent->high == doctest::Approx(35));
    }

    TEST_CASE("a bare figure in the band of fertilisers is nitrogen, a lower one may be either") {
        CHECK(measured("ammonium-nitrate", 34, Basis::not_stated).nitrogen_percent->low ==
              doctest::Approx(34));
        const Strength low = measured("ammonium-nitrate", 20, Basis::not_stated);
        CHECK(low.nitrogen_percent->low == doctest::Approx(7));
        CHECK(low.nitrogen_percent->high == doctest::Approx(20));
    }

    TEST_CASE("what has no table stays without % w/w") {
        CHECK_FALSE(measured("hexamine", 30, Basis::volume_by_volume).weight_percent);
        CHECK_FALSE(measured("acetone", 2, Basis::normality).weight_percent);
        CHECK_FALSE(density_at(*shipped().find("hexamine"), 50));
        CHECK(*density_at(*shipped().find("nitric-acid"), 65) == doctest::Approx(1.39));
    }
}

#include "reading.h"

#include <preflag/goods/text/spelling.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::goods_test;

TEST_SUITE("goods/spelling") {
    TEST_CASE("one slip is told apart by its kind") {
        CHECK(typo_between("acdi", "acid") == Slip::swapped);
        CHECK(typo_between("chl0rate", "chlorate") == Slip::misread);
        CHECK(typo_between("n1tr1c", "nitric") == Slip::misread);
        CHECK(typo_between("acld", "acid") == Slip::misread);
        CHECK(typo_between("amonium", "ammonium") == Slip::doubled);
        CHECK(typo_between("nitrric", "nitric") == Slip::doubled);
        CHECK(typo_between("peroxyde", "peroxide") == Slip::other);
        CHECK(typo_between("sulfric", "sulfuric") == Slip::other);
    }

    TEST_CASE("equal words and two slips are no slip") {
        CHECK_FALSE(typo_between("nitric", "nitric"));
        CHECK_FALSE(typo_between("citrit", "nitric"));
        CHECK_FALSE(typo_between("", "nitric"));
        CHECK_FALSE(typo_between("nic", "nitric"));
    }

    TEST_CASE("a letter of any alphabet counts as one") {
        CHECK(typo_between("перикись", "перекись") == Slip::other);
        CHECK(typo_between("пеерксь", "перекись") == std::nullopt);
        CHECK(typo_between("азотаня", "азотная") == Slip::swapped);
    }

    TEST_CASE("names are found with one slip, and are then less certain") {
        for (const char* text : {"NITRIC ACDI 65 %", "NITR1C ACID 65 %", "nitrc acid 65 %",
                                 "NIT RIC ACID 65 %", "NITRIC AClD 65 %"}) {
            const GoodsReading reading = read(text);
            const Identification* found = find(reading, "nitric-acid");
            REQUIRE_MESSAGE(found != nullptr, text);
            CHECK_MESSAGE(found->confidence == Confidence::probable, text);
        }
        CHECK(find(read("HYDROGEN PEROXYDE 50PCT"), "hydrogen-peroxide") != nullptr);
        CHECK(find(read("AMONIUM NITRATE"), "ammonium-nitrate") != nullptr);
        CHECK(find(read("ПЕРИКИСЬ ВОДОРОДА 35%"), "hydrogen-peroxide") != nullptr);
    }

    TEST_CASE("stems that must not be confused never match across a slip") {
        for (const char* text :
             {"sodium chlorite 80 %", "Natriumnitrit 99 %", "нитрит калия", "azotyn potasu",
              "nitroethane 99 %", "potassium chloride", "sodium nitride", "kaliumnitriet",
              "calcium citrate", "sodium amide", "clorito de sodio"})
            for (const char* id :
                 {"sodium-chlorate", "potassium-chlorate", "sodium-nitrate", "potassium-nitrate",
                  "calcium-nitrate", "nitromethane", "sodium-azide"})
                CHECK_MESSAGE(find(read(text), id) == nullptr, text);
    }

    TEST_CASE("ordinary words beside a name word are no slip of the pen") {
        for (const char* text :
             {"aluminium power supply", "ALUMINIUM DUCT 100 MM", "OTHER THAN COLLOIDAL METALS",
              "sulphur lamp", "aluminium plate d 5 mm"})
            CHECK_MESSAGE(read(text).substances.empty(), text);
    }

    TEST_CASE("short names are taken as written only") {
        CHECK(read("ureo 25 kg").substances.empty());
        CHECK(read("sulfir").substances.empty());
    }
}

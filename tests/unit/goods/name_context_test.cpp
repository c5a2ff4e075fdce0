#include "reading.h"

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::goods_test;

TEST_SUITE("goods/name context") {
    TEST_CASE("words before or behind a name cancel it, and are quoted") {
        for (const char* text :
             {"acetone-free remover", "nail care free of acetone", "dissolvant sans acétone",
              "quitaesmalte sin acetona", "без ацетона", "不含丙酮", "pump for nitric acid",
              "nitric acid resistant gloves", "test kit for nitric acid",
              "replacement for hydrogen peroxide", "acetone remover"}) {
            const GoodsReading reading = read(text);
            CHECK_MESSAGE(reading.substances.empty(), text);
            REQUIRE_MESSAGE(!reading.cancelled.empty(), text);
            CHECK_MESSAGE(!reading.cancelled.front().because.empty(), text);
        }
    }

    TEST_CASE("an article in the clause cancels a name, one in the next clause does not") {
        CHECK(read("lead acid battery filled with sulphuric acid").substances.empty());
        CHECK(find(read("sulphuric acid 37 %; 2 pairs of gloves"), "sulfuric-acid") != nullptr);
        CHECK(read("label set UN1830 sulphuric acid").substances.empty());
    }

    TEST_CASE("remains are possible only, cleaned packaging says nothing") {
        const GoodsReading remains = read("empty uncleaned drums, last contained acetone");
        REQUIRE(find(remains, "acetone") != nullptr);
        CHECK(find(remains, "acetone")->confidence == Confidence::possible);
        CHECK(read("empty drums, previously contained acetone, cleaned").substances.empty());
        CHECK(find(read("empty drums, last contained acetone, not cleaned"), "acetone") != nullptr);
    }

    TEST_CASE("ambiguous short names need a second piece of evidence") {
        CHECK(read("AN apple a day").substances.empty());
        CHECK(read("CAN bus cable").substances.empty());
        CHECK(read("HP laser toner").substances.empty());
        CHECK(find(read("AN based fertilizer"), "ammonium-nitrate") != nullptr);
        CHECK(find(read({{Field::description, "AN prills"}, {Field::un, "1942"}}),
                   "ammonium-nitrate") != nullptr);
        CHECK(read("metformin HCl 500 mg").substances.empty());
        CHECK(find(read("HCl 32 %"), "hydrochloric-acid") != nullptr);
    }

    TEST_CASE("a short name that means nothing else is possible without more") {
        const GoodsReading reading = read("HMTA 25 KG");
        REQUIRE(find(reading, "hexamine") != nullptr);
        CHECK(find(reading, "hexamine")->confidence == Confidence::possible);
    }

    TEST_CASE("words that look like codes are none") {
        CHECK(read("2014 TOYOTA COROLLA").substances.empty());
        CHECK(read("1942 WILLYS JEEP").substances.empty());
        CHECK(read("catalogue item CAS 67-64-2").substances.empty());
    }
}

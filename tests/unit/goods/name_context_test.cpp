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
        CHECK(read("mer än 34 % bomull, ẢN, cÂN gödsel").substances.empty());
        CHECK(find(read("HCl 32 %"), "hydrochloric-acid") != nullptr);
    }

    TEST_CASE("a short name that means nothing else is possible without more") {
        const GoodsReading reading = read("HMTA 25 KG");
        REQUIRE(find(reading, "hexamine") != nullptr);
        CHECK(find(reading, "hexamine")->confidence == Confidence::possible);
    }

    TEST_CASE("a word before a list cancels each of its chemicals, and no more") {
        for (const char* text :
             {"thinner without acetone, toluene or urea", "pump for nitric acid and sulphuric acid",
              "Ketones (excl. acetone, butanone)", "Ketone (ausg. Aceton)",
              "Peroxides (other than: benzoyl peroxide, hydrogen peroxide)",
              "BOMBA P/ACIDO NITRICO"})
            CHECK_MESSAGE(read(text).substances.empty(), text);
        CHECK(find(read("for laboratory use, nitric acid 65 %"), "nitric-acid") != nullptr);
        CHECK(find(read("(excl. VAT) nitric acid 65 %"), "nitric-acid") != nullptr);
        CHECK(find(read("without butanone, potassium nitrate 99 %"), "potassium-nitrate") !=
              nullptr);
    }

    TEST_CASE("a radical or a prefix before a name makes it another one") {
        for (const char* text : {"1,3-dihydroxy-2-propanone", "phenyl urea", "亞硝酸鈉",
                                 "次亜塩素酸ナトリウム", "チオ尿素"})
            CHECK_MESSAGE(read(text).substances.empty(), text);
        CHECK(find(read("过氧化氢 35%"), "hydrogen-peroxide") != nullptr);
    }

    TEST_CASE("an element in a compound or as a constituent is not the element") {
        for (const char* text :
             {"phosphorus(V) fluoride", "phosphorus nitride", "fluorure de soufre",
              "steel coils, sulphur max 0.03 %", "NPK, phosphorus 15 %"})
            CHECK_MESSAGE(read(text).substances.empty(), text);
        CHECK(find(read("phosphorus(III) chloride"), "phosphorus-trichloride") != nullptr);
        CHECK(find(read("red phosphorus 99 %"), "phosphorus") != nullptr);
    }

    TEST_CASE("the CAS number of a powder does not make massive metal one") {
        CHECK(read({{Field::description, "Aluminium ingots"}, {Field::cas, "7429-90-5"}})
                  .substances.empty());
        CHECK(read({{Field::description, "Aluminium"},
                    {Field::cas, "7429-90-5"},
                    {Field::hs, "76071100"}})
                  .substances.empty());
        CHECK(find(read({{Field::description, "Aluminium powder in foil bags"},
                         {Field::cas, "7429-90-5"}}),
                   "aluminium-powder") != nullptr);
    }

    TEST_CASE("a CAS number of another substance outweighs a name with a typo only") {
        CHECK(
            read({{Field::description, "nitrc acid"}, {Field::cas, "75-12-7"}}).substances.empty());
        CHECK(find(read({{Field::description, "nitric acid"}, {Field::cas, "75-12-7"}}),
                   "nitric-acid") != nullptr);
    }

    TEST_CASE("names without a figure in a list of ingredients say nothing") {
        CHECK(read("Cream: Aqua, Glycerin, Urea, Parfum").substances.empty());
        CHECK(find(read("Aqua, Parfum, Hydrogen Peroxide 6 %"), "hydrogen-peroxide") != nullptr);
    }

    TEST_CASE("words that look like codes are none") {
        CHECK(read("2014 TOYOTA COROLLA").substances.empty());
        CHECK(read("1942 WILLYS JEEP").substances.empty());
        CHECK(read("catalogue item CAS 67-64-2").substances.empty());
    }
}

#include "reading.h"

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::goods_test;

TEST_SUITE("goods/reader") {
    TEST_CASE("each substance of a mixture gets its own figure") {
        const GoodsReading salt =
            read("solar salt 60 % sodium nitrate 40 % potassium nitrate, big bag");
        CHECK(strength_of(salt, "sodium-nitrate") == "60 %");
        CHECK(strength_of(salt, "potassium-nitrate") == "40 %");
        CHECK(strength_of(read("nitric acid 5 %, hydrofluoric acid 2 %"), "nitric-acid") == "5 %");
        CHECK(strength_of(read("Peracetic acid disinfectant (PAA 15 %, hydrogen peroxide 23 %, "
                               "acetic acid 16 %)"),
                          "hydrogen-peroxide") == "23 %");
    }

    TEST_CASE("the purity is the strength, and not what passes the sieve or is an impurity") {
        CHECK(strength_of(read("aluminium powder 99.7%, 100 % < 45 microns"), "aluminium-powder") ==
              "99.7 %");
        CHECK(strength_of(read("sodium chlorate 99,5 % NaCl 0,1 % H2O 0,2 %"), "sodium-chlorate") ==
              "99.5 %");
        CHECK(strength_of(read("ammonium nitrate, moisture max 0.3 %, 34.4 % N"),
                          "ammonium-nitrate") == "34.4 % N");
    }

    TEST_CASE("strengths of a list are its span") {
        CHECK(strength_of(read("Hydrogen Peroxide (6%/30%/50%) 25 L"), "hydrogen-peroxide") ==
              "6-50 %");
    }

    TEST_CASE("grades of limestone ammonium nitrate are the stated figure") {
        for (const char* text : {"CAN 27 fertiliser", "Kalkammonsalpeter 27-0-0", "kalkamon 27% N",
                                 "LAN 28 limestone ammonium nitrate"}) {
            const GoodsReading reading = read(text);
            const Identification* found = find(reading, "ammonium-nitrate");
            REQUIRE_MESSAGE(found != nullptr, text);
            REQUIRE_MESSAGE(found->strength.has_value(), text);
            CHECK_MESSAGE(found->strength->nitrogen_percent->low >= 27, text);
            CHECK_MESSAGE(found->strength->nitrogen_percent->is_exact(), text);
        }
    }

    TEST_CASE("the nitrogen of a urea solution is not all from ammonium nitrate") {
        const GoodsReading reading = read("UAN 32 liquid fertiliser 32 % N");
        const Identification* found = find(reading, "ammonium-nitrate");
        REQUIRE(found != nullptr);
        REQUIRE(found->strength.has_value());
        CHECK(found->strength->nitrogen_percent->high < 16);
    }

    TEST_CASE("codes are found anywhere in the text, with typographic dashes") {
        CHECK(find(read("oxidiser 7722\xE2\x80\x91"
                        "84\xE2\x80\x91"
                        "1 30% lab"),
                   "hydrogen-peroxide") != nullptr);
        CHECK(find(read("goods CAS 7697-37-2"), "nitric-acid") != nullptr);
        CHECK(find(read("UN2031 CORROSIVE"), "nitric-acid") != nullptr);
        CHECK(find(read("HS CODE : 2808.00"), "nitric-acid") != nullptr);
    }

    TEST_CASE("finished products are told by heading or words, chemicals as such are not") {
        CHECK(read({{Field::description, "hydrogen peroxide 3 %"}, {Field::hs, "3004 90 00"}})
                  .product->form == ProductForm::medicament);
        CHECK(read("mouthwash with hydrogen peroxide 1.5 %").product->form ==
              ProductForm::cosmetic);
        CHECK_FALSE(read({{Field::description, "hydrogen peroxide 35 % antiseptic grade"},
                          {Field::hs, "2847 00 00"}})
                        .product);
        CHECK_FALSE(read("hydrogen peroxide 35 % food grade").product);
    }

    TEST_CASE("what one package holds is taken only where no weight of the line is given") {
        const auto quantity = [](Cells cells) {
            const GoodsReading reading = read(cells);
            return reading.quantity ? to_string(reading.quantity->value) : "";
        };
        CHECK(quantity({{Field::description, "sodium nitrate in 25 kg bags"},
                        {Field::gross_weight, "20400"}}) == "20400 kg");
        CHECK(quantity({{Field::description, "sodium nitrate, 800 bags of 25 kg"},
                        {Field::gross_weight, "20400"}}) == "20000 kg");
        CHECK(quantity({{Field::description, "sodium nitrate in 25 kg bags"}}) == "25 kg");
    }

    TEST_CASE("a line without evidence leaves nothing behind from the one before") {
        GoodsReader reader(shipped());
        FieldValues first;
        first.set(Field::description, "acetone 5 l");
        CHECK(reader.read(first).substances.size() == 1);
        FieldValues second;
        second.set(Field::description, "office furniture");
        CHECK(reader.read(second).substances.empty());
    }
}

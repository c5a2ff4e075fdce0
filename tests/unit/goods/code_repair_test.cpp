#include "reading.h"

#include <preflag/goods/code_repair.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::goods_test;

namespace {

std::string cas(std::string_view cell) {
    std::string text;
    for (const CasNumber number : repaired_cas(cell))
        text += (text.empty() ? "" : " or ") + number.to_string();
    return text;
}

bool has_contradiction(const GoodsReading& reading, std::string_view kind) {
    return std::any_of(reading.contradictions.begin(), reading.contradictions.end(),
                       [&](const Contradiction& item) { return item.kind == kind; });
}

} // namespace

TEST_SUITE("goods/code repair") {
    TEST_CASE("a CAS number that became a date is read back when its check digit fits") {
        CHECK(cas("3811-04-09") == "3811-04-9");
        CHECK(cas("3811-04-09 00:00:00") == "3811-04-9");
        CHECK(cas("03/07/7791") == "7791-07-3");
        CHECK(cas("3.7.7791") == "7791-07-3");
        CHECK(cas("7775-09-09") == "7775-09-9");
        CHECK(cas("9/9/7775") == "7775-09-9");
        CHECK(cas("12/2/7719") == "7719-12-2");
        CHECK(cas("02/12/7719 00:00") == "7719-12-2");
        CHECK(cas("7719-12-02T00:00:00.000Z") == "7719-12-2");
        CHECK(cas("2-Dec-7719") == "7719-12-2");
        CHECK(cas("December 2, 7719") == "7719-12-2");
        CHECK(cas("2. Dezember 7719") == "7719-12-2");
        CHECK(cas("7719/12/2") == "7719-12-2");
        CHECK(cas("7719年12月2日") == "7719-12-2");
        CHECK(cas("2125683") == "7719-12-2");
        CHECK(cas("08.05.1975") == "75-05-8");
    }

    TEST_CASE("dates, and what does not fit, stay what they are") {
        CHECK(cas("2026-11-24").empty());
        CHECK(cas("3811-04-08").empty());
        CHECK_MESSAGE(cas("09/04/3811") == "3811-04-9 or 3811-09-4", "both fit");
        CHECK(cas("3811-04-19").empty());
        CHECK(cas("67-64-2").empty());
        CHECK(cas("").empty());
        CHECK(cas("n/a").empty());
        CHECK_FALSE(CasNumber::parse("3811-04-09"));
    }

    TEST_CASE("decimals and thousands marks of a spreadsheet do not count") {
        CHECK(cas("7722841.0") == "7722-84-1");
        CHECK(cas("7,722,841") == "7722-84-1");
        CHECK(cas("7.722.841") == "7722-84-1");
        CHECK(cas("77,22841").empty());
    }

    TEST_CASE("UN numbers get their leading zeros back") {
        REQUIRE(repair_un("29"));
        CHECK(repair_un("29")->to_string() == "0029");
        CHECK(repair_un("1942.0")->to_string() == "1942");
        CHECK_FALSE(repair_un("3"));
        CHECK_FALSE(repair_un("1.1B"));
    }

    TEST_CASE("an HS code in exponent form is a range") {
        const auto range = hs_codes_of_exponent("2.85E+09");
        REQUIRE(range);
        CHECK(range->first == 2845000000);
        CHECK(range->second == 2855000000);
        CHECK(hs_codes_of_exponent("2,85E+07"));
        CHECK_FALSE(hs_codes_of_exponent("2847.00"));
        CHECK_FALSE(hs_codes_of_exponent("E+09"));
        CHECK_FALSE(hs_codes_of_exponent("2.85E+08"));
    }

    TEST_CASE("decimals of zero behind an HS code do not count") {
        REQUIRE(HsCode::parse("28470000.0"));
        CHECK(HsCode::parse("28470000.0")->digits() == "28470000");
        CHECK(HsCode::parse("2847000")->lost_zero());
        CHECK_FALSE(HsCode::parse("28470000")->lost_zero());
    }

    TEST_CASE("what was repaired or left out is told") {
        const GoodsReading date =
            read({{Field::description, "oxidiser, crystals"}, {Field::cas, "3811-04-09"}});
        CHECK(find(date, "potassium-chlorate") != nullptr);
        REQUIRE(!date.notes.empty());
        CHECK(date.notes.front().find("3811-04-9") != std::string::npos);
        const GoodsReading wrong =
            read({{Field::description, "acetone 5 l"}, {Field::cas, "67-64-2"}});
        REQUIRE(!wrong.notes.empty());
        CHECK(wrong.notes.front().find("check digit") != std::string::npos);
        CHECK(read({{Field::description, "acetone 5 l"}, {Field::cas, "67-64-1"}}).notes.empty());
    }
}

TEST_SUITE("goods/contradictions") {
    TEST_CASE("codes of another substance than the name are told") {
        CHECK(has_contradiction(read({{Field::description, "nitric acid 65 %"}, //
                                      {Field::cas, "67-64-1"}}),
                                "cas-against-name"));
        CHECK(has_contradiction(read({{Field::description, "nitric acid 65 %"}, //
                                      {Field::cas, "64-19-7"}}),
                                "cas-against-name"));
        CHECK(has_contradiction(read({{Field::description, "nitric acid 65 %"}, //
                                      {Field::un, "1090"}}),
                                "un-against-name"));
        CHECK(has_contradiction(read({{Field::description, "nitric acid 65 %"}, //
                                      {Field::hs, "2914 11 00"}}),
                                "hs-against-name"));
    }

    TEST_CASE("codes that belong to the name contradict nothing") {
        CHECK(read({{Field::description, "nitric acid 65 %"},
                    {Field::cas, "7697-37-2"},
                    {Field::un, "2031"},
                    {Field::hs, "2808 00 00"}})
                  .contradictions.empty());
        CHECK(read({{Field::description, "CAN 27 % N fertiliser"}, {Field::hs, "3102 40 10"}})
                  .contradictions.empty());
        CHECK(read({{Field::description, "solar salt 60 % sodium nitrate 40 % potassium nitrate"},
                    {Field::un, "1499"}})
                  .contradictions.empty());
    }

    TEST_CASE("a strength that cannot be is told, that of oleum can") {
        CHECK(has_contradiction(read("nitric acid 110 %"), "impossible-strength"));
        CHECK(has_contradiction(read("ammonium nitrate 46 % N"), "impossible-strength"));
        CHECK_FALSE(has_contradiction(read("oleum 104.5 %"), "impossible-strength"));
        CHECK_FALSE(has_contradiction(read("ammonium nitrate 34.4 % N"), "impossible-strength"));
    }

    TEST_CASE("the UN entry's band must hold the strength, the net weight fit into the gross") {
        CHECK(has_contradiction(
            read({{Field::description, "hydrogen peroxide 70 %"}, {Field::un, "2984"}}),
            "un-against-strength"));
        CHECK(has_contradiction(read({{Field::description, "acetone"},
                                      {Field::net_weight, "900"},
                                      {Field::gross_weight, "800"}}),
                                "net-above-gross"));
    }
}

TEST_SUITE("goods/quantity") {
    TEST_CASE("packages of the column hold what the text states") {
        const GoodsReading reading = read({{Field::description, "nitric acid 68 % 1000L/IBC"},
                                           {Field::quantity, "18"},
                                           {Field::quantity_unit, "IBC"}});
        REQUIRE(reading.quantity);
        CHECK(to_string(reading.quantity->value).starts_with("18000 l"));
        const Identification* acid = find(reading, "nitric-acid");
        REQUIRE(acid != nullptr);
        CHECK(acid->quantity->value.kilograms->high == doctest::Approx(18000 * 1.4048));
    }

    TEST_CASE("a total in the text that differs from the column is told, a pack size is not") {
        const auto notes = [](std::string_view text, std::string_view column) {
            return read({{Field::description, text},
                         {Field::quantity, column},
                         {Field::quantity_unit, "kg"}})
                .notes.size();
        };
        CHECK(notes("acetone 4 x 25 kg", "250") == 1);
        CHECK(notes("acetone 25 kg cans", "250") == 0);
        CHECK(notes("acetone 4 x 25 kg", "100") == 0);
    }
}

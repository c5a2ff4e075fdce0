#include "reading.h"

#include <preflag/goods/code_cell.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::goods_test;

namespace {

/// "7732-18-5 7697-37-2".
std::string cas(std::string_view cell) {
    std::string text;
    for (const CasInCell& code : cas_in_cell(cell))
        for (const CasNumber number : code.numbers)
            text += (text.empty() ? "" : " ") + number.to_string();
    return text;
}

bool holds(Field field, std::string_view cell, std::string_view substance) {
    return find(read({{Field::description, "chemical"}, {field, cell}}), substance) != nullptr;
}

} // namespace

TEST_SUITE("goods/code cell") {
    TEST_CASE("codes with anything between them are all read") {
        for (const std::string_view mark :
             {" ",  "  ",  ", ",  "; ",    ";",     ",",    "/",      " / ", " & ",
              "&",  " + ", "+",   " and ", " und ", " et ", " y ",    " и ", "\n",
              "\t", "|",   " - ", "-",     "_",     " or ", "\u00A0", "、",  "，",
              "；", " (",  "][",  " · ",   " CAS ", " // ", "\u2022", ":"}) {
            CAPTURE(mark);
            CHECK(cas("7732-18-5" + std::string(mark) + "7697-37-2") == "7732-18-5 7697-37-2");
        }
        CHECK(cas("64-19-7 79-21-0 7722-84-1") == "64-19-7 79-21-0 7722-84-1");
        std::string many;
        for (int i = 0; i < 2000; ++i)
            many += "7732-18-5; ";
        CHECK(cas(many + "7697-37-2").ends_with(" 7732-18-5 7697-37-2"));
        CHECK(cas("(7732-18-5) (7697-37-2)") == "7732-18-5 7697-37-2");
        CHECK(cas("CAS-Nr.: 7722-84-1 (35 %), CAS-Nr.: 7664-93-9") == "7722-84-1 7664-93-9");
        CHECK(cas("02/12/7719, 9/9/7775") == "7719-12-2 7775-09-9");
        CHECK(cas("7719-12-2 7719-09-7") == "7719-12-2 7719-09-7");
        CHECK(cas("mixture").empty());
        CHECK(cas("n/a 12").empty());
    }

    TEST_CASE("marks that do not print, and marks of text, do not matter wherever they stand") {
        for (const std::string_view mark :
             {"'", "\u2019", "`", "\u200B", "\uFEFF", "\u200E", "\u200F", "\u001F", "\u00AD",
              "\u2060", "\u200C", "\u200D", "\u00A0", "\u202F", "\u2063", "\x01", "="}) {
            CAPTURE(mark);
            const std::string before(mark);
            CHECK(cas(before + "7722-84-1") == "7722-84-1");
            CHECK(cas("7722-84-1" + before) == "7722-84-1");
            CHECK(holds(Field::un, before + "2014", "hydrogen-peroxide"));
            CHECK(holds(Field::un, "2014" + before, "hydrogen-peroxide"));
            CHECK(holds(Field::hs, before + "28470000", "hydrogen-peroxide"));
            CHECK(holds(Field::ec, before + "231-765-0", "hydrogen-peroxide"));
        }
        for (const std::string_view mark :
             {"\u200B", "\uFEFF", "\u200E", "\u001F", "\u00AD", "\u2060"}) {
            CAPTURE(mark);
            CHECK(cas("7722" + std::string(mark) + "-84-1") == "7722-84-1");
            CHECK(holds(Field::un, "20" + std::string(mark) + "14", "hydrogen-peroxide"));
        }
        CHECK(cas("７７２２－８４－１") == "7722-84-1");
        CHECK(cas("7722\u201184\u20111") == "7722-84-1");
    }

    TEST_CASE("several UN, EC and HS codes of a cell") {
        CHECK(holds(Field::un, "1090 2014", "hydrogen-peroxide"));
        CHECK(holds(Field::un, "UN1090 & UN2014", "hydrogen-peroxide"));
        CHECK(holds(Field::un, "UN 2014, 5.1 (8), II", "hydrogen-peroxide"));
        CHECK(holds(Field::un, "1090/2014", "acetone"));
        CHECK(holds(Field::ec, "200-662-2 231-765-0", "hydrogen-peroxide"));
        CHECK(holds(Field::ec, "200-662-2 und 231-765-0", "acetone"));
        CHECK(holds(Field::hs, "280800 284700", "hydrogen-peroxide"));
        CHECK(holds(Field::hs, "2808.00.00 & 2847.00.00", "hydrogen-peroxide"));
        CHECK(holds(Field::hs, "2847 00 00", "hydrogen-peroxide"));
    }

    TEST_CASE("labels, brackets and other marks between the groups of one code") {
        for (const std::string_view hs :
             {"2847,00,00", "[2847.00.00]", "(28470000)", "2847/00/00", "2847_00_00", "28470000.",
              "28,470,000", "ТН ВЭД 2847 00 000 0", "税号:28470000", "2847,00,00,00",
              "HSN-28470000", "2847000000 (H2O2)"}) {
            CAPTURE(hs);
            CHECK(holds(Field::hs, hs, "hydrogen-peroxide"));
        }
        CHECK(holds(Field::hs, "280800,284700", "hydrogen-peroxide"));
        CHECK(holds(Field::hs, "280800,284700", "nitric-acid"));
        for (const std::string_view un : {"[2014]", "UN-2014", "2014 (UN)", "UN2014/PG II",
                                          "ООН 2014", "2,014", "UN2014-HYDROGEN PEROXIDE"}) {
            CAPTURE(un);
            CHECK(holds(Field::un, un, "hydrogen-peroxide"));
        }
        for (const std::string_view number :
             {"7722,84,1", "7722.84.1", "7722/84/1", "7722_84_1", "07722-84-1", "0007722-84-1",
              "[7722-84-1]", "RN 7722-84-1", "CAS#7722-84-1"}) {
            CAPTURE(number);
            CHECK(cas(number) == "7722-84-1");
        }
        CHECK(cas("2024.05.7").empty());
        for (const std::string_view ec : {"231.765.0", "231,765,0", "231 765 0", "2317650",
                                          "231/765/0", "EC: 231-765-0", "231-765-0 (EINECS)"}) {
            CAPTURE(ec);
            CHECK(holds(Field::ec, ec, "hydrogen-peroxide"));
        }
        CHECK_FALSE(holds(Field::ec, "2317651", "hydrogen-peroxide"));
    }

    TEST_CASE("what a code says of its place are the bytes of the cell") {
        const auto codes = cas_in_cell("\u200B'7732-18-5\u200B und 7697\u00AD-37-2");
        REQUIRE(codes.size() == 2);
        CHECK(codes[0].part.offset == 4);
        CHECK(std::string_view("7697\u00AD-37-2").size() == codes[1].part.length);
    }
}

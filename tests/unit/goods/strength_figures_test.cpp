#include "reading.h"

#include <preflag/goods/line/strength_figures.h>
#include <preflag/goods/strength/strength_cell.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::goods_test;

namespace {

/// All figures of a text: "35 % w/w; 2 %".
std::string figures(std::string_view text) {
    std::string joined;
    const std::vector<Lexeme> lexemes = lex(text);
    for (const StrengthFigure& figure : find_strength_figures(lexemes, shipped_words()))
        joined += (joined.empty() ? "" : "; ") + to_string(figure.concentration);
    return joined;
}

std::string cell(std::string_view text, std::string_view unit = "") {
    const auto stated = read_strength_cell(text, unit, shipped_words());
    return stated ? to_string(*stated) : "";
}

} // namespace

TEST_SUITE("goods/strength figures") {
    TEST_CASE("per cent is read in every spelling") {
        for (const char* text :
             {"65 %", "65%", "65 PCT", "65pct", "65 per cent", "65 percent", "%65", "% 65",
              "65 Prozent", "65 procent", "65 por ciento", "65 процентов", "65 ％", "65٪"})
            CHECK_MESSAGE(figures(text) == "65 %", text);
    }

    TEST_CASE("of two bounds the longer phrase counts, in many languages") {
        for (const char* text : {"not less than 65 %", "no menos del 65 %", "mer än 65 %",
                                 "%65'ten fazla", "65 % 以上", "не менее 65 %", "minst 65 %"})
            CHECK_MESSAGE(figures(text) == figures("min 65 %"), text);
        for (const char* text : {"less than 65 %", "%65'ten az", "65 % 以下", "не более 65 %",
                                 "enintään 65 %", "no más del 65 %"})
            CHECK_MESSAGE(figures(text) == figures("max 65 %"), text);
        CHECK(figures("25/22 (% nitro / % castor)") == "25 %");
    }

    TEST_CASE("the basis is read before and behind the figure") {
        for (const char* text : {"35 % w/w", "35 % (w/w)", "35 w/w", "35 wt%", "35 Gew.-%",
                                 "35 % by weight", "35 % p/p"})
            CHECK_MESSAGE(figures(text) == "35 % w/w", text);
        CHECK(figures("30 % w/v") == "30 % w/v");
        CHECK(figures("16 % v/v") == "16 % v/v");
        CHECK(figures("34.4 % N") == "34.4 % N");
        CHECK(figures("N 34,4%") == "34.4 % N");
    }

    TEST_CASE("ranges and bounds keep both ends") {
        CHECK(figures("60-65 %") == "60-65 %");
        CHECK(figures("60 % to 65 %") == "60-65 %");
        CHECK(figures("60 bis 65 %") == "60-65 %");
        CHECK(figures("max. 12 %") == "<= 12 %");
        CHECK(figures("< 8 %") == "< 8 %");
        CHECK(figures("12 % max") == "<= 12 %");
        CHECK(figures("min. 60 %") == "60-100 %");
        CHECK(figures("> 60 %") == "> 60 %");
        CHECK(figures("approx. 35 %") == "35 %");
    }

    TEST_CASE("words and signs may bound a range on both sides") {
        for (const char* text : {">= 60 <= 65 %", "min 60 max 65 %", "min. 60, max. 65 %",
                                 "≥60 - ≤65 %", "≥ 60 and ≤ 65 %"})
            CHECK_MESSAGE(figures(text) == figures("60-65 %"), text);
        CHECK(figures(">60 - <65 %") != figures("max 65 %"));
        CHECK(figures("max 65 %") == figures("<= 65 %"));
        CHECK(figures("min 60 kg max 65 %") == figures("max 65 %"));
    }

    TEST_CASE("a tolerance does not change the figure") {
        CHECK(figures("98 +/- 0.5 %") == "98 %");
        CHECK(figures("98 ± 0.5 %") == "98 %");
        CHECK(figures("98 % ± 0.5") == "98 %");
    }

    TEST_CASE("other units of strength are read") {
        CHECK(figures("2 N") == "2 N");
        CHECK(figures("0.1 mol/l") == "0.1 mol/l");
        CHECK(figures("0.1 M") == "0.1 mol/l");
        CHECK(figures("0.1 m").empty());
        CHECK(figures("300 g/l") == "300 g/l");
        CHECK(figures("100 vol") == "100 vol (oxygen)");
        CHECK(figures("36 Be") == figures("36° Bé"));
        CHECK_FALSE(figures("36 Be").empty());
    }

    TEST_CASE("a basis that belongs to the figure before it is left there") {
        CHECK(figures("130 vol 35 %") == "130 vol (oxygen); 35 %");
    }

    TEST_CASE("amounts, codes and grades are no strengths") {
        for (const char* text : {"35 kg", "7722-84-1", "13-0-46", "UN 2031", "2808.00.00", "25 l"})
            CHECK_MESSAGE(figures(text).empty(), text);
    }

    TEST_CASE("a figure that something else claims is none") {
        for (const char* text :
             {"10 % discount", "100 % cotton", "20% VAT", "30 % deposit", "99 % passing 200 mesh"})
            CHECK_MESSAGE(figures(text).empty(), text);
    }

    TEST_CASE("short forms need a name right before them") {
        const auto first = [](std::string_view text) {
            return find_strength_figures(lex(text), shipped_words()).front();
        };
        CHECK(first("HNO3 68").needs_name);
        CHECK(first("acid 68pc").needs_name);
        CHECK_FALSE(first("acid 68 %").needs_name);
        CHECK(figures("HNO3 68 drums").empty());
        CHECK(figures("acid 12 pc").empty());
    }

    TEST_CASE("a word of purity makes a bare figure a strength") {
        CHECK(figures("purity 99.5") == "99.5 %");
        CHECK(figures("purity: min. 99.5") == "99.5-100 %");
        CHECK(figures("含量99") == "99 %");
        CHECK(figures("content 25 kg").empty());
    }

    TEST_CASE("a strength column holds a figure with or without its unit") {
        CHECK(cell("35") == "35 %");
        CHECK(cell("30-40") == "30-40 %");
        CHECK(cell("35 % w/w") == "35 % w/w");
        CHECK(cell("0.35", "fraction") == "35 %");
        CHECK(cell("300", "g/l") == "300 g/l");
        CHECK(cell("high").empty());
    }
}

#include <preflag/manifest/source/encoding.h>
#include <preflag/manifest/source/look_alike_letters.h>
#include <preflag/manifest/source/markup_text.h>

#include <doctest/doctest.h>

using namespace preflag;

TEST_SUITE("manifest/text_repair") {
    TEST_CASE("entities become their characters, also when written twice") {
        CHECK(without_markup("Salpeters&auml;ure") == "Salpetersäure");
        CHECK(without_markup("&amp;auml; &#228;&#xE4; &ge;35&nbsp;%") == "ä ää ≥35 %");
        CHECK(without_markup("&Ouml;l &szlig; &Ccedil; &ntilde; &Scaron;") == "Öl ß Ç ñ Š");
    }

    TEST_CASE("tags go, those of blocks leave a blank") {
        CHECK(without_markup("H<sub>2</sub>O<sub>2</sub>") == "H2O2");
        CHECK(without_markup("<p>a</p>b<br/>c<BR>d") == " a b c d");
        CHECK(without_markup("<span style=\"x\">a</span>") == "a");
    }

    TEST_CASE("escapes become characters, also pairs") {
        CHECK(without_markup("s\\u00e4ure \\ud83d\\ude00") == "säure 😀");
    }

    TEST_CASE("what only looks like markup stays") {
        for (const char* text : {"R&D; AT&T", "&unknown;", "<5 % and >3 %", "a <b and c> d",
                                 "C:\\user", "\\ud83d alone", "&#0;", "<x>", "& ;", "5<6"})
            CHECK(without_markup(text) == text);
    }

    TEST_CASE("a word is written in one alphabet") {
        CHECK(with_one_alphabet("НNО3") == "HNO3"); // Cyrillic H and O
        CHECK(with_one_alphabet("аcetone, оil") == "acetone, oil");
        CHECK(with_one_alphabet("Н2О2") == "H2O2"); // all Cyrillic
        CHECK(with_one_alphabet("ΗΝΟ3") == "HNO3"); // all Greek
        CHECK(with_one_alphabet("киcлoта") == "кислота");
    }

    TEST_CASE("words that are right stay") {
        for (const char* text : {"азотная кислота", "25 кг", "м3", "4х25кг", "µm", "α-pinene",
                                 "ГОСТ 701-89", "HNO3", "N-метил", "СОСНА"})
            CHECK(with_one_alphabet(text) == text);
    }

    TEST_CASE("code pages of DOS are told from those of Windows") {
        CHECK(detect_encoding("Salpeters\x84ure f\x81r M\x81ller").name == "IBM850");
        CHECK(detect_encoding("D\x82signation: \x85 base d'\x82thanol").name == "IBM850");
        CHECK(detect_encoding("Salpeters\xE4ure f\xFCr O\x92"
                              "Brien, \x93rein\x94")
                  .name == "windows-1252");
        const std::string dos = "\x80\xA7\xAE\xE2\xAD\xA0\xEF \xAA\xA8\xE1\xAB\xAE\xE2\xA0";
        CHECK(detect_encoding(dos).name == "IBM866");
        CHECK(detect_encoding("\xC0\xE7\xEE\xF2\xED\xE0\xFF \xEA\xE8\xF1\xEB\xEE\xF2\xE0").name ==
              "windows-1251");
    }
}

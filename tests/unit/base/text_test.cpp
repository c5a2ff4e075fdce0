#include <preflag/base/digest.h>
#include <preflag/base/text.h>

#include <doctest/doctest.h>

using namespace preflag;

TEST_SUITE("base/text") {
    TEST_CASE("folding forgets case, accents and compatibility forms") {
        CHECK(fold("NITRIC Acid") == "nitric acid");
        CHECK(fold("Salpetersäure") == "salpetersaure");
        CHECK(fold("NİTRİK ASİT") == "nitrik asit");
        CHECK(fold("Straße") == "strasse");
        CHECK(fold("H₂O₂") == "h2o2");
        CHECK(fold("ＣＡＳ") == "cas");
        CHECK(fold("Łódź Ørsted") == "lodz orsted");
    }

    TEST_CASE("other scripts are kept in lower case") {
        CHECK(fold("АЦЕТОН") == "ацетон");
        CHECK(fold("й") == fold("Й"));
        CHECK(fold("硝酸") == "硝酸");
    }

    TEST_CASE("words are runs of letters and digits") {
        CHECK(folded_words("Conc. (%)") == std::vector<std::string>{"conc"});
        CHECK(folded_words("Descripción_de/la-mercancía") ==
              std::vector<std::string>{"descripcion", "de", "la", "mercancia"});
        CHECK(folded_words("--").empty());
    }

    TEST_CASE("the edit distance counts a swap as one and stops at the limit") {
        CHECK(edit_distance("acid", "acdi", 2) == 1);
        CHECK(edit_distance("nitrate", "nitrite", 2) == 1);
        CHECK(edit_distance("kitten", "sitting", 3) == 3);
        CHECK(edit_distance("kitten", "sitting", 2) == 3);
        CHECK(edit_distance("", "abc", 5) == 3);
    }

    TEST_CASE("a far word is no suggestion") {
        const std::vector<std::string> candidates{"description", "consignee"};
        CHECK(nearest("discription", candidates) == "description");
        CHECK_FALSE(nearest("weight", candidates));
    }

    TEST_CASE("control, escape and direction characters become visible") {
        CHECK(printable("a\x1b[1mb") == "a\xEF\xBF\xBD[1mb");
        CHECK(printable("a\u202Eb") == "a\xEF\xBF\xBD"
                                       "b");
        CHECK(printable("a\r\nb\tc") == "a  b c");
        CHECK(printable("bad\xFF!") == "bad\xEF\xBF\xBD!");
    }

    TEST_CASE("a text is fitted by terminal columns, not bytes") {
        CHECK(fit("Säure", 5) == "Säure");
        CHECK(fit("Salpetersäure", 5) == "Salp…");
        CHECK(fit("硝酸钾", 6) == "硝酸钾");
        CHECK(fit("硝酸钾", 5) == "硝酸…");
        CHECK(display_width("硝酸 a") == 6);
    }

    TEST_CASE("cutting by bytes keeps characters whole") {
        CHECK(truncate_utf8("aä", 2) == "a");
        CHECK(truncate_utf8("aä", 3) == "aä");
    }

    TEST_CASE("trimming removes no-break spaces too") {
        CHECK(trim("\xC2\xA0 a b\t\xC2\xA0") == "a b");
        CHECK(trim("  ").empty());
    }

    TEST_CASE("UTF-8 is told from other bytes") {
        CHECK(is_valid_utf8("Säure"));
        CHECK_FALSE(is_valid_utf8("S\xE4ure"));
        CHECK_FALSE(is_valid_utf8("\xC3"));
        CHECK_FALSE(is_valid_utf8("\xED\xA0\x80"));
    }

    TEST_CASE("a digest is SHA-256") {
        CHECK(digest_of("abc") ==
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        Digest pieces;
        pieces.add("a");
        pieces.add("bc");
        CHECK(pieces.finish() == digest_of("abc"));
    }

    TEST_CASE("digits are ASCII digits only, and no text has none") {
        CHECK(all_digits("0123"));
        CHECK_FALSE(all_digits(""));
        CHECK_FALSE(all_digits("12a"));
        CHECK_FALSE(all_digits("\xD9\xA1"));
    }

    TEST_CASE("a count is told with its noun") {
        CHECK(counted(0, "line") == "0 lines");
        CHECK(counted(1, "line") == "1 line");
        CHECK(counted(1000, "row") == "1000 rows");
    }
}

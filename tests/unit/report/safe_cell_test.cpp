#include <preflag/report/text/safe_cell.h>

#include <doctest/doctest.h>

#include <string>

using preflag::safe_csv_cell;

TEST_SUITE("report/safe_cell") {
    TEST_CASE("plain text stays as it is") {
        CHECK(safe_csv_cell("acetone") == "acetone");
        CHECK(safe_csv_cell("") == "");
        CHECK(safe_csv_cell("H2O2 < 12 % w/w") == "H2O2 < 12 % w/w");
        CHECK(safe_csv_cell("O'Neil") == "O'Neil");
        CHECK(safe_csv_cell("Salpeters\xC3\xA4ure") == "Salpeters\xC3\xA4ure");
    }

    TEST_CASE("a cell with a separator, a quote or an outer space is quoted") {
        CHECK(safe_csv_cell("a,b") == "\"a,b\"");
        CHECK(safe_csv_cell("a;b") == "\"a;b\"");
        CHECK(safe_csv_cell("24\" lid") == "\"24\"\" lid\"");
        CHECK(safe_csv_cell(" a") == "\" a\"");
    }

    TEST_CASE("what a spreadsheet would run as a formula gets an apostrophe") {
        CHECK(safe_csv_cell("=1+1") == "'=1+1");
        CHECK(safe_csv_cell("+49 30") == "'+49 30");
        CHECK(safe_csv_cell("-3") == "'-3");
        CHECK(safe_csv_cell("@SUM(A1)") == "'@SUM(A1)");
        CHECK(safe_csv_cell("\tx") == "' x");
        CHECK(safe_csv_cell("\rx") == "' x");
        CHECK(safe_csv_cell("  =1") == "'  =1");
        CHECK(safe_csv_cell("\xEF\xBC\x9D"
                            "1") == "'\xEF\xBC\x9D"
                                    "1");
        CHECK(safe_csv_cell("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
    }

    TEST_CASE("no cell holds a control character, a line break or an override") {
        CHECK(safe_csv_cell("a\nb") == "a b");
        CHECK(safe_csv_cell(std::string("a\0b", 3)) == "a\xEF\xBF\xBD"
                                                       "b");
        CHECK(safe_csv_cell("a\x1b[31mb") == "a\xEF\xBF\xBD[31mb");
        CHECK(safe_csv_cell("a\xE2\x80\xAE"
                            "b") == "a\xEF\xBF\xBD"
                                    "b");
        CHECK(safe_csv_cell("a\xFF") == "a\xEF\xBF\xBD");
    }
}

#include <preflag/manifest/csv/csv_dialect.h>

#include <doctest/doctest.h>

using namespace preflag;

namespace {
using Cells = std::vector<std::string>;

char delimiter_of(std::string_view sample) {
    return detect_dialect(sample, std::nullopt).delimiter;
}
} // namespace

TEST_SUITE("manifest/csv_dialect") {
    TEST_CASE("the delimiter is the one that cuts the lines into equally many cells") {
        CHECK(delimiter_of("a,b,c\n1,2,3\n") == ',');
        CHECK(delimiter_of("a;b;c\n1,5;2,5;3\n") == ';');
        CHECK(delimiter_of("a\tb\n1,5\t2\n") == '\t');
        CHECK(delimiter_of("a|b|c\n1|2|3\n") == '|');
    }

    TEST_CASE("commas in the texts of a semicolon file do not win") {
        CHECK(delimiter_of("no;goods\n1;acid, nitric, 65 %\n2;acetone\n3;urea, prilled\n") == ';');
    }

    TEST_CASE("delimiters and line ends inside quotes are not counted") {
        CHECK(delimiter_of("a;b\n\"1,2,3,4\";x\n\"1,2,\n3,4\";y\n") == ';');
    }

    TEST_CASE("a preamble does not decide on the delimiter") {
        CHECK(delimiter_of("Report, of, today\n\na;b;c\n1;2;3\n4;5;6\n") == ';');
    }

    TEST_CASE("a single column leaves the comma") {
        CHECK(delimiter_of("goods\nacetone\n") == ',');
        CHECK(delimiter_of("") == ',');
    }

    TEST_CASE("a file of an old Macintosh ends its lines with a carriage return") {
        const CsvDialect dialect = detect_dialect("a;b\r1;2\r3;4\r", std::nullopt);
        CHECK(dialect.line_end == '\r');
        CHECK(dialect.delimiter == ';');
        CHECK(detect_dialect("a;b\r\n1;2\r\n", std::nullopt).line_end == '\n');
    }

    TEST_CASE("sep= on the first line declares the delimiter and is skipped") {
        const CsvDialect dialect = detect_dialect("sep=;\na,b;c,d\n1,2;3,4\n", std::nullopt);
        CHECK(dialect.delimiter == ';');
        CHECK(dialect.skip_bytes == 6);
        CHECK(detect_dialect("SEP=|\r\na|b\r\n", std::nullopt).skip_bytes == 7);
        CHECK(detect_dialect("sep=;\ra;b\r", std::nullopt).skip_bytes == 6);
    }

    TEST_CASE("a first line that only begins with sep= declares nothing") {
        const CsvDialect dialect = detect_dialect("sep=;date\n1,2\n3,4\n", std::nullopt);
        CHECK(dialect.skip_bytes == 0);
        CHECK(dialect.delimiter == ',');
    }

    TEST_CASE("sep= never declares a quote or a line end") {
        CHECK(detect_dialect("sep=\"\na,b\n1,2\n", std::nullopt).delimiter == ',');
        CHECK(detect_dialect("sep=\n\na,b\n1,2\n", std::nullopt).delimiter == ',');
        CHECK(detect_dialect("sep=\n\n\n", std::nullopt).delimiter == ',');
    }

    TEST_CASE("a given delimiter wins over everything, and a sep= line is still skipped") {
        CHECK(detect_dialect("a,b\n1,2\n", ';').delimiter == ';');
        const CsvDialect dialect = detect_dialect("sep=,\na,b\n", ';');
        CHECK(dialect.delimiter == ';');
        CHECK(dialect.skip_bytes == 6);
    }

    TEST_CASE("delimiters have names for the reader") {
        CHECK(delimiter_name(',') == "comma");
        CHECK(delimiter_name(';') == "semicolon");
        CHECK(delimiter_name('\t') == "tab");
        CHECK(delimiter_name('|') == "vertical bar");
        CHECK(delimiter_name(':') == ":");
    }

    TEST_CASE("cells are split at delimiters outside quotes") {
        CHECK(split_cells("a,b,,c", ',') == Cells{"a", "b", "", "c"});
        CHECK(split_cells("\"a,b\",c", ',') == Cells{"a,b", "c"});
        CHECK(split_cells("a,", ',') == Cells{"a", ""});
        CHECK(split_cells("", ',') == Cells{""});
    }

    TEST_CASE("a quote opens a cell only at its start, and doubled quotes stand for one") {
        CHECK(split_cells("24\" lid,x", ',') == Cells{"24\" lid", "x"});
        CHECK(split_cells("\"24\"\" lid\",x", ',') == Cells{"24\" lid", "x"});
        CHECK(split_cells("\"\",\"\"\"\"", ',') == Cells{"", "\""});
        CHECK(split_cells(" \"a,b\"", ',') == Cells{" \"a", "b\""});
    }
}

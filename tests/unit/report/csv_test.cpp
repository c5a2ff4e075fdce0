#include "sample.h"

#include <preflag/report/rejects_writer.h>

#include <doctest/doctest.h>

#include <algorithm>

using namespace preflag;

namespace {

/// Cells of a row without quoted separators.
std::ptrdiff_t cells_in(const std::string& row) {
    return std::count(row.begin(), row.end(), ',') + 1;
}

std::vector<std::string> rows_of(const std::string& text) {
    std::vector<std::string> rows;
    std::istringstream stream(text);
    for (std::string row; std::getline(stream, row);)
        rows.push_back(row);
    return rows;
}

ScreenedLine without_commas() {
    ScreenedLine line = sample::line();
    line.goods = "H2O2";
    return line;
}

} // namespace

TEST_SUITE("report/csv") {
    TEST_CASE("every finding has a row of its own with as many cells as the header") {
        ScreenedLine line = without_commas();
        line.findings.push_back(sample::finding());
        const auto rows = rows_of(sample::written(ReportFormat::csv, {line}));
        REQUIRE(rows.size() == 3);
        CHECK(cells_in(rows[0]) == 23);
        CHECK(cells_in(rows[1]) == 23);
        CHECK(rows[1] == rows[2]);
        CHECK(rows[1].starts_with("night.csv,17,16,S-1,high,65,H2O2,Example Trading,DE,"));
        CHECK(rows[1].ends_with(",0123456789abcdef,name description: H2O2 35%,business,65 "
                                "eu-2019-1148/annex-i/hydrogen-peroxide"));
    }

    TEST_CASE("a line without findings has one row of the same width") {
        ScreenedLine line = without_commas();
        line.findings.clear();
        const auto rows = rows_of(sample::written(ReportFormat::csv, {line}));
        REQUIRE(rows.size() == 2);
        CHECK(cells_in(rows[1]) == 23);
        CHECK(rows[1].find(",hydrogen-peroxide,") != std::string::npos);
    }

    TEST_CASE("a negative margin is a number and a formula is text") {
        ScreenedLine line = without_commas();
        line.findings[0].margin = -2.5;
        line.goods = "=1+1";
        const auto rows = rows_of(sample::written(ReportFormat::csv, {line}));
        CHECK(rows.at(1).find(",-2.5,") != std::string::npos);
        CHECK(rows.at(1).find(",'=1+1,") != std::string::npos);
    }

    TEST_CASE("several substances share a cell") {
        ScreenedLine line = without_commas();
        line.reading.substances.push_back(sample::substance());
        line.reading.substances[1].substance = &preflag::test::substance_of("acetone");
        CHECK(sample::written(ReportFormat::csv, {line}).find(",hydrogen-peroxide | acetone,") !=
              std::string::npos);
    }

    TEST_CASE("rejected lines are listed with their reasons") {
        std::ostringstream stream;
        RejectsWriter writer(stream);
        CHECK(stream.str() == "file,line,record,reason,text\n");
        writer.write({"night.csv", 3, 2, "a quote is open", "=a,\"b\n"});
        CHECK(rows_of(stream.str()).at(1) == "night.csv,3,2,a quote is open,\"'=a,\"\"b \"");
    }
}

#include "manifest_reading.h"

#include <preflag/manifest/header/header_rows.h>
#include <preflag/manifest/header/report_rows.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::test;

namespace {
using Kind = ReportRows::Kind;

ReportRows shipped_rows() {
    const HeaderRules& rules = shipped_aliases().rules();
    return {rules.totals, rules.feet};
}
} // namespace

TEST_SUITE("manifest/header_rows") {
    TEST_CASE("a row below that goes on with the header is part of it") {
        const auto header = header_with_row_below(
            {"Description", "Net", "Gross"}, {"", "weight (kg)", "weight (kg)"}, shipped_aliases());
        REQUIRE(header);
        CHECK(*header == HeaderCells{"Description", "Net weight (kg)", "Gross weight (kg)"});
        CHECK(header_with_row_below({"Goods", "Quantity"}, {"-", "[kg]"}, shipped_aliases()));
    }

    TEST_CASE("a line of data is none") {
        for (const HeaderCells& row :
             {HeaderCells{"Acetone", "25", ""}, HeaderCells{"Acetone", "kg", "ACME"},
              HeaderCells{"Toluene", "", ""}, HeaderCells{"", "", ""}})
            CHECK(!header_with_row_below({"Description", "Quantity", "Consignee"}, row,
                                         shipped_aliases()));
    }

    TEST_CASE("groups of columns above the header tell whose they are") {
        const auto header =
            header_with_row_above({"Consignee", "", "Shipper", ""},
                                  {"Name", "Address", "Name", "Address"}, shipped_aliases());
        REQUIRE(header);
        CHECK(*header == HeaderCells{"Consignee Name", "Consignee Address", "Shipper Name",
                                     "Shipper Address"});
        CHECK(!header_with_row_above({"Consignee list", "", ""}, {"Description", "Qty", "Unit"},
                                     shipped_aliases()));
    }

    TEST_CASE("totals, feet and dashes are no lines") {
        const ReportRows rows = shipped_rows();
        CHECK(rows.kind_of({"Total", "25"}, true) == Kind::total);
        CHECK(rows.kind_of({"", "Grand total:", "3"}, true) == Kind::total);
        CHECK(rows.kind_of({"合计", "", "3"}, true) == Kind::total);
        CHECK(rows.kind_of({"Total of 3 items", "25"}, false) == Kind::total);
        CHECK(rows.kind_of({"Page 1 of 5", ""}, true) == Kind::foot);
        CHECK(rows.kind_of({"(12 rows affected)"}, true) == Kind::foot);
        CHECK(rows.kind_of({"-----", "---"}, true) == Kind::dashes);
    }

    TEST_CASE("goods whose names begin like them are lines") {
        const ReportRows rows = shipped_rows();
        CHECK(rows.kind_of({"Total hardness test kit", "25"}, true) == Kind::line);
        CHECK(rows.kind_of({"Page markers", "25"}, true) == Kind::line);
        CHECK(rows.kind_of({"Acetone", "25"}, true) == Kind::line);
        CHECK(rows.kind_of({"Page 3", "Acetone", "25"}, false) == Kind::line);
        CHECK(rows.kind_of({"1", "Acetone"}, false) == Kind::line);
    }
}

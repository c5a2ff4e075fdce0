#include "manifest_reading.h"

#include <preflag/base/error.h>
#include <preflag/manifest/header/column_map.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::test;

namespace {
using Headers = std::vector<std::string>;
using Overrides = std::vector<std::pair<Field, std::string>>;

ColumnMap mapped(const Headers& headers, const Overrides& overrides = {}, bool no_header = false) {
    ReadOptions options;
    options.column_overrides = overrides;
    options.no_header = no_header;
    return {headers, small_aliases(), options, "a.csv"};
}

/// "description hs -": the fields of the columns.
std::string fields(const ColumnMap& map) {
    std::string text;
    for (const ColumnUse& use : map.uses())
        text += (text.empty() ? "" : " ") + std::string(use.field ? field_name(*use.field) : "-");
    return text;
}

std::string map_error(const Headers& headers, const Overrides& overrides) {
    try {
        mapped(headers, overrides);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no error";
}
} // namespace

TEST_SUITE("manifest/column_map") {
    TEST_CASE("headers are mapped by their aliases, others are ignored") {
        const ColumnMap map = mapped({"Goods", " HS-Code ", "Vessel", "CONSIGNEE"});
        CHECK(fields(map) == "description hs - consignee");
        CHECK(map.uses()[1].header == "HS-Code");
        CHECK(map.uses()[1].number == 2);
        CHECK(map.uses()[2].reason == "no known header");
        CHECK(map.names_goods());
    }

    TEST_CASE("a map without description, CAS, EC, UN or HS names no goods") {
        CHECK(!mapped({"consignee", "qty"}).names_goods());
        CHECK(mapped({"consignee", "un"}).names_goods());
    }

    TEST_CASE("a unit right behind a weight is the weight's, unless a quantity has it") {
        const FieldAliases& shipped = shipped_aliases();
        const auto read = [&](const Headers& headers) {
            return fields(ColumnMap(headers, shipped, {}, "a.csv"));
        };
        CHECK(read({"Goods", "Net wt", "Unit"}) == "description net-weight net-weight-unit");
        CHECK(read({"Goods", "Gross weight", "UOM"}) ==
              "description gross-weight gross-weight-unit");
        CHECK(read({"Goods", "Qty", "Net wt", "Unit"}) ==
              "description quantity net-weight quantity-unit");
        CHECK(read({"Goods", "Qty", "Unit", "Net wt", "Unit"}) ==
              "description quantity quantity-unit net-weight net-weight-unit");
        CHECK(read({"Goods", "Net weight (kg)", "Unit"}) == "description net-weight quantity-unit");
        CHECK(read({"Goods", "Packages", "Unit", "Net wt"}).ends_with("quantity-unit net-weight"));
    }

    TEST_CASE("an override by name wins over aliases, whatever the case") {
        const ColumnMap map = mapped({"Goods", "Receiver"}, {{Field::consignee, "receiver"}});
        CHECK(fields(map) == "description consignee");
        CHECK(map.uses()[1].reason == "--map");
    }

    TEST_CASE("an override by number counts columns from one") {
        CHECK(fields(mapped({"x", "y"}, {{Field::description, "#2"}})) == "- description");
    }

    TEST_CASE("an override takes its field away from other columns") {
        const ColumnMap map = mapped({"Goods", "Text"}, {{Field::description, "Text"}});
        CHECK(fields(map) == "- description");
        CHECK(map.uses()[0].reason == "ignored: --map gives description another column");
    }

    TEST_CASE("an override gives a column another meaning than its header has") {
        CHECK(fields(mapped({"Goods", "HS code"}, {{Field::un, "HS code"}})) == "description un");
    }

    TEST_CASE("two overrides join two columns to one text") {
        const ColumnMap map =
            mapped({"A", "B"}, {{Field::description, "A"}, {Field::description, "B"}});
        CHECK(fields(map) == "description description");
        CHECK(map.targets()[1].joins);
    }

    TEST_CASE("an override of a column that is not there lists the headers") {
        CHECK(
            map_error({"Goods", "HS"}, {{Field::un, "Hazard"}}) ==
            "a.csv: --map un=Hazard: there is no such column; the headers are: \"Goods\", \"HS\"");
        CHECK(map_error({"Goods"}, {{Field::un, "#2"}}) ==
              "a.csv: --map un=#2: there is no such column; the headers are: \"Goods\"");
        CHECK(map_error({"Goods"}, {{Field::un, "#0"}}) != "no error");
        CHECK(map_error({"Goods"}, {{Field::un, "#99999999999999999999"}}) != "no error");
    }

    TEST_CASE("several description columns are joined") {
        const ColumnMap map = mapped({"Goods", "Description of goods", "qty"});
        CHECK(fields(map) == "description description quantity");
        CHECK(map.targets()[0].joins);
        CHECK(!map.targets()[2].joins);
        CHECK(map.uses()[1].reason == "known header, joined to column 1");
    }

    TEST_CASE("no more than nine columns are joined to one text") {
        const ColumnMap map = mapped(Headers(12, "Goods"));
        CHECK(map.uses()[8].field.has_value());
        CHECK(!map.uses()[9].field.has_value());
        CHECK(map.uses()[9].reason == "ignored: too many columns of this meaning");
    }

    TEST_CASE("a second column of another field helps out where the first is empty") {
        const ColumnMap map = mapped({"Goods", "HS", "Tariff code"});
        CHECK(map.uses()[2].reason == "known header, used where column 2 is empty");
    }

    TEST_CASE("units in headers stand for the units that have no column") {
        using Constants = std::vector<std::pair<Field, std::string>>;
        CHECK(mapped({"Goods", "Net weight (KGS)"}).constants() ==
              Constants{{Field::net_weight_unit, "kg"}});
        CHECK(mapped({"Goods", "Strength %"}).constants() ==
              Constants{{Field::concentration_unit, "%"}});
        CHECK(mapped({"Goods", "Net weight"}).constants().empty());
        CHECK(mapped({"Goods", "Freight kg"}).constants().empty());
    }

    TEST_CASE("the unit in the header of an overridden column holds, too") {
        const ColumnMap map = mapped({"Goods", "Net weight kg"}, {{Field::quantity, "#2"}});
        CHECK(map.constants().front() == std::pair(Field::quantity_unit, std::string("kg")));
    }

    TEST_CASE("without a header only overrides give columns a meaning") {
        CHECK(fields(mapped({"Goods", "hs"}, {{Field::description, "#1"}}, true)) ==
              "description -");
    }

    TEST_CASE("a header row scores higher than a data row") {
        const ReadOptions options;
        CHECK(ColumnMap::header_score({"goods", "hs code"}, small_aliases(), options) == 4);
        CHECK(ColumnMap::header_score({"EU tariff code"}, small_aliases(), options) == 1);
        CHECK(ColumnMap::header_score({"Acetone", "2914"}, small_aliases(), options) == 0);
        CHECK(ColumnMap::header_score({std::string(121, ' ') + "goods"}, small_aliases(),
                                      options) == 0);
    }

    TEST_CASE("the headers of overrides make a row a header") {
        ReadOptions options;
        options.column_overrides = {{Field::description, "Bla"}};
        CHECK(ColumnMap::header_score({"bla", "blub"}, small_aliases(), options) == 2);
    }

    TEST_CASE("without a goods column the message lists headers and near aliases") {
        CHECK(
            no_goods_column_message("a.csv", {"Descripton", "Vessel"}, small_aliases()) ==
            "a.csv: no column tells what the goods are: none is known as description, CAS, EC, UN "
            "or HS number.\n"
            "  The headers are: \"Descripton\", \"Vessel\"\n"
            "  \"Descripton\" is near to the known header \"description\"\n"
            "  Name the column with --map description=HEADER (or hs=, cas=, un=), or by number "
            "with "
            "--no-header --map description=#N.");
    }

    TEST_CASE("a message shows at most thirty headers, cut and printable") {
        const std::string message = no_goods_column_message(
            "a", Headers(40, "\x1b[31m" + std::string(99, 'x')), small_aliases());
        CHECK(contains(message, " and 10 more"));
        CHECK(!contains(message, "\x1b"));
        CHECK(!contains(message, std::string(60, 'x')));
    }
}

#include "../../support/source_dir.h"
#include "manifest_reading.h"

#include <preflag/base/error.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::test;

namespace {
using Words = std::vector<std::string>;

/// "hs", or "net-weight [kg]" with the unit; "-" when the header is not known.
std::string meaning(const FieldAliases& aliases, std::string_view header) {
    const auto match = aliases.match(header);
    if (!match)
        return "-";
    const std::string name(field_name(match->field));
    return match->unit.empty() ? name : name + " [" + match->unit + "]";
}

std::string small(std::string_view header) {
    return meaning(small_aliases(), header);
}

std::string pack_error(std::string_view text) {
    const TemporaryFolder folder;
    folder.write("fields.yaml", text);
    try {
        read_or_throw(read_field_aliases, RuleFiles::read({folder.path()}));
    } catch (const MalformedFile& error) {
        return error.what();
    }
    return "no error";
}
} // namespace

TEST_SUITE("manifest/field_aliases") {
    TEST_CASE("headers are split into words at punctuation, underscores and camel case") {
        CHECK(header_vocabulary("CNEE_NAME") == Words{"cnee", "name"});
        CHECK(header_vocabulary("cneeName") == Words{"cnee", "name"});
        CHECK(header_vocabulary("Gross-Weight (kg)") == Words{"gross", "weight", "kg"});
        CHECK(header_vocabulary("Güterbezeichnung") == Words{"guterbezeichnung"});
        CHECK(header_vocabulary(" . ").empty());
    }

    TEST_CASE("a whole header is matched whatever its case and punctuation") {
        CHECK(small("HS_CODE") == "hs");
        CHECK(small("hsCode") == "hs");
        CHECK(small("ware") == "description");
        CHECK(small("品名") == "description");
        CHECK(small_aliases().match("HS code")->strength == 2);
    }

    TEST_CASE("unit words and filler words are set aside, and the unit is told") {
        CHECK(small("Net weight [KGS]") == "net-weight [kg]");
        CHECK(small("net_weight_kg") == "net-weight [kg]");
        CHECK(small("Total quantity") == "quantity");
        CHECK(small("Consignee name 1") == "consignee");
        CHECK(small("Strength, %") == "concentration [%]");
    }

    TEST_CASE("what stands in parentheses is set aside") {
        CHECK(small("Quantity (shipped)") == "quantity");
        CHECK(small("Goods [see annex") == "description");
    }

    TEST_CASE("the longest known part decides when the whole header is not known") {
        CHECK(small("Importer net weight") == "net-weight");
        CHECK(small_aliases().match("Importer net weight")->strength == 1);
        CHECK(small("Full description of goods shipped") == "description");
        CHECK(small("address of trade name owner") == "description");
    }

    TEST_CASE("parts end at word edges") {
        CHECK(small("readdressing") == "-");
        CHECK(small("casino") == "-");
    }

    TEST_CASE("an empty or unknown header means nothing") {
        CHECK(small("") == "-");
        CHECK(small("  %") == "-");
        CHECK(small("Vessel") == "-");
    }

    TEST_CASE("the nearest goods alias is named, but never one of another field") {
        CHECK(small_aliases().nearest_goods_alias("descripton") == "description");
        CHECK(!small_aliases().nearest_goods_alias("consignees"));
        CHECK(!small_aliases().nearest_goods_alias("freight"));
    }

    TEST_CASE("a later folder adds to an earlier one") {
        const TemporaryFolder first;
        const TemporaryFolder second;
        first.write("fields.yaml", "edition: '1'\nfields: {description: {exact: [goods]}}\n");
        second.write("fields.yaml", "edition: '1'\nfields: {hs: {exact: [zoll]}}\n");
        const auto aliases =
            read_or_throw(read_field_aliases, RuleFiles::read({first.path(), second.path()}));
        CHECK(meaning(aliases, "goods") == "description");
        CHECK(meaning(aliases, "Zoll") == "hs");
    }

    TEST_CASE("a folder without a vocabulary is passed over, none at all is an error") {
        const TemporaryFolder empty;
        empty.write("units.yaml", "kilograms: {}\n");
        CHECK_NOTHROW(
            read_or_throw(read_field_aliases,
                          RuleFiles::read({empty.path(), preflag::test::source_dir() + "/rules"})));
        CHECK_THROWS_AS(read_or_throw(read_field_aliases, RuleFiles::read({empty.path()})),
                        MalformedFile);
        CHECK_THROWS_AS(read_or_throw(read_field_aliases, RuleFiles::read({})), MalformedFile);
    }

    TEST_CASE("an unknown field is an error with a hint") {
        const std::string message =
            pack_error("edition: '1'\nfields:\n  descripton: {exact: [goods]}\n");
        CHECK(contains(message, "fields.yaml:3:3: error: unknown field \"descripton\""));
        CHECK(contains(message, "did you mean \"description\"?"));
    }

    TEST_CASE("a phrase may stand under one field only") {
        CHECK(contains(
            pack_error("edition: '1'\nfields:\n  hs: {exact: [Code]}\n  un: {exact: [code]}\n"),
            "\"code\" is an alias of both hs and un"));
        CHECK(pack_error("edition: '1'\nfields:\n  hs: {exact: [Code, code]}\n") == "no error");
    }

    TEST_CASE("a damaged vocabulary is an error") {
        CHECK(contains(pack_error("edition: ["), "not valid YAML"));
        CHECK(pack_error("edition: '1'\nfields: 5\n") != "no error");
        CHECK(pack_error("fields: {hs: {exact: [x]}}\n") != "no error");
        CHECK(pack_error("edition: '1'\nfields: {hs: {inexact: [x]}}\n") != "no error");
    }
}

#include "manifest_reading.h"

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::test;

namespace {
using Texts = std::vector<std::string>;

Reading read_yaml_text(std::string_view text, const ReadOptions& options = {}) {
    return read_manifest("a.yaml", text, options);
}
} // namespace

TEST_SUITE("manifest/tree_records") {
    TEST_CASE("a YAML list of maps gives a line each, with its place") {
        const Reading reading =
            read_yaml_text("- goods: Acetone\n  hs: '2914'\n- goods: Urea\n  qty: 5\n");
        REQUIRE(reading.records.size() == 2);
        CHECK(reading.records[0].values == Texts{"description=Acetone", "hs=2914"});
        CHECK(reading.records[1].values == Texts{"description=Urea", "quantity=5"});
        CHECK(reading.records[0].line == 1);
        CHECK(reading.records[1].line == 3);
        CHECK(reading.records[1].record == 2);
        CHECK(reading.description.format == "yaml");
        CHECK(reading.description.columns.size() == 3);
    }

    TEST_CASE("what stands above the lines of a shipment holds for each of them") {
        const Reading reading = read_yaml_text("shipments:\n"
                                               "  - shipment: S1\n"
                                               "    lines:\n"
                                               "      - goods: Acetone\n"
                                               "      - {goods: Urea, date: '2026-02-02'}\n"
                                               "    date: '2026-01-01'\n"
                                               "  - shipment: S2\n"
                                               "    lines: [{goods: Salt}]\n");
        REQUIRE(reading.records.size() == 3);
        CHECK(reading.column("shipment") == Texts{"S1", "S1", "S2"});
        CHECK(reading.column("date") == Texts{"2026-01-01", "2026-02-02", ""});
        CHECK(reading.records[1].line == 5);
        CHECK(reading.records[2].line == 8);
    }

    TEST_CASE("a party's map gives its fields with the party's name in front") {
        const Reading reading = read_yaml_text(
            "- goods: Acetone\n  consignee: {name: ACME, address: Street 5, country: PL}\n");
        CHECK(reading.records[0].values == Texts{"description=Acetone", "consignee=ACME",
                                                 "consignee-address=Street 5",
                                                 "consignee-country=PL"});
        CHECK(reading.description.columns[1].header == "consignee name");
    }

    TEST_CASE("a unit that a key names is the unit of its value") {
        const Reading reading = read_yaml_text("- {goods: a, net weight kg: 5}\n"
                                               "- {goods: b, net_weight_g: 7}\n"
                                               "- {goods: c, qty kg: 7, unit: drum}\n"
                                               "- {goods: d, unit: drum, qty kg: 7}\n"
                                               "- {goods: e, net weight: 7}\n");
        CHECK(reading.column("net-weight-unit") == Texts{"kg", "g", "", "", ""});
        CHECK(reading.column("quantity-unit") == Texts{"", "", "drum", "drum", ""});
    }

    TEST_CASE("the unit of an inherited value gives way to that of an own value") {
        const Reading reading = read_yaml_text("net weight g: 5\n"
                                               "lines:\n"
                                               "  - goods: a\n"
                                               "  - {goods: b, net weight kg: 6}\n");
        CHECK(reading.column("net-weight") == Texts{"5", "6"});
        CHECK(reading.column("net-weight-unit") == Texts{"g", "kg"});
    }

    TEST_CASE("lists of words and several keys of one meaning are joined") {
        const Reading reading = read_yaml_text(
            "- goods: [acid, nitric]\n  description: 65 %\n  hs: '1'\n  hs code: '2'\n");
        CHECK(reading.column("description") == Texts{"acid | nitric | 65 %"});
        CHECK(reading.column("hs") == Texts{"1"});
    }

    TEST_CASE("keys are mapped by overrides") {
        ReadOptions options;
        options.column_overrides = {{Field::description, "Blob"}};
        CHECK(read_yaml_text("- {blob: Acetone}\n", options).column("description") ==
              Texts{"Acetone"});
    }

    TEST_CASE("an item that is no map, and a map that names no goods, are rejects") {
        const Reading reading = read_yaml_text("- goods: a\n- 5\n- {qty: 5}\n- null\n");
        REQUIRE(reading.rejects().size() == 3);
        CHECK(reading.rejects()[0].reject_reason == "is not a map of fields to values");
        CHECK(reading.rejects()[0].line == 2);
        CHECK(reading.rejects()[0].text == "5");
        CHECK(contains(reading.rejects()[1].reject_reason, "names no goods"));
        CHECK(reading.rejects()[2].record == 4);
    }

    TEST_CASE("control characters in values neither shift fields nor pass unseen") {
        const Reading reading =
            read_yaml_text("- goods: \"a\\x1fb\"\n  hs: 1\n- goods: \"c\\0d\"\n");
        CHECK(reading.records[0].values == Texts{"description=a b", "hs=1"});
        CHECK(reading.rejects()[0].reject_reason == "holds NUL bytes, so the record is damaged");
    }

    TEST_CASE("an anchor and its alias share values") {
        const Reading reading = read_yaml_text(
            "- &a {goods: Acetone, consignee: &c {name: ACME}}\n- {goods: Urea, consignee: *c}\n");
        CHECK(reading.column("consignee") == Texts{"ACME", "ACME"});
    }

    TEST_CASE("an alias bomb is an input error") {
        std::string bomb = "a0: &a0 {goods: x}\n";
        for (int i = 1; i < 12; ++i) {
            bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
            for (int k = 0; k < 10; ++k)
                bomb += "*a" + std::to_string(i - 1) + (k < 9 ? ", " : "]\n");
        }
        CHECK(contains(input_error("a.yaml", bomb), "aliases counted as often as they are used"));
    }

    TEST_CASE("a syntax error is an input error with its line") {
        CHECK(
            contains(input_error("a.yaml", "- goods: a\n- goods: [b\n- goods: c\n"), "a.yaml:3:"));
        CHECK(contains(input_error("a.json", "{\"lines\": [\n{\"goods\": }\n]}"), "a.json:2:"));
        CHECK(contains(input_error("a.yaml", "- goods: a\n  goods: b\n"), "stands twice"));
    }

    TEST_CASE("deep nesting is an input error") {
        CHECK(contains(input_error("a.json", std::string(1000, '[')),
                       "nested deeper than 64 levels"));
        CHECK(contains(input_error("a.yaml", std::string(1000, '[') + std::string(1000, ']')),
                       "nested deeper than 64 levels"));
        CHECK(contains(input_error("a.yaml", std::string(1000, '[')),
                       "a bracket that is opened here is never closed"));
    }

    TEST_CASE("a document without lines or without goods keys is an input error") {
        CHECK(contains(input_error("a.yaml", "lines: []\n"), "holds no manifest lines"));
        CHECK(contains(input_error("a.json", "[]"), "holds no manifest lines"));
        CHECK(contains(input_error("a.yaml", "- {escription: a}\n"),
                       "\"escription\" is near to the known header \"description\""));
        CHECK(input_error("a.yaml", "# nothing\n") != "no error");
        CHECK(input_error("a.yaml", "hello\n") != "no error");
    }

    TEST_CASE("a JSON document is read like a YAML one, with line numbers") {
        const Reading reading =
            read_manifest("a.json", "{\"shipment\": \"S1\",\n \"lines\": [\n"
                                    "  {\"goods\": \"Acetone\", \"qty\": 5},\n"
                                    "  {\"goods\": \"Ur\\u00e9e\", \"hs\": 3102.1}\n"
                                    "]}\n");
        CHECK(reading.description.format == "json");
        CHECK(reading.column("description") == Texts{"Acetone", "Urée"});
        CHECK(reading.column("shipment") == Texts{"S1", "S1"});
        CHECK(reading.column("hs") == Texts{"", "3102.1"});
        CHECK(reading.records[0].line == 3);
        CHECK(reading.records[1].line == 4);
    }

    TEST_CASE("of very many keys the later ones are known as they are spelt only") {
        std::string text = "[{\"descripton\": \"Acetone\"";
        for (int i = 0; i < 2000; ++i)
            text += ", \"key" + std::to_string(i) + "\": 1";
        const Reading reading = read_manifest("a.json", text + ", \"quantty\": 1, \"hs\": 2914}]");
        REQUIRE(reading.records.size() == 1);
        CHECK(reading.records[0].value("description") == "Acetone");
        CHECK(reading.records[0].value("hs") == "2914");
        CHECK(reading.records[0].value("quantity").empty());
    }
}

#include "../archives.h"
#include "../manifest_reading.h"

#include <preflag/base/error.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::test;
using Texts = std::vector<std::string>;

namespace {

/// An .xlsx workbook of one sheet with these rows, as XML.
std::string book(const std::string& rows, const std::string& strings = "",
                 const std::string& behind = "") {
    const std::string rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    return zipped(
        {{"[Content_Types].xml", "<Types/>"},
         {"_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"" + rel +
                             "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
         {"xl/workbook.xml",
          "<workbook xmlns:r=\"" + rel +
              "\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"a\" Type=\"" + rel +
              "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"b\" Type=\"" +
              rel + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"},
         {"xl/worksheets/sheet1.xml",
          "<worksheet><sheetData>" + rows + "</sheetData>" + behind + "</worksheet>"},
         {"xl/sharedStrings.xml", "<sst>" + strings + "</sst>"}});
}

std::string text_cell(const std::string& text) {
    return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

const std::string header = "<row>" + text_cell("Goods") + text_cell("HS") + "</row>";

} // namespace

TEST_SUITE("manifest/workbook/xlsx") {
    TEST_CASE("texts are taken together from their runs, without how they are spoken") {
        const Reading reading = read_manifest(
            "a.xlsx",
            book(header + "<row><c t=\"s\"><v>0</v></c></row><row><c t=\"s\"><v>1</v></c></row>"
                          "<row><c t=\"s\"><v>2</v></c></row>",
                 "<si><r><t>Nitric </t></r><r><t>acid</t></r></si>"
                 "<si><t>硝酸</t><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>"
                 "<si><t>a_x000D_\nb &amp; c</t></si>"));
        CHECK(reading.column("description") == Texts{"Nitric acid", "硝酸", "a\r\nb & c"});
        CHECK(reading.description.format == "xlsx");
        CHECK(reading.records[2].line == 4);
    }

    TEST_CASE("formulas, booleans and dates in words") {
        const Reading reading = read_manifest(
            "a.xlsx", book(header + "<row><c t=\"str\"><f>A1</f><v>Säure</v></c></row>"
                                    "<row><c t=\"b\"><v>1</v></c><c><v>28080000.0</v></c></row>"
                                    "<row><c t=\"d\"><v>2026-11-27T10:00:00</v></c></row>"
                                    "<row><c><f>1+1</f><v>2</v></c></row>"));
        CHECK(reading.column("description") == Texts{"Säure", "TRUE", "2026-11-27 10:00:00", "2"});
        CHECK(reading.column("hs") == Texts{"", "28080000", "", ""});
    }

    TEST_CASE("a formula without a value is rejected where it names the goods") {
        const Reading reading = read_manifest(
            "a.xlsx", book(header + "<row><c><f>A1</f></c><c><v>2808</v></c></row><row>" +
                           text_cell("Urea") + "<c t=\"e\"><v>#N/A</v></c></row>"));
        REQUIRE(reading.rejects().size() == 1);
        CHECK(contains(reading.rejects()[0].reject_reason, "a formula without a stored value"));
        CHECK(reading.rejects()[0].text == "=A1 | 2808");
        CHECK(reading.diagnostics.size() == 2);
    }

    TEST_CASE("an amount of merged cells is that of their first row") {
        const std::string rows = "<row>" + text_cell("Goods") + text_cell("net weight") +
                                 text_cell("consignee") + "</row><row>" + text_cell("Urea") +
                                 "<c><v>500</v></c>" + text_cell("Weber") + "</row><row>" +
                                 text_cell("Acetone") + "</row>";
        const Reading reading = read_manifest(
            "a.xlsx", book(rows, "",
                           "<mergeCells><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"C2:C3\"/>"
                           "</mergeCells>"));
        CHECK(reading.column("net-weight") == Texts{"500", ""});
        CHECK(reading.column("consignee") == Texts{"Weber", "Weber"});
    }

    TEST_CASE("cells to the right of the header count as columns without a name") {
        const Reading reading =
            read_manifest("a.xlsx", book(header + "<row>" + text_cell("Urea") + "<c/><c/>" +
                                         text_cell("note") + "</row>"));
        CHECK(reading.rejects().empty());
        CHECK(reading.description.columns.size() == 4);
    }

    TEST_CASE("damage is an input error, also behind the rows") {
        const std::string whole = book(header + "<row>" + text_cell("Urea") + "</row>");
        const auto fault = [](const std::string& bytes) {
            try {
                read_manifest("a.xlsx", bytes);
            } catch (const InputError& error) {
                return std::string(error.what());
            }
            return std::string("no error");
        };
        CHECK(fault(whole) == "no error");
        for (std::size_t size : {whole.size() - 1, whole.size() / 2, std::size_t{40}})
            CHECK(fault(whole.substr(0, size)) != "no error");
        CHECK(contains(fault(book(header + "<row><c r=\"A0\"/></row>")), "\"A0\" is no cell"));
        CHECK(contains(fault(book(header + "<row><c t=\"s\"><v>0</v></c></row>")),
                       "no text number 0"));
        CHECK(contains(fault(book(header, "", "<mergeCells>")), "mismatched tag"));
    }

    TEST_CASE("a workbook in an archive, and a packed one, are read") {
        const std::string bytes = book(header + "<row>" + text_cell("Urea") + "</row>");
        CHECK(read_manifest("a.xlsx.gz", compressed(bytes, "gzip")).column("description") ==
              Texts{"Urea"});
        const TemporaryFolder folder;
        const std::string path =
            folder.write("a.zip", zipped({{"b.csv", "goods\nAcetone\n"}, {"c.xlsx", bytes}}));
        const auto readers = open_manifest(path, small_aliases(), {});
        REQUIRE(readers.size() == 2);
        CHECK(readers[1]->description().file == path + "!c.xlsx!A");
        CHECK(read_all(*readers[1]).column("description") == Texts{"Urea"});
    }
}

#include "manifest_reading.h"

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::test;
using namespace std::string_literals;

namespace {
using Texts = std::vector<std::string>;
using Numbers = std::vector<std::uint64_t>;

Numbers line_numbers(const Reading& reading) {
    Numbers numbers;
    for (const ReadRecord& record : reading.records)
        numbers.push_back(record.line);
    return numbers;
}

ReadOptions mapping(std::vector<std::pair<Field, std::string>> overrides, bool no_header = false) {
    ReadOptions options;
    options.column_overrides = std::move(overrides);
    options.no_header = no_header;
    return options;
}
} // namespace

TEST_SUITE("manifest/csv_reader") {
    TEST_CASE("lines carry values, line numbers, record numbers and byte offsets") {
        const Reading reading = read_csv("Goods,HS\nAcetone,2914\n\nUrea,3102\n");
        REQUIRE(reading.records.size() == 2);
        CHECK(reading.records[0] ==
              ReadRecord{2, 1, 9, "Acetone,2914", {"description=Acetone", "hs=2914"}, ""});
        CHECK(reading.records[1] ==
              ReadRecord{4, 2, 23, "Urea,3102", {"description=Urea", "hs=3102"}, ""});
    }

    TEST_CASE("the description tells how the file is read") {
        const Reading reading = read_csv("Report of today\n\nGoods;HS;Vessel\nAcetone;2914;x\n");
        CHECK(reading.description.format == "csv");
        CHECK(reading.description.encoding == "UTF-8");
        CHECK(reading.description.delimiter == "semicolon");
        CHECK(reading.description.header_line == 3);
        CHECK(reading.description.preamble_lines == 2);
        CHECK(contains(to_string(reading.description),
                       ": csv, UTF-8 (detected), semicolon (detected), header on line 3, 2 of 3 "
                       "columns read"));
        CHECK(line_numbers(reading) == Numbers{4});
    }

    TEST_CASE("a quote inside a cell, doubled quotes and embedded line ends are read") {
        const Reading reading =
            read_csv("Goods,HS\npail 24\" lid,1\n\"24\"\" lid\",2\n\"two\nlines, \",3\nlast,4\n");
        CHECK(reading.column("description") ==
              Texts{"pail 24\" lid", "24\" lid", "two\nlines,", "last"});
        CHECK(line_numbers(reading) == Numbers{2, 3, 4, 6});
    }

    TEST_CASE("an unclosed quote rejects only its line") {
        const Reading reading = read_csv("Goods,HS\na,1\n\"b,2\nc,3\nd,\"4\ne,5\n");
        CHECK(reading.column("description") == Texts{"a", "c", "e"});
        REQUIRE(reading.rejects().size() == 2);
        CHECK(reading.rejects()[0].line == 3);
        CHECK(reading.rejects()[0].record == 2);
        CHECK(reading.rejects()[0].text == "\"b,2");
        CHECK(reading.rejects()[0].reject_reason ==
              "a quoted cell that opens on this line is never closed");
        CHECK(reading.rejects()[1].line == 5);
    }

    TEST_CASE("an unclosed quote is not closed by the next quote that opens a cell") {
        const Reading reading = read_csv("Goods,HS\n\"b,2\n\"c\",3\n\"d, e\",4\n");
        CHECK(reading.column("description") == Texts{"c", "d, e"});
        CHECK(reading.rejects().size() == 1);
        CHECK(line_numbers(reading) == Numbers{2, 3, 4});
    }

    TEST_CASE("line ends may be CRLF, or a carriage return alone") {
        for (const char* text : {"Goods,HS\r\na,1\r\nb,2\r\n", "Goods,HS\ra,1\rb,2\r",
                                 "Goods,HS\ra,1\rb,2", "Goods,HS\na,1\r\nb,2"}) {
            const Reading reading = read_csv(text);
            CHECK(reading.column("description") == Texts{"a", "b"});
            CHECK(reading.column("hs") == Texts{"1", "2"});
            CHECK(line_numbers(reading) == Numbers{2, 3});
        }
    }

    TEST_CASE("a sep= line is counted, but is no header") {
        const Reading reading = read_csv("sep=;\nGoods;HS\na, b;1\n");
        CHECK(reading.column("description") == Texts{"a, b"});
        CHECK(line_numbers(reading) == Numbers{3});
        CHECK(reading.records[0].byte_offset == 15);
    }

    TEST_CASE("short rows are read with a warning, long ones are rejected") {
        const Reading reading = read_csv("Goods,HS,Qty\na,1\nb,2,3\nacid, nitric,2,3\nc\n");
        CHECK(reading.column("description") == Texts{"a", "b", "c"});
        REQUIRE(reading.rejects().size() == 1);
        CHECK(reading.rejects()[0].line == 4);
        CHECK(contains(reading.rejects()[0].reject_reason, "has a value in cell 4"));
        CHECK(reading.diagnostics ==
              Texts{"2 rows have fewer cells than the header; their missing cells count as empty"});
    }

    TEST_CASE("a row with NUL bytes is rejected, the next one is read") {
        const Reading reading = read_csv("Goods,HS\nAcetone,2914\nAce\0tone,1\nUrea,3\n"s);
        CHECK(reading.column("description") == Texts{"Acetone", "Urea"});
        CHECK(reading.rejects()[0].reject_reason == "holds NUL bytes, so the record is damaged");
    }

    TEST_CASE("empty rows and repeated headers are passed over and told") {
        const Reading reading =
            read_csv("Goods,HS\n\na,1\n,\n\"\",\"\"\nGoods,HS\nb,2\nGoods,HS\r\n\x1a");
        CHECK(reading.column("description") == Texts{"a", "b"});
        CHECK(line_numbers(reading) == Numbers{3, 7});
        CHECK(reading.records[1].record == 2);
        CHECK(reading.diagnostics ==
              Texts{"4 empty rows were passed over", "2 repeats of the header were passed over"});
    }

    TEST_CASE("the header is the row with the most known headers, below any preamble") {
        const Reading reading =
            read_csv("Consignee;ACME\nDate;2026-01-01\n;\nGoods;HS;Qty\na;1;2\n");
        CHECK(reading.description.header_line == 4);
        CHECK(reading.column("quantity") == Texts{"2"});
    }

    TEST_CASE("a header alone is an input error") {
        for (const char* text :
             {"Goods,HS\n", "Goods,HS", "Goods,HS\r\n\r\n,\n", "Goods", "sep=,\nGoods\n"}) {
            CAPTURE(text);
            for (const std::size_t size : {std::size_t{4}, std::size_t{1} << 20}) {
                ReadOptions options;
                options.batch_bytes = size;
                CHECK(
                    contains(input_error("a.csv", text, options),
                             "a.csv: has a header but no data lines; there is nothing to screen"));
            }
        }
    }

    TEST_CASE("no goods column is an input error that names the nearest alias") {
        const std::string message = input_error("a.csv", "Escription;Vessel\nAcetone;x\n");
        CHECK(contains(message, "a.csv: no column tells what the goods are"));
        CHECK(contains(message, "The headers are: \"Escription\", \"Vessel\""));
        CHECK(contains(message, "\"Escription\" is near to the known header \"description\""));
    }

    TEST_CASE("columns are mapped by name and by number") {
        const std::string text = "Blob,Receiver\nAcetone,ACME\n";
        const Reading reading =
            read_csv(text, mapping({{Field::description, "blob"}, {Field::consignee, "#2"}}));
        CHECK(reading.records[0].values == Texts{"description=Acetone", "consignee=ACME"});
        CHECK(
            contains(input_error("a.csv", text, mapping({{Field::description, "Blab"}})),
                     "--map description=Blab: there is no such column; the headers are: \"Blob\", "
                     "\"Receiver\""));
    }

    TEST_CASE("without a header every row is data") {
        const Reading reading =
            read_csv("Acetone,2914\nUrea,3102",
                     mapping({{Field::description, "#1"}, {Field::hs, "#2"}}, true));
        CHECK(reading.column("description") == Texts{"Acetone", "Urea"});
        CHECK(line_numbers(reading) == Numbers{1, 2});
        CHECK(reading.description.header_line == 0);
        CHECK(reading.description.columns[0].header.empty());
        CHECK(read_csv("Acetone", mapping({{Field::description, "#1"}}, true)).records.size() == 1);
        CHECK(read_csv("sep=;\nAcetone;1", mapping({{Field::hs, "#2"}}, true)).records[0].line ==
              2);
    }

    TEST_CASE("several description columns are joined") {
        const Reading reading =
            read_csv("Goods,Description,Qty\nacid,nitric,5\nacid,acid,5\n,urea,5\n");
        CHECK(reading.column("description") == Texts{"acid | nitric", "acid", "urea"});
    }

    TEST_CASE("units in headers fill the unit fields") {
        const Reading reading = read_csv("Goods,Net weight (kg),Strength %\nAcetone,5,99\n");
        CHECK(reading.records[0].values == Texts{"description=Acetone", "concentration=99",
                                                 "concentration-unit=%", "net-weight=5",
                                                 "net-weight-unit=kg"});
    }

    TEST_CASE("the unit is that of the column the value comes from") {
        const Reading reading =
            read_csv("Goods,Net weight (g),Net weight (kg)\na,5,\nb,,5\nc,7,0.007\nd,,\n");
        CHECK(reading.column("net-weight") == Texts{"5", "5", "7", ""});
        const Texts units = reading.column("net-weight-unit");
        CHECK(units[0] == "g");
        CHECK(units[1] == "kg");
        CHECK(units[2] == "g");
    }

    TEST_CASE("a given delimiter is used and told") {
        ReadOptions options;
        options.delimiter = '^';
        const Reading reading = read_csv("Goods^HS\na,b;c^1\n", options);
        CHECK(reading.column("description") == Texts{"a,b;c"});
        CHECK(reading.description.delimiter == "^");
        CHECK(!reading.description.delimiter_detected);
    }

    TEST_CASE("the excerpt of a reject is at most 2,000 bytes of valid UTF-8") {
        std::string row = "x";
        for (int i = 0; i < 3000; ++i)
            row += "ä";
        const Reading reading = read_csv("Goods,HS\n" + row + ",1,2\nb,3\n");
        REQUIRE(reading.rejects().size() == 1);
        CHECK(reading.rejects()[0].text == row.substr(0, 1999));
    }

    TEST_CASE("a column number is never taken for a cell that holds the number") {
        ReadOptions options;
        options.column_overrides = {{Field::description, "#1"}};
        const Reading reading = read_csv("xx,yy\nNitric acid 65 %,1\nAcetone,1\n", options);
        CHECK(reading.description.header_line == 1);
        CHECK(reading.column("description") == Texts{"Nitric acid 65 %", "Acetone"});
    }

    TEST_CASE("what is passed over to get to the data is kept, without known headers") {
        const auto passed_over = [](const Reading& reading) {
            Texts texts;
            for (const PassedOverLine& line : reading.description.passed_over)
                texts.push_back(std::to_string(line.line) + ": " + line.text);
            return texts;
        };
        CHECK(passed_over(
                  read_csv("Chem Works,,\n,,\nNitric acid,1,\nGoods,HS,Lot\nUrea,3102,1\n")) ==
              Texts{"1: Chem Works", "3: Nitric acid | 1", "4: Lot"});
        ReadOptions options;
        options.column_overrides = {{Field::description, "#1"}};
        CHECK(passed_over(read_csv("Nitric acid,7\nAcetone,1\n", options)) ==
              Texts{"1: Nitric acid | 7"});
        options.no_header = true;
        CHECK(passed_over(read_csv("Nitric acid,7\nAcetone,1\n", options)).empty());
    }
}

#include "manifest_reading.h"

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::test;

namespace {
using Texts = std::vector<std::string>;

Reading read_lines(std::string_view text, std::size_t batch_bytes = std::size_t{1} << 20) {
    ReadOptions options;
    options.batch_bytes = batch_bytes;
    return read_manifest("a.jsonl", text, options);
}
} // namespace

TEST_SUITE("manifest/json_lines") {
    TEST_CASE("each line is a record with its own place") {
        const Reading reading =
            read_lines("{\"goods\": \"Acetone\", \"qty\": 5}\n\n"
                       "{\"goods\": \"Urea\", \"consignee\": {\"name\": \"ACME\"}}\r\n");
        REQUIRE(reading.records.size() == 2);
        CHECK(reading.records[0].values == Texts{"description=Acetone", "quantity=5"});
        CHECK(reading.records[1].values == Texts{"description=Urea", "consignee=ACME"});
        CHECK(reading.records[1].line == 3);
        CHECK(reading.records[1].record == 2);
        CHECK(reading.description.format == "jsonl");
    }

    TEST_CASE("a broken line is one reject, and the next lines are read") {
        const Reading reading =
            read_lines("{\"goods\": \"a\"}\n{\"goods\": \"b\"\n{\"goods\": \"c\"}\n[1]\n5\n");
        CHECK(reading.column("description") == Texts{"a", "c"});
        REQUIRE(reading.rejects().size() == 3);
        CHECK(reading.rejects()[0].line == 2);
        CHECK(reading.rejects()[0].record == 2);
        CHECK(reading.rejects()[0].text == "{\"goods\": \"b\"");
        CHECK(contains(reading.rejects()[0].reject_reason, "is not valid JSON: "));
        CHECK(contains(reading.rejects()[0].reject_reason, "(column 14)"));
        CHECK(reading.rejects()[1].reject_reason == "is JSON, but not an object");
        CHECK(reading.rejects()[2].line == 5);
    }

    TEST_CASE("a line with a repeated key or deep nesting is a reject") {
        const Reading reading =
            read_lines("{\"goods\": \"a\"}\n{\"goods\": \"b\", \"goods\": \"c\"}\n" +
                       ("{\"x\": " + std::string(100, '[')) + "\n");
        CHECK(reading.lines().size() == 1);
        CHECK(contains(reading.rejects()[0].reject_reason, "stands twice"));
        CHECK(contains(reading.rejects()[1].reject_reason, "nested deeper"));
    }

    TEST_CASE("a line with bytes that are no UTF-8 is a reject with a printable text") {
        const Reading reading = read_lines("{\"goods\": \"Säure, Lösung\"}\n{\"goods\": \"ä\"}\n"
                                           "{\"goods\": \"\xE4\"}\n");
        REQUIRE(reading.rejects().size() == 1);
        CHECK(reading.rejects()[0].text == "{\"goods\": \"\uFFFD\"}");
    }

    TEST_CASE("a shipment's lines on one line share its place") {
        const Reading reading = read_lines("{\"shipment\": \"S\", \"lines\": [{\"goods\": \"a\"}, "
                                           "{\"goods\": \"b\"}]}\n{\"goods\": \"c\"}");
        CHECK(reading.column("shipment") == Texts{"S", "S", ""});
        CHECK(reading.records[1].line == 1);
        CHECK(reading.records[1].record == 2);
        CHECK(reading.records[2].line == 2);
    }

    TEST_CASE("a line longer than 1 MiB is a reject, never a shortened line") {
        // Without its middle, the long line would still be valid JSON.
        const std::string text = "{\"goods\": \"a\"}\n{\"goods\": \"" +
                                 std::string(std::size_t{3} << 20, 'x') +
                                 "\"}\n{\"goods\": \"c\"}\n";
        for (const std::size_t size : {std::size_t{4096}, std::size_t{1} << 20}) {
            const Reading reading = read_lines(text, size);
            CHECK(reading.column("description") == Texts{"a", "c"});
            REQUIRE(reading.rejects().size() == 1);
            CHECK(reading.rejects()[0].line == 2);
            CHECK(reading.rejects()[0].reject_reason == "is longer than 1 MiB");
            CHECK(reading.rejects()[0].text.size() == 2000);
            CHECK(reading.records[2].line == 3);
        }
    }

    TEST_CASE("small batches give the same records as large ones") {
        std::string text;
        for (int i = 0; i < 500; ++i)
            text +=
                i % 7 == 3 ? "{broken\n" : "{\"goods\": \"acid " + std::to_string(i) + "\"}\n\n";
        const Reading whole = read_lines(text + "{\"goods\": \"last\"}");
        for (const std::size_t size : {1, 64, 1000}) {
            const Reading reading = read_lines(text + "{\"goods\": \"last\"}", size);
            CHECK((reading.records == whole.records));
            CHECK(reading.batches > 5);
        }
        CHECK(whole.lines().back().value("description") == "last");
    }

    TEST_CASE("no lines and no goods keys are input errors") {
        CHECK(contains(input_error("a.jsonl", "{\"lines\": []}\n"), "holds no manifest lines"));
        CHECK(contains(input_error("a.jsonl", "{\"vessel\": 1}\n"),
                       "no column tells what the goods"));
        CHECK(contains(input_error("a.jsonl", "\n \n"), "the file is empty"));
    }

    TEST_CASE("a file none of whose lines is JSON is told why") {
        CHECK(contains(input_error("a.jsonl", "\n{\"goods\" \"Acetone\"}\n{}}\n"),
                       "a.jsonl: holds no line that can be read; line 2 is not valid JSON: "));
        CHECK(contains(input_error("a.jsonl", "[1]\n"), "line 1 is JSON, but not an object"));
        CHECK(contains(input_error("a.yaml", "- one\n- two\n"),
                       "line 1 is not a map of fields to values"));
    }
}

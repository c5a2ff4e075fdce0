#include "manifest_reading.h"

#include <preflag/manifest/csv/record_splitter.h>

#include <doctest/doctest.h>

#include <random>

using namespace preflag;
using namespace preflag::test;
using namespace std::string_literals;

namespace {
ReadOptions batches_of(std::size_t bytes) {
    ReadOptions options;
    options.batch_bytes = bytes;
    return options;
}

/// Reads in batches of several sizes, and expects the same of all.
Reading read_in_all_sizes(const std::string& text,
                          const std::vector<std::size_t>& sizes = {1, 7, 64, 4096}) {
    const Reading whole = read_csv(text, batches_of(std::size_t{1} << 20));
    for (const std::size_t size : sizes) {
        CAPTURE(size);
        const Reading reading = read_csv(text, batches_of(size));
        CHECK(reading.records.size() == whole.records.size());
        CHECK((reading.records == whole.records));
        CHECK(reading.diagnostics == whole.diagnostics);
        CHECK(reading.digest == whole.digest);
    }
    return whole;
}

/// Rows put together from pieces that are hard on a splitter.
std::string nasty_rows(unsigned seed, std::size_t rows) {
    static const std::vector<std::string> pieces{
        "a",          "\"b\"",    "\"c,d\"", "24\" lid",
        "\"e\"\"f\"", "\"g\nh\"", "\"open",  "\"\"\"",
        "",           "\xE4",     "ä",       "\"i\r\n\r\nj\"",
        "\"k\"l",     "\0"s,      "\r",      std::string(90, 'x'),
        "\"\"",       "=\"1\"",   " \"m",    "\"n\n\"o"};
    std::mt19937 random(seed);
    std::string text = "Goods,HS,Qty\n";
    for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t cells = random() % 5;
        for (std::size_t cell = 0; cell < cells; ++cell)
            text += (cell == 0 ? "" : ",") + pieces[random() % pieces.size()];
        text += random() % 3 == 0 ? "\r\n" : "\n";
    }
    return text;
}

std::string with_long_line(std::size_t bytes) {
    return "Goods,HS\na,1\n" + std::string(bytes, 'x') + ",2\nb,3\nc,4\n";
}
} // namespace

TEST_SUITE("manifest/csv_reader batches") {
    TEST_CASE("small batches give the same lines as large ones") {
        const std::string rows = "a,1\n\"b\nb\",2\n\"c,3\nd,4\r\n\n\"e\"\"\r\ne\",\"5\"\n";
        for (const std::string& text :
             {"Goods,HS\n" + rows, "Title\n\nGoods,HS\n" + rows + "Goods,HS\n" + rows,
              "sep=,\nGoods,HS\n" + rows + "last", "Goods,HS\ra,1\r\"b\rb\",2\r\"open\rc,3"s,
              "\xEF\xBB\xBFGoods,HS\r\n" + rows, "Goods\nx,y\n" + rows}) {
            const Reading reading = read_in_all_sizes(text);
            CHECK(!reading.records.empty());
        }
    }

    TEST_CASE("small batches are really small") {
        std::string text = "Goods,HS\n";
        for (int i = 0; i < 1000; ++i)
            text += "Acetone in drums,2914\n";
        CHECK(read_csv(text, batches_of(64)).batches > 300);
        CHECK(read_csv(text, batches_of(std::size_t{1} << 20)).batches == 1);
    }

    TEST_CASE("random nasty rows are read alike in all batch sizes, and none is lost") {
        for (unsigned seed = 1; seed <= 60; ++seed) {
            CAPTURE(seed);
            const Reading reading = read_in_all_sizes(nasty_rows(seed, 60), {1, 64});
            std::uint64_t record = 0;
            std::uint64_t line = 1;
            for (const ReadRecord& read : reading.records) {
                CHECK(read.record == ++record);
                CHECK(read.line > line);
                line = read.line;
            }
        }
    }

    TEST_CASE("a raw text is found at its byte offset") {
        const std::string text = nasty_rows(7, 300);
        ReadOptions options = batches_of(64);
        options.encoding = "UTF-8"; // or else offsets would be those of the decoded text
        for (const ReadRecord& line : read_csv(text, options).lines())
            if (text.compare(line.byte_offset, line.text.size(), line.text) != 0)
                CHECK(contains(line.text, "ä")); // a repaired stray byte
    }

    TEST_CASE("a line of 3 MiB is rejected, and the next lines are read") {
        const Reading reading = read_in_all_sizes(with_long_line(std::size_t{3} << 20), {4096});
        CHECK(reading.column("description") == std::vector<std::string>{"a", "b", "c"});
        REQUIRE(reading.rejects().size() == 1);
        const ReadRecord reject = reading.rejects()[0];
        CHECK(reject.line == 3);
        CHECK(reject.record == 2);
        CHECK(contains(reject.reject_reason, "is longer than 1 MiB"));
        CHECK(reject.text == std::string(2000, 'x'));
        CHECK(reading.records[2].line == 4);
        CHECK(reading.records[2].byte_offset == 9 + 4 + (std::size_t{3} << 20) + 3);
    }

    TEST_CASE("lines about 1 MiB long are judged alike in all batch sizes") {
        const std::size_t limit = RecordSplitter::longest_record;
        for (const std::size_t bytes : {limit - 3, limit - 2, limit - 1, limit, limit + 70'000}) {
            const Reading reading = read_in_all_sizes(with_long_line(bytes), {4096, 70'000});
            CHECK(reading.rejects().size() == (bytes + 2 > limit ? 1 : 0));
        }
    }

    TEST_CASE("a record of many quoted lines beyond 1 MiB is judged alike in all batch sizes") {
        std::string text = "Goods,HS\na,1\n";
        const std::string cell = "\"" + std::string(60'000, 'x') + "\n\",";
        for (int i = 0; i < 20; ++i)
            text += cell;
        const Reading reading = read_in_all_sizes(text + "2\nb,3\nc,4\n", {4096, 70'000});
        CHECK(reading.lines().back().value("description") == "c");
        CHECK(reading.records[1].line == 3);
        CHECK(reading.lines().back().line == 3 + 20 + 2);
    }

    TEST_CASE("a long line at the end of a file without a line end is rejected") {
        const Reading reading =
            read_in_all_sizes("Goods,HS\na,1\n" + std::string(std::size_t{2} << 20, 'x'), {4096});
        CHECK(reading.rejects().size() == 1);
        CHECK(reading.lines().size() == 1);
    }

    TEST_CASE("the header is found alike in all batch sizes") {
        std::string text = std::string(900, 'p') + "\n";
        for (int i = 0; i < 20; ++i)
            text += std::string(9000, 'q') + ",x\n";
        const Reading reading = read_in_all_sizes(text + "Goods,HS\na,1\n", {64, 4096});
        CHECK(reading.description.header_line == 22);
    }
}

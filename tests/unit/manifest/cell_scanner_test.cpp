#include <preflag/manifest/cell_scanner.h>
#include <preflag/manifest/csv/csv_dialect.h>

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace preflag {

namespace {

using Cells = std::vector<std::string>;

/// The cells as they are meant; nothing when the record is not plain.
Cells cells_of(std::string_view record, bool quotes = true) {
    CellScanner scanner;
    scanner.scan(record, ',', '"', quotes);
    Cells cells;
    for (std::size_t i = 0; scanner.is_plain() && i < scanner.size(); ++i) {
        std::string cell(scanner.cell(i));
        if (quotes)
            for (std::size_t at = cell.find("\"\""); at != std::string::npos;
                 at = cell.find("\"\"", at + 1))
                cell.erase(at, 1);
        cells.push_back(std::move(cell));
    }
    return cells;
}

bool is_plain(std::string_view record) {
    CellScanner scanner;
    scanner.scan(record, ',', '"', true);
    return scanner.is_plain();
}

} // namespace

TEST_CASE("cells end at delimiters outside of quotes") {
    CHECK(cells_of("a,,\"b,c\",d") == Cells{"a", "", "b,c", "d"});
    CHECK(cells_of("") == Cells{""});
    CHECK(cells_of(",") == Cells{"", ""});
    CHECK(cells_of("\"\",\"\"\"\"") == Cells{"", "\""});
    CHECK(cells_of("\"a\nb\"") == Cells{"a\nb"});
    CHECK(cells_of("\"a,b", false) == Cells{"\"a", "b"});
}

TEST_CASE("quotes in other places make a record that is not plain") {
    for (const char* record : {"a\"b", "\"a\" b,c", "\"a", "a,\"", "\"a\"\"", "\"\"a", " \"a\""})
        CHECK_MESSAGE(!is_plain(record), record);
    // The closing quote is the last byte of a block, and what follows it is in the next one.
    const std::string quoted = '"' + std::string(62, 'x') + '"';
    CHECK(cells_of(quoted + ",b") == Cells{std::string(62, 'x'), "b"});
    CHECK(!is_plain(quoted + "b"));
    CHECK(is_plain(quoted));
    CHECK(cells_of(quoted + "\",\"") == Cells{std::string(62, 'x') + "\","});
}

TEST_CASE("a delimiter at the end of a block begins a cell in the next one") {
    const std::string filler(63, 'x');
    CHECK(cells_of(filler + ",\"a,b\"") == Cells{filler, "a,b"});
    CHECK(cells_of(filler + "x\"a,b\"").empty());
}

TEST_CASE("plain records of all kinds have the cells that a reading byte by byte finds") {
    std::mt19937 random(7);
    std::size_t plain = 0;
    for (int run = 0; run < 20000; ++run) {
        std::string record;
        for (std::size_t cells = random() % 12; cells > 0; --cells) {
            const bool quoted = random() % 3 == 0;
            record += quoted ? "\"" : "";
            for (std::size_t size = random() % 30; size > 0; --size) {
                const auto kind = random() % 40;
                record += quoted && kind == 0 ? "\"\"" : quoted && kind < 5 ? "," : "a";
            }
            record += quoted ? "\"" : "";
            record += cells > 1 ? "," : "";
        }
        for (std::size_t faults = random() % 2; faults > 0 && !record.empty(); --faults)
            record[random() % record.size()] = "\",a"[random() % 3];
        CAPTURE(record);
        if (!is_plain(record))
            continue;
        ++plain;
        CHECK(cells_of(record) == split_cells(record, ','));
    }
    CHECK(plain > 10000);
}

TEST_CASE("the kinds of bytes are told, and only those of the record") {
    CellScanner scanner;
    const std::string text("plain \xC3\xA4 & \0,", 13);
    scanner.scan(std::string_view(text).substr(0, 6), ',', '"', true);
    CHECK(scanner.is_ascii());
    CHECK(!scanner.has_markup());
    CHECK(!scanner.has_nul());
    CHECK(scanner.size() == 1);
    scanner.scan(text, ',', '"', true);
    CHECK(!scanner.is_ascii());
    CHECK(scanner.has_markup());
    CHECK(scanner.has_nul());
    CHECK(scanner.size() == 2);
}

} // namespace preflag

#include <preflag/base/error.h>
#include <preflag/manifest/workbook/sheet_rows.h>

#include <doctest/doctest.h>

#include <algorithm>

using namespace preflag;

namespace {

class Rows {
  public:
    explicit Rows(std::vector<CellRange> merged = {})
        : notes(std::make_shared<SheetNotes>()),
          rows("a.xlsx!A", notes, MergedCells(std::move(merged))) {}

    void row(std::uint64_t number, const std::vector<std::pair<std::uint32_t, std::string>>& cells,
             std::uint64_t times = 1) {
        rows.begin_row(number, false);
        for (const auto& [column, text] : cells)
            rows.add(column, text);
        rows.end_row(times);
    }

    /// What is ready, with marks that can be read: ',' between cells, '/' between rows, '^' for a
    /// value of merged cells.
    std::string text() {
        std::string text;
        std::string block(1000, '\0');
        while (const std::size_t got = rows.take(block.data(), block.size()))
            text.append(block, 0, got);
        std::replace(text.begin(), text.end(), '\x1f', ',');
        std::replace(text.begin(), text.end(), '\x1e', '/');
        std::replace(text.begin(), text.end(), '\x1d', '^');
        return text;
    }

    std::shared_ptr<SheetNotes> notes;
    SheetRows rows;
};

CellRange range(const char* text) {
    return *parse_cell_range(text);
}

} // namespace

TEST_SUITE("manifest/workbook/sheet_rows") {
    TEST_CASE("cells keep their column and rows their number") {
        Rows sheet;
        sheet.row(1, {{1, "a"}, {3, "c"}});
        sheet.row(4, {{2, "b"}});
        sheet.row(5, {});
        sheet.row(6, {{1, " "}});
        CHECK(sheet.text() == "a,,c///,b");
    }

    TEST_CASE("cells may come in any order, and twice") {
        Rows sheet;
        sheet.row(1, {{3, "c"}, {1, "a"}, {3, "d"}});
        CHECK(sheet.text() == "a,,c d");
    }

    TEST_CASE("a row may stand for many") {
        Rows sheet;
        sheet.row(1, {{1, "a"}}, 3);
        sheet.row(5, {{1, "b"}});
        sheet.row(6, {}, 4);
        sheet.row(10, {{1, "c"}});
        CHECK(sheet.text() == "a/a/a//b/////c");
        CHECK(sheet.rows.row() == 10);
    }

    TEST_CASE("rows that do not come in order are damage") {
        Rows sheet;
        sheet.row(2, {{1, "a"}});
        CHECK_THROWS_AS(sheet.row(2, {}), InputError);
        CHECK_THROWS_AS(sheet.row(most_sheet_rows + 1, {}), InputError);
    }

    TEST_CASE("merged cells show their value beside each of their rows that has one of its own") {
        Rows sheet({range("A1:A4"), range("C2:C3"), range("B5:C5")});
        sheet.row(1, {{1, "a"}, {2, "x"}});
        sheet.row(2, {{2, "y"}, {3, "c"}});
        sheet.row(3, {{2, "z"}});
        sheet.row(4, {{3, " "}});
        sheet.row(5, {{2, "b"}, {3, "under"}});
        CHECK(sheet.text() == "a,x/^a,y,c/^a,z,^c//,b,under");
        CHECK(sheet.notes->covered.count == 1);
        CHECK(sheet.notes->covered.first == "C5");
    }

    TEST_CASE("a value under merged cells wins over theirs") {
        Rows sheet({range("A1:A3")});
        sheet.row(1, {{1, "a"}});
        sheet.row(2, {{1, "own"}});
        sheet.row(3, {{2, "z"}});
        CHECK(sheet.text() == "a/own/^a,z");
        CHECK(sheet.notes->covered.count == 1);
    }

    TEST_CASE("too many merged cells at once, and values too large, are refused") {
        std::vector<CellRange> many;
        for (std::uint32_t column = 1; column <= 3000; ++column)
            many.push_back({{1, column}, {9, column}});
        Rows wide(std::move(many));
        CHECK_THROWS_AS(wide.row(1, {{1, "a"}}), InputError);
        std::vector<CellRange> tall;
        for (std::uint32_t row = 1; row <= 100; ++row)
            tall.push_back({{row, row}, {1000, row}});
        Rows large(std::move(tall));
        const std::string text(1'000'000, 'a');
        const auto fill = [&] {
            for (std::uint32_t row = 1; row <= 100; ++row) {
                large.row(row, {{row, text}});
                large.text();
            }
        };
        CHECK_THROWS_AS(fill(), InputError);
    }

    TEST_CASE("a row without end is cut where it is too long for a record") {
        Rows sheet;
        sheet.rows.begin_row(1, false);
        for (std::uint32_t column = 1; column <= 10'000; ++column)
            sheet.rows.add(column, std::string(10'000, 'a'));
        sheet.rows.end_row();
        const std::size_t size = sheet.text().size();
        CHECK(size > std::size_t{1} << 20);
        CHECK(size < std::size_t{2} << 20);
    }

    TEST_CASE("a sheet has a largest size, and what is ready stays small") {
        Rows sheet;
        std::string block(std::size_t{1} << 20, '\0');
        sheet.row(1, {{1, std::string(1'000'000, 'a')}}, 1'000'000);
        std::uint64_t total = 0;
        const auto drain = [&] {
            while (const std::size_t got = sheet.rows.take(block.data(), block.size()))
                total += got;
        };
        CHECK_THROWS_AS(drain(), InputError);
        CHECK(total <= SheetRows::most_bytes);
        CHECK(total > SheetRows::most_bytes / 2);
    }

    TEST_CASE("hidden rows and columns are noted when they hold anything") {
        Rows sheet;
        sheet.rows.hide_columns(2, 3);
        sheet.rows.begin_row(1, true);
        sheet.rows.add(1, "a");
        sheet.rows.end_row();
        sheet.rows.begin_row(2, true);
        sheet.rows.end_row();
        sheet.row(3, {{3, "c"}});
        CHECK(sheet.notes->hidden_rows == 1);
        CHECK(sheet.notes->hidden_columns == std::vector<std::uint32_t>{3});
        CHECK(sheet.notes->told("a.xlsx!A").size() == 2);
    }
}

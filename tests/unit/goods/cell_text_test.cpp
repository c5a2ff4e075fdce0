#include <preflag/goods/reading/cell_text.h>

#include <doctest/doctest.h>

using namespace preflag;

TEST_SUITE("goods/cell text") {
    TEST_CASE("a hit takes up the lexemes that it touches") {
        const CellText cell(Field::description, "pure nitric acid 65 %");
        Hit hit;
        hit.offset = 5;
        hit.length = 11;
        const LexemeRange range = cell.range_of(hit);
        CHECK(range.begin == 1);
        CHECK(range.end == 3);
        CHECK(cell.written(range.begin, range.end) == "nitric acid");
    }

    TEST_CASE("a clause ends at a semicolon and at a joined column") {
        const CellText cell(Field::description, "a b; c d | e");
        CHECK(cell.clause_around(0).end == 2);
        CHECK(cell.clause_around(3).begin == 3);
        CHECK(cell.clause_around(3).end == 5);
        CHECK(cell.clause_around(6).begin == 6);
        CHECK(cell.clause_around(6).end == cell.lexemes.size());
    }
}

#include "reading.h"

#include <preflag/goods/line/goods_text.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::goods_test;

TEST_SUITE("goods/text") {
    TEST_CASE("a hit takes up the tokens that it touches") {
        const GoodsText text =
            read_text(shipped().lexicon(), Field::description, "pure nitric acid 65 %", {});
        const LexemeRange range = range_of(text.tokens, 5, 11);
        CHECK(range.begin == 1);
        CHECK(range.end == 3);
        CHECK(text.written(range.begin, range.end) == "nitric acid");
        CHECK(range_of(text.tokens, 7, 2).begin == 1);
        CHECK(range_of(text.tokens, 7, 2).end == 2);
    }

    TEST_CASE("figures and amounts are found once, and hits get their tokens") {
        const Line line(
            {{Field::description, "nitric acid 65 %, 4 x 25 kg"}, {Field::cas, "7697-37-2"}});
        REQUIRE(line.goods.texts.size() == 1);
        const GoodsText& text = line.goods.texts.front();
        REQUIRE(text.figures.size() == 1);
        CHECK(to_string(text.figures.front().concentration) == "65 %");
        REQUIRE(text.amounts.size() == 1);
        CHECK(text.amounts.front().total() == doctest::Approx(100));
        REQUIRE(text.hits.size() == 1);
        CHECK(text.hits.front().range.begin == 0);
        CHECK(text.hits.front().range.end == 2);
        REQUIRE(line.goods.codes.size() == 1);
        CHECK(line.goods.text_of(line.goods.codes.front()) == nullptr);
        CHECK(evidence_of(line.goods, line.goods.codes.front()).text == "7697-37-2");
    }
}

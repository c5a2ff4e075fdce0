#include <preflag/base/bounded_memo.h>

#include <doctest/doctest.h>

using namespace preflag;

TEST_SUITE("base/bounded_memo") {
    TEST_CASE("a question is asked once while there is room") {
        BoundedMemo<int> memo(2);
        int asked = 0;
        const auto ask = [&] { return ++asked; };
        CHECK(memo.get("a", ask) == 1);
        CHECK(memo.get("a", ask) == 1);
        CHECK(memo.get("b", ask) == 2);
        CHECK(memo.size() == 2);
    }

    TEST_CASE("it never holds more than it may, and answers all the same") {
        BoundedMemo<int> memo(2);
        for (int i = 0; i < 100; ++i) {
            CHECK(memo.get(std::to_string(i), [&] { return i; }) == i);
            CHECK(memo.size() <= 2);
        }
        CHECK(memo.get("0", [] { return 0; }) == 0);
    }
}

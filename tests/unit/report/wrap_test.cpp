#include <preflag/report/text/wrap.h>

#include <doctest/doctest.h>

using namespace preflag;

TEST_SUITE("report/wrap") {
    TEST_CASE("text is broken at spaces") {
        CHECK(wrapped("one two three", 7) == std::vector<std::string>{"one two", "three"});
        CHECK(wrapped("one", 3) == std::vector<std::string>{"one"});
        CHECK(wrapped("", 3).empty());
        CHECK(wrapped("  one   two ", 20) == std::vector<std::string>{"one two"});
    }

    TEST_CASE("a word longer than a row is broken between characters") {
        CHECK(wrapped("abcdefg h", 3) == std::vector<std::string>{"abc", "def", "g h"});
        CHECK(wrapped("\xE6\xB0\xA7\xE6\xB0\xA7", 3) ==
              std::vector<std::string>{"\xE6\xB0\xA7", "\xE6\xB0\xA7"});
        CHECK(wrapped("\xE6\xB0\xA7", 1) == std::vector<std::string>{"\xE6\xB0\xA7"});
    }

    TEST_CASE("a cell is as wide as its column") {
        CHECK(padded("ab", 4) == "ab  ");
        CHECK(padded("\xE6\xB0\xA7", 4) == "\xE6\xB0\xA7  ");
        CHECK(padded("abcdef", 4) == "abc\xE2\x80\xA6");
    }
}

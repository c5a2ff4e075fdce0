#include <preflag/report/text/marked_text.h>

#include <doctest/doctest.h>

using namespace preflag;

using Rows = std::vector<std::string>;

TEST_SUITE("report/marked_text") {
    TEST_CASE("marks stand below their words") {
        CHECK(marked_rows("red acid blue", {{4, 4}}, 80, false) ==
              Rows{"red acid blue", "    ~~~~"});
    }

    TEST_CASE("cancelled words have another sign, and what counts wins over it") {
        const std::vector<Mark> marks{{0, 8, Mark::Kind::cancelled}, {4, 4}};
        CHECK(marked_rows("red acid", marks, 80, false) == Rows{"red acid", "----~~~~"});
        CHECK(marked_rows("red acid", {marks[1], marks[0]}, 80, false) ==
              Rows{"red acid", "----~~~~"});
    }

    TEST_CASE("a long text is cut into rows, and a row without marks has none below") {
        CHECK(marked_rows("abcdefgh", {{5, 2}}, 4, false) == Rows{"abcd", "efgh", " ~~"});
    }

    TEST_CASE("wide characters take two columns") {
        CHECK(marked_rows("\xE4\xB8\x99\xE9\x85\xAE x", {{0, 6}}, 80, false) ==
              Rows{"\xE4\xB8\x99\xE9\x85\xAE x", "~~~~"});
        CHECK(marked_rows("a\xE4\xB8\x99", {}, 2, false) == Rows{"a", "\xE4\xB8\x99"});
    }

    TEST_CASE("on a terminal the marks are underlined and ended on each row") {
        CHECK(marked_rows("ab", {{1, 1}}, 80, true) == Rows{"a\x1b[1;4mb\x1b[0m"});
        CHECK(marked_rows("abcd", {{1, 2}}, 2, true) ==
              Rows{"a\x1b[1;4mb\x1b[0m", "\x1b[1;4mc\x1b[0md"});
    }

    TEST_CASE("escape characters of the text never get through") {
        for (const bool colour : {false, true})
            for (const std::string& row : marked_rows("a\x1b[31mb\x07", {}, 80, colour))
                CHECK(row.find_first_of("\x1b\x07") == std::string::npos);
    }

    TEST_CASE("marks beyond the text and an empty text are passed over") {
        CHECK(marked_rows("ab", {{7, 3}, {1, 99}}, 80, false) == Rows{"ab", " ~"});
        CHECK(marked_rows("", {{0, 1}}, 80, false).empty());
    }

    TEST_CASE("characters are counted, not bytes") {
        CHECK(character_number("S\xC3\xA4ure", 0) == 1);
        CHECK(character_number("S\xC3\xA4ure", 3) == 3);
        CHECK(character_number("ab", 99) == 3);
    }
}

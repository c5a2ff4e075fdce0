#include "../support/shipped_places.h"

#include <preflag/base/file/sorted_lines.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace preflag;

TEST_SUITE("base/sorted_lines") {
    TEST_CASE("every key is found, and nothing else") {
        const SortedLines lines("a b=1\na=2\na1=3\nab=4\nz=5 6\n");
        CHECK(lines.find("a b") == "1");
        CHECK(lines.find("a") == "2");
        CHECK(lines.find("ab") == "4");
        CHECK(lines.find("z") == "5 6");
        CHECK(lines.find("a1") == "3");
        for (const char* const missing : {"", "b", "a ", "zz", "A", "5 6", "=", "a="})
            CHECK(lines.find(missing).empty());
        CHECK(SortedLines().find("a").empty());
    }

    TEST_CASE("lines in another order are put in order, and the last of a key counts") {
        const SortedLines lines("z=1\na=2\nm=3\na=4");
        CHECK(lines.find("z") == "1");
        CHECK(lines.find("a") == "4");
        CHECK(lines.find("m") == "3");
        CHECK(lines.text() == "a=4\nm=3\nz=1\n");
    }

    TEST_CASE("a large table finds each of its lines") {
        std::string text;
        for (int i = 0; i < 5000; ++i)
            text += "key " + std::to_string(i * 7919 % 10007) + "=" + std::to_string(i) + "\n";
        const SortedLines lines(text);
        for (int i = 0; i < 5000; ++i)
            REQUIRE(lines.find("key " + std::to_string(i * 7919 % 10007)) == std::to_string(i));
    }
}

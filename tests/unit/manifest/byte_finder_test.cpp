#include <preflag/manifest/source/byte_finder.h>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace preflag {

namespace {

std::vector<std::size_t> places(std::string_view text, char byte) {
    std::vector<std::size_t> found;
    ByteFinder finder(text, byte);
    for (std::size_t place = finder.next(0); place < text.size(); place = finder.next(place + 1))
        found.push_back(place);
    return found;
}

} // namespace

TEST_CASE("a byte is found at every place of texts of every length") {
    for (std::size_t size = 0; size < 40; ++size)
        for (std::size_t place = 0; place < size; ++place) {
            std::string text(size, 'x');
            text[place] = ',';
            CAPTURE(size);
            CHECK(places(text, ',') == std::vector<std::size_t>{place});
        }
}

TEST_CASE("neighbours that differ in one bit are not taken for the byte") {
    CHECK(places(",-,.,\xAC,+", ',') == std::vector<std::size_t>{0, 2, 4, 6});
    CHECK(places(std::string("\0\x01\0", 3), '\0') == std::vector<std::size_t>{0, 2});
}

TEST_CASE("bytes behind the end of the text are not found") {
    const std::string_view longer = "abc,,,,,";
    CHECK(places(longer.substr(0, 3), ',').empty());
    CHECK(places(longer.substr(0, 4), ',') == std::vector<std::size_t>{3});
    CHECK(places("", '\0').empty());
}

TEST_CASE("a search that skips places goes on behind them") {
    ByteFinder finder("a,b,\"c,d,e,f,g,h\",i,j", ',');
    CHECK(finder.next(0) == 1);
    CHECK(finder.next(2) == 3);
    CHECK(finder.next(17) == 17);
    CHECK(finder.next(18) == 19);
    CHECK(finder.next(20) == 21);
}

} // namespace preflag

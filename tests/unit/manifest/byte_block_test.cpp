#include <preflag/manifest/byte_block.h>

#include <doctest/doctest.h>

#include <random>
#include <string>

namespace preflag {

TEST_CASE("each byte of a block has its bit") {
    for (std::size_t place = 0; place < ByteBlock::width; ++place) {
        CAPTURE(place);
        std::string text(ByteBlock::width, 'x');
        text[place] = ',';
        CHECK(byte_block(text.data(), ',', '"') == ByteBlock{std::uint64_t{1} << place, 0});
        text[place] = '"';
        CHECK(byte_block(text.data(), ',', '"') == ByteBlock{0, std::uint64_t{1} << place});
        text[place] = '\0';
        CHECK(byte_block(text.data(), ',', '"').has_nul);
        text[place] = '\x80';
        CHECK(byte_block(text.data(), ',', '"').has_high);
    }
}

TEST_CASE("what markup begins with is told from its neighbours") {
    for (int byte = 0; byte < 256; ++byte) {
        CAPTURE(byte);
        std::string text(ByteBlock::width, 'x');
        text[17] = static_cast<char>(byte);
        const bool expected = byte == '&' || byte == '<' || byte == '\\';
        CHECK(byte_block(text.data(), ',', '"').has_markup == expected);
    }
}

TEST_CASE("with vector instructions and without them a block is the same") {
    std::mt19937 random(1);
    for (int run = 0; run < 3000; ++run) {
        std::string text(ByteBlock::width, ' ');
        const bool few = run % 2 == 0;
        for (char& c : text)
            c = few ? ",\"a&\n"[random() % 5] : static_cast<char>(random() % 256);
        const auto delimiter = few ? ',' : static_cast<char>(random() % 256);
        CHECK(byte_block(text.data(), delimiter, '"') ==
              portable_byte_block(text.data(), delimiter, '"'));
    }
}

} // namespace preflag

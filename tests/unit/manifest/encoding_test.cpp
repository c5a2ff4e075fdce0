#include <preflag/base/error.h>
#include <preflag/manifest/source/encoding.h>

#include <doctest/doctest.h>

#include <string>

using namespace preflag;
using namespace std::string_literals;

namespace {
std::string utf16(std::u16string_view text, bool little) {
    std::string bytes;
    for (const char16_t unit : text) {
        const char low = static_cast<char>(unit & 0xFF);
        const char high = static_cast<char>(unit >> 8);
        bytes += little ? low : high;
        bytes += little ? high : low;
    }
    return bytes;
}

std::string encoding_of(std::string_view sample) {
    return detect_encoding(sample).name;
}

/// Decodes in pieces of `step` bytes.
std::string decoded(const std::string& encoding, std::string_view bytes, std::size_t step) {
    Decoder decoder(encoding);
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += step)
        decoder.decode(bytes.substr(i, step), false, text);
    decoder.decode({}, true, text);
    return text;
}
} // namespace

TEST_SUITE("manifest/encoding") {
    TEST_CASE("a byte order mark tells the encoding") {
        CHECK(encoding_of("\xEF\xBB\xBFgoods") == "UTF-8");
        CHECK(detect_encoding("\xEF\xBB\xBFgoods").mark_length == 3);
        CHECK(encoding_of("\xFF\xFEg\0"s) == "UTF-16LE");
        CHECK(encoding_of("\xFE\xFF\0g"s) == "UTF-16BE");
        CHECK(encoding_of("\xFF\xFE\0\0g\0\0\0"s) == "UTF-32LE");
        CHECK(encoding_of("\0\0\xFE\xFF\0\0\0g"s) == "UTF-32BE");
    }

    TEST_CASE("zero bytes tell UTF-16 without a mark") {
        CHECK(encoding_of(utf16(u"goods,hs\nacetone,2914\n", true)) == "UTF-16LE");
        CHECK(encoding_of(utf16(u"goods,hs\nacetone,2914\n", false)) == "UTF-16BE");
        CHECK(detect_encoding(utf16(u"goods,hs\n", true)).mark_length == 0);
    }

    TEST_CASE("valid UTF-8 is UTF-8, also when the sample cuts a character") {
        CHECK(encoding_of("") == "UTF-8");
        CHECK(encoding_of("acetone") == "UTF-8");
        const std::string text = "Salpetersäure, азотная кислота, 硝酸";
        for (std::size_t size = 0; size <= text.size(); ++size)
            CHECK(encoding_of(text.substr(0, size)) == "UTF-8");
    }

    TEST_CASE("a few stray bytes leave a UTF-8 file what it is") {
        CHECK(encoding_of("Säure\nLösung\nPräparat\nSalpeters\xE4ure\nGröße\n") == "UTF-8");
    }

    TEST_CASE("western bytes are Windows-1252") {
        CHECK(encoding_of("Bezeichnung;Menge\nSalpeters\xE4ure;5\nWasserstoffperoxidl\xF6sung;7\n"
                          "Schwefels\xE4ure;8\nK\xFChlmittel f\xFCr Maschinen;9\n") ==
              "windows-1252");
        CHECK(encoding_of("d\xE9signation;quantit\xE9\nacide chlorhydrique;5\nper\xF3xido;6\n") ==
              "windows-1252");
    }

    TEST_CASE("Polish and Turkish bytes are told from western ones") {
        CHECK(encoding_of("Opis towaru;Ilo\x9C\xE6\nKwas siarkowy st\xEA\xBFony;5\n"
                          "W\xEAgiel aktywny p\xB3ynny;7\n") == "windows-1250");
        CHECK(encoding_of("E\xFEyan\xFDn tan\xFDm\xFD;Al\xFD"
                          "c\xFD\nG\xF6mlek;\xC7"
                          "a\xF0"
                          "da\xFE\n") == "windows-1254");
        CHECK(encoding_of("A\xF1o;Se\xF1or\xED"
                          "a\nNi\xF1o;5\n") == "windows-1252");
    }

    TEST_CASE("Cyrillic is told even from a few words among much ASCII") {
        CHECK(encoding_of("Description,HS Code,Consignee,Net Weight (kg)\n"
                          "\xC0\xF6\xE5\xF2\xEE\xED,291411,Solvent House Ltd,80\n") ==
              "windows-1251");
    }

    TEST_CASE("Cyrillic bytes are told from western ones") {
        const std::string text =
            "\xCD\xE0\xE8\xEC\xE5\xED\xEE\xE2\xE0\xED\xE8\xE5\n"
            "\xE0\xE7\xEE\xF2\xED\xE0\xFF \xEA\xE8\xF1\xEB\xEE\xF2\xE0\n"
            "\xF1\xE5\xF0\xED\xE0\xFF \xEA\xE8\xF1\xEB\xEE\xF2\xE0\n"; // азотная ...
        CHECK(encoding_of(text) == "windows-1251");
    }

    TEST_CASE("UTF-16 is decoded whole and in single bytes") {
        const std::u16string text = u"Säure 硝酸 😀\n";
        for (const bool little : {true, false})
            for (const std::size_t step : {1, 3, 1000})
                CHECK(decoded(little ? "UTF-16LE" : "UTF-16BE", utf16(text, little), step) ==
                      "Säure 硝酸 😀\n");
    }

    TEST_CASE("a long text is decoded without loss") {
        std::string bytes;
        std::string expected;
        for (int i = 0; i < 50'000; ++i) {
            bytes += "\xE4";
            expected += "ä";
        }
        CHECK(decoded("windows-1252", bytes, 70'000) == expected);
        CHECK(decoded("ISO-8859-1", bytes, 7) == expected);
    }

    TEST_CASE("what cannot be decoded becomes a replacement character") {
        CHECK(decoded("UTF-16LE",
                      "a\0\x00\xD8"s
                      "b\0"s,
                      2) == "a\uFFFDb");
        CHECK(decoded("UTF-16LE", "a\0b"s, 2) == "a\uFFFD");
    }

    TEST_CASE("UTF-8 needs no decoding") {
        CHECK(Decoder("UTF-8").is_identity());
        CHECK(Decoder("utf8").is_identity());
        CHECK(!Decoder("windows-1252").is_identity());
    }

    TEST_CASE("UTF-16 and UTF-32 are known under every spelling as wide encodings") {
        for (const char* name : {"UTF-16", "utf-16le", "UTF16BE", "utf-32", "UTF-32LE"})
            CHECK(Decoder(name).is_wide());
        for (const char* name : {"UTF-8", "windows-1252", "Shift_JIS"})
            CHECK(!Decoder(name).is_wide());
    }

    TEST_CASE("an unknown encoding is a usage error with examples") {
        CHECK_THROWS_WITH_AS(
            Decoder("klingon"),
            "--encoding klingon: is not a known encoding; write for example UTF-8, "
            "UTF-16LE, windows-1252, ISO-8859-2, windows-1251 or Shift_JIS",
            UsageError);
    }

    TEST_CASE("all bytes can be read as Windows-1252") {
        std::string text;
        append_windows_1252("a\x80\xE4\xFF", text);
        CHECK(text == "a€äÿ");
    }

    TEST_CASE("what is no text is recognised") {
        CHECK(not_text_because("%PDF-1.7\n") == "a PDF document");
        CHECK(not_text_because("\xD0\xCF\x11\xE0\xA1\xB1") == "an old office document");
        CHECK(not_text_because("\x7F"
                               "ELF\x02") == "a program");
        CHECK(not_text_because("\n <!DOCTYPE html><html>") ==
              "a web page (perhaps an error page that was saved under this name)");
        CHECK(not_text_because("<HTML><body>") ==
              "a web page (perhaps an error page that was saved under this name)");
        CHECK(not_text_because("a\0\0\0\0\0b"s) == "a binary file");
        CHECK(not_text_because("goods,hs\nacetone,2914\n").empty());
        CHECK(not_text_because("").empty());
    }
}

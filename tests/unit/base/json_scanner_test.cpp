#include "document_facts.h"

#include <preflag/base/json/json_scanner.h>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace preflag;

namespace {

std::string scanned(const std::string& text) {
    return test::scanned_by(scan_json, text);
}

std::string parsed(const std::string& text) {
    return test::parsed_by(parse_json, text);
}

} // namespace

TEST_SUITE("base/json_scanner") {
    TEST_CASE("what it reads is what the library reads, with the same positions") {
        for (const std::string text :
             {"{}", "[]", "[[]]", R"({"a": 1})", R"( {"a":-12.50,"b":[true,false,null]} )", "5",
              "[5]", "[5 ]", "[0, 0.5, 10, -3]", "\n\n[\n 1\n,\n\"x\"\n]\n", R"("a\"b\\c\/\n\t")",
              R"({"a": {"b": [{"c": "d"}, "e"]}, "f": ""})", "{\"\xC3\xA4\": \"\xE2\x82\xAC\"}",
              "\"\x7F\"", "123456789012345678", "true", "null"}) {
            CAPTURE(text);
            CHECK(scanned(text) == parsed(text));
        }
    }

    TEST_CASE("what it does not know is left to the library") {
        for (const std::string text : {"",
                                       " ",
                                       "{",
                                       "[1,]",
                                       "[,1]",
                                       R"({"a" 1})",
                                       R"({"a":})",
                                       R"({"a":1,})",
                                       R"({a:1})",
                                       R"({"a":1,"a":2})",
                                       "01",
                                       "-0",
                                       "-",
                                       "1.",
                                       "1e5",
                                       "1234567890123456789012",
                                       "tru",
                                       R"("\u00e4")",
                                       R"("\x")",
                                       R"("a)",
                                       "\"a\nb\"",
                                       "\"\xC3\"",
                                       "\xEF\xBB\xBF{}",
                                       "{} {}",
                                       "[1 2]",
                                       "\"a\\"})
            CHECK_MESSAGE(scanned(text) == "not scanned", text);
        CHECK(scanned(std::string("[1]\0", 4)) == "not scanned");
        CHECK(scanned(std::string(100, '[') + std::string(100, ']')) == "not scanned");
    }
}

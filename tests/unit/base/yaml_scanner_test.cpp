#include "document_facts.h"

#include <preflag/base/yaml/yaml_scanner.h>

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

using namespace preflag;

namespace {

std::string scanned(const std::string& text) {
    return test::scanned_by(scan_yaml, text);
}

std::string parsed(const std::string& text) {
    return test::parsed_by(parse_yaml, text);
}

/// Lines that a manifest could have, and some that none should.
const std::vector<std::string> lines{"- a: b",
                                     "- goods: \"acetone, 5 l\"",
                                     "  esc: \"a \\\"b\\\" \\\\ \\n\\t\\/\"",
                                     "  esc2: \"\\u00e4\"",
                                     "  esc3: \"a\\",
                                     "  c: d",
                                     "  e:",
                                     "  e: ",
                                     "- f:",
                                     "    g: h",
                                     "-   i: j",
                                     "    k: l",
                                     "  m: 'n'",
                                     "  o: p: q",
                                     "  r: s #t",
                                     "  u: v#w",
                                     "  x: null",
                                     "  y: ~",
                                     "  z: Null",
                                     "",
                                     "  ",
                                     "# a",
                                     "      # b",
                                     "  a b: c  d ",
                                     "  \xC3\xA4: \xE2\x82\xAC",
                                     "  aa: \"b\\n\"",
                                     "  bb: 'it''s'",
                                     "  cc: \"d",
                                     "  dd: \"e\" f",
                                     "  ee: [f]",
                                     "  gg: {h: i}",
                                     "  jj: -5",
                                     "  kk: |",
                                     "  ll: &m n",
                                     "  oo: *m",
                                     "- - p",
                                     "---",
                                     "...",
                                     "  qq: a:b",
                                     "  rr: http://a",
                                     "  ss : t",
                                     "  null: u",
                                     "  vv: w\r",
                                     "  xx:\ty",
                                     "   zz: a",
                                     "  1: 2",
                                     "  \"b b\": c",
                                     "  dd? : e",
                                     "- ",
                                     "-",
                                     "a: b",
                                     "  ff: a, [b] {c} *d &e"};

} // namespace

TEST_SUITE("base/yaml_scanner") {
    TEST_CASE("what it reads is what the library reads, with the same positions") {
        for (const std::string text :
             {"- a: b", "- a: b\n", "- a: \"b c\"\n  d: 'e'\n- a:\n  f: g # h\n",
              "- a: 1\r\n  b: 2\r\n", "\n# c\n- a: b\n\n\n- c: null\n",
              "  - a: b\n    c: d\n  - e:\n    f: g\n"}) {
            CAPTURE(text);
            CHECK(scanned(text) == (text.find(" #") == text.npos ? parsed(text) : "not scanned"));
        }
    }

    TEST_CASE("of lines in any order it reads none otherwise than the library") {
        std::mt19937 random(1);
        std::size_t read = 0;
        for (int round = 0; round < 20'000; ++round) {
            std::string text = random() % 2 == 0 ? "- a: b\n" : "";
            for (auto count = random() % 5; count > 0; --count)
                text += lines[random() % lines.size()] + "\n";
            const std::string tree = scanned(text);
            if (tree == "not scanned")
                continue;
            ++read;
            CHECK_MESSAGE(tree == parsed(text), text);
        }
        CHECK(read > 1000);
    }

    TEST_CASE("what it does not know is left to the library") {
        for (const std::string text : {"",
                                       "# a",
                                       "a: b",
                                       "- a",
                                       "- [a]",
                                       "- - a: b",
                                       "- a: b\n c: d",
                                       "- a: b\n  a: c",
                                       "- a: '",
                                       "- a: \"b\\\"",
                                       "- a: \"b\\r\"",
                                       "- a: 'b",
                                       "- a: |\n  b",
                                       "- a: &b c",
                                       "- a: *b",
                                       "- a: b\n  c",
                                       "- a: b\n   c: d",
                                       "- a: b\n- c: d\n -e: f",
                                       "--- \n- a: b",
                                       "- a: b\n...",
                                       "- a:\tb",
                                       "- a:",
                                       "- ? a",
                                       "- !b a: c",
                                       "- \"a\": b",
                                       "- a : b",
                                       "- a: b: c",
                                       "- null: a"})
            CHECK_MESSAGE(scanned(text) == "not scanned", text);
    }
}

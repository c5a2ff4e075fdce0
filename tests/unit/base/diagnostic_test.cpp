#include <preflag/base/diagnostic.h>

#include <doctest/doctest.h>

using namespace preflag;

TEST_SUITE("base/diagnostic") {
    TEST_CASE("a diagnostic shows place, message, excerpt with caret and advice") {
        const Diagnostic diagnostic{
            DiagnosticLevel::error, "eu.yaml",       {3, 8},
            "no such substance",    "  id: acetoen", "did you mean \"acetone\"?"};
        CHECK(to_string(diagnostic) == "eu.yaml:3:8: error: no such substance\n"
                                       "    id: acetoen\n"
                                       "         ^\n"
                                       "  did you mean \"acetone\"?");
    }

    TEST_CASE("a diagnostic without a place names only the file") {
        CHECK(to_string(
                  Diagnostic{DiagnosticLevel::warning, "a.csv", {}, "three short rows", "", ""}) ==
              "a.csv: warning: three short rows");
    }

    TEST_CASE("an escape sequence in the excerpt does not reach the terminal") {
        const Diagnostic diagnostic{DiagnosticLevel::note, "a", {1, 1}, "m", "\x1b[31mred", ""};
        CHECK(to_string(diagnostic).find('\x1b') == std::string::npos);
    }

    TEST_CASE("a long excerpt is cut around the column") {
        const Diagnostic diagnostic{DiagnosticLevel::error,         "a", {1, 501}, "m",
                                    std::string(500, 'x') + "HERE", ""};
        const std::string text = to_string(diagnostic);
        CHECK(text.find("HERE") != std::string::npos);
        CHECK(text.size() < 300);
    }

    TEST_CASE("the source line of a position is found without its line end") {
        CHECK(source_line("one\r\ntwo\nthree", {2, 1}) == "two");
        CHECK(source_line("one\r\ntwo", {1, 1}) == "one");
        CHECK(source_line("one", {4, 1}).empty());
    }
}

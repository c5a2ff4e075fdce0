#include <preflag/goods/text/lexemes.h>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace preflag;

namespace {

/// "35|pct": the texts of all lexemes.
std::string cut(std::string_view text) {
    std::string joined;
    for (const Lexeme& lexeme : lex(text))
        joined += (joined.empty() ? "" : "|") + lexeme.text;
    return joined;
}

double only_number(std::string_view text) {
    const std::vector<Lexeme> lexemes = lex(text);
    REQUIRE(lexemes.size() == 1);
    REQUIRE(lexemes[0].kind == Lexeme::Kind::number);
    return lexemes[0].number;
}

} // namespace

TEST_SUITE("goods/lexemes") {
    TEST_CASE("words, numbers and signs part where the kind changes") {
        CHECK(cut("35PCT") == "35|pct");
        CHECK(cut("peroxide35%") == "peroxide|35|%");
        CHECK(cut("H2O2 35%") == "h2o2|35|%");
        CHECK(cut("NITR1C") == "nitr1c");
        CHECK(cut("硝酸68%") == "硝|酸|68|%");
        CHECK(cut("").empty());
    }

    TEST_CASE("decimal and thousands marks of all usages are read") {
        CHECK(only_number("34,4") == doctest::Approx(34.4));
        CHECK(only_number("34.4") == doctest::Approx(34.4));
        CHECK(only_number("1,250") == 1250);
        CHECK(only_number("1.250,5") == doctest::Approx(1250.5));
        CHECK(only_number("1,250.5") == doctest::Approx(1250.5));
        CHECK(only_number("0,350") == doctest::Approx(0.35));
        CHECK(only_number("1.250") == doctest::Approx(1.25));
    }

    TEST_CASE("digits of other scripts are digits, sub- and superscripts belong to words") {
        CHECK(only_number("６５") == 65);
        CHECK(only_number("٩٨") == 98);
        CHECK(cut("NH₄NO₃") == "nh4no3");
        CHECK(cut("H²O²") == "h2o2");
    }

    TEST_CASE("dashes and signs of typography are read as their plain forms") {
        CHECK(cut("60–65") == "60|-|65");
        CHECK(cut("4×25") == "4|x|25");
        CHECK(cut("98٪") == "98|%");
    }

    TEST_CASE("a lexeme knows its place, the space before it and a lone capital") {
        const std::vector<Lexeme> lexemes = lex("ab 0.1 M");
        REQUIRE(lexemes.size() == 3);
        CHECK(lexemes[1].offset == 3);
        CHECK(lexemes[1].length == 3);
        CHECK(lexemes[1].after_space);
        CHECK(lexemes[2].is_capital);
        CHECK_FALSE(lex("0.1 m").back().is_capital);
        CHECK_FALSE(lexemes[0].is_capital);
    }

    TEST_CASE("bytes that are no text do no harm") {
        CHECK(lex("\xFF\xFE 35 \x80%").size() >= 2);
    }
}

#include <preflag/base/cells/written_number.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace preflag;

namespace {

/// "1355.9", "1.25 or 1250"; what is left of the text behind a bar.
std::string read(std::string_view text, DecimalMark style = DecimalMark::unknown) {
    const WrittenNumber number = read_number(text, style);
    std::string words = fmt::format("{:.10g}", number.value);
    if (number.other)
        words += fmt::format(" or {:.10g}", *number.other);
    if (number.length < text.size())
        words += fmt::format("|{}", text.substr(number.length));
    return words;
}

} // namespace

TEST_SUITE("base/written_number") {
    TEST_CASE("two different marks tell which one is decimal") {
        CHECK(read("1.355,90") == "1355.9");
        CHECK(read("1,355.90") == "1355.9");
        CHECK(read("1.234.567,890") == "1234567.89");
        CHECK(read("12,34,567.50") == "1234567.5");
        CHECK(read("1.355,900") == "1355.9");
    }

    TEST_CASE("a mark that comes twice parts thousands, also in groups of two") {
        CHECK(read("1,355,900") == "1355900");
        CHECK(read("1.355.900") == "1355900");
        CHECK(read("12,34,567") == "1234567");
        CHECK(read_number("1.355.900", DecimalMark::unknown).shown == DecimalMark::comma);
    }

    TEST_CASE("any blank or apostrophe before three digits parts thousands") {
        for (const std::string_view mark : {" ", "\u00A0", "\u202F", "\u2009", "\u2007", "'",
                                            "\u2019", "\u02BC", "\u00B4", "`"}) {
            CAPTURE(mark);
            CHECK(read(fmt::format("1{}355,90", mark)) == "1355.9");
            CHECK(read(fmt::format("1{}355.90 kg", mark)) == "1355.9| kg");
            CHECK(read(fmt::format("25{}000", mark)) == "25000");
            CHECK(read(fmt::format("1{}200{}500", mark, mark)) == "1200500");
            CHECK(read(fmt::format("1{}355,900", mark)) == "1355.9");
            CHECK(read(fmt::format("1{}35", mark)) == fmt::format("1|{}35", mark));
            CHECK(read(fmt::format("1234{}355", mark)) == fmt::format("1234|{}355", mark));
            CHECK(read(fmt::format("0{}355", mark)) == fmt::format("0|{}355", mark));
            CHECK(read(fmt::format("1{}3555", mark)) == fmt::format("1|{}3555", mark));
        }
        CHECK(read("34,5 200") == "34.5| 200");
    }

    TEST_CASE("one mark before three digits may be either, unless the style of the column tells") {
        CHECK(read("25.000") == "25 or 25000");
        CHECK(read("1,250") == "1250 or 1.25");
        CHECK(read("25.000", DecimalMark::comma) == "25000");
        CHECK(read("25.000", DecimalMark::point) == "25");
        CHECK(read("12,500", DecimalMark::comma) == "12.5");
        CHECK(read("12,500", DecimalMark::point) == "12500");
    }

    TEST_CASE("one mark that cannot part thousands is decimal whatever the style") {
        for (const DecimalMark style :
             {DecimalMark::unknown, DecimalMark::point, DecimalMark::comma}) {
            CHECK(read("12,5", style) == "12.5");
            CHECK(read("0.250", style) == "0.25");
            CHECK(read("0,250", style) == "0.25");
            CHECK(read("1250.250", style) == "1250.25");
            CHECK(read("12.5000", style) == "12.5");
        }
        CHECK(read_number("12,5", DecimalMark::unknown).shown == DecimalMark::comma);
    }

    TEST_CASE("exponents of programs and of people") {
        CHECK(read("1,35E+03") == "1350");
        CHECK(read("1.35E+03 kg") == "1350| kg");
        CHECK(read("1.2E3 kg") == "1200| kg");
        CHECK(read("1.355e+003") == "1355");
        CHECK(read("2E-1") == "0.2");
        CHECK(read("1,35 E+03") == "1350");
        CHECK(read("1.35x10^3 kg") == "1350| kg");
        CHECK(read("1,35 \u00D7 10\u00B3 kg") == "1350| kg");
        CHECK(read("4 x 10 kg") == "4| x 10 kg");
        CHECK(read("3 eggs") == "3| eggs");
        CHECK(read("3E5F") == "3|E5F");
    }

    TEST_CASE("digits and marks of other scripts") {
        CHECK(read("\u0661\u066C\u0663\u0665\u0665\u066B\u0669") == "1355.9");
        CHECK(read("\u06F2\u06F5\u066C\u06F0\u06F0\u06F0") == "25000");
        CHECK(read("\uFF11\uFF0C\uFF13\uFF15\uFF15\uFF0E\uFF19") == "1355.9");
        CHECK(read("\u0967\u0968,\u0969\u096A,\u096B\u096C\u096D") == "1234567");
    }
}

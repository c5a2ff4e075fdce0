#include <preflag/manifest/workbook/ods/ods_value.h>
#include <preflag/manifest/workbook/value/cell_reference.h>
#include <preflag/manifest/workbook/value/number_format.h>
#include <preflag/manifest/workbook/xlsx/text_escapes.h>

#include <doctest/doctest.h>

using namespace preflag;

namespace {

std::string shown(std::string_view code, std::string_view stored) {
    return NumberFormat(code).shown(stored, DateEpoch::of_1900);
}

std::string general(std::string_view stored) {
    return NumberFormat().shown(stored, DateEpoch::of_1900);
}

std::string unescaped(std::string text) {
    unescape_in_place(text);
    return text;
}

OdsCell ods_cell(std::string type, std::string value, std::string text) {
    return {std::move(type), std::move(value), {}, std::move(text), false, false};
}

} // namespace

TEST_SUITE("manifest/workbook/cell_values") {
    TEST_CASE("a number of the general format has its digits, at most 15 of them") {
        CHECK(general("28080000") == "28080000");
        CHECK(general("28080000.0") == "28080000");
        CHECK(general("0.30000000000000004") == "0.3");
        CHECK(general("4.0E3") == "4000");
        CHECK(general("1E-7") == "0.0000001");
        CHECK(general("-12.50") == "-12.5");
        CHECK(general("-0") == "0");
        CHECK(general("123456789012345678") == "123456789012346000");
        CHECK(general("n/a") == "n/a");
        CHECK(general("1E+300") == "1E+300");
        CHECK(general("inf") == "inf");
        CHECK(general("") == "");
    }

    TEST_CASE("three decimals get a fourth, for they might be thousands") {
        CHECK(general("1.234") == "1.2340");
        CHECK(shown("0.000", "25") == "25");
        CHECK(shown("0.00", "2808.1") == "2808.10");
        CHECK(shown("#,##0.000", "0.25") == "0.25");
    }

    TEST_CASE("zeros in front and signs between the digits are shown") {
        CHECK(shown("00000000", "8060000") == "08060000");
        CHECK(shown("00000000", "128080000") == "128080000");
        CHECK(shown("0000\\.00\\.00", "28080000") == "2808.00.00");
        CHECK(shown("0\\-00\\-0", "7697372") == "7697-37-2");
        CHECK(shown("#-00-0", "7697372") == "7697-37-2");
        CHECK(shown("# ##0", "28080000") == "28080000");
        CHECK(shown("#,##0", "28080000") == "28080000");
    }

    TEST_CASE("per cent, units and currencies are shown, colours and room are not") {
        CHECK(shown("0%", "0.68") == "68%");
        CHECK(shown("0.00%", "0.1") == "10.00%");
        CHECK(shown("#,##0.00\" kg\"", "250.5") == "250.50 kg");
        CHECK(shown("0\\ \\k\\g", "25") == "25 kg");
        CHECK(shown("#,##0,\" t\"", "25000") == "25 t");
        CHECK(shown("[Red][<100]0.0;0", "12") == "12.0");
        CHECK(shown("_-* #,##0.00\\ \"€\"_-;-* #,##0.00", "1250") == "1250.00 €");
        CHECK(shown("[$€-407] #,##0.00", "12.5") == "€ 12.50");
        CHECK(shown("0.00E+00", "12500") == "12500.00");
        CHECK(shown("@", "12") == "12");
        CHECK(shown("\"dry\" 0", "12") == "dry 12");
    }

    TEST_CASE("dates are known by their style and counted from the workbook's epoch") {
        const auto date = [](std::string_view code, std::string_view stored, DateEpoch epoch) {
            return NumberFormat(code).shown(stored, epoch);
        };
        constexpr auto usual = DateEpoch::of_1900;
        CHECK(date("yyyy-mm-dd", "46353", usual) == "2026-11-27");
        CHECK(date("m/d/yy", "46353.75", usual) == "2026-11-27");
        CHECK(date("dd.mm.yyyy hh:mm", "46353.75", usual) == "2026-11-27 18:00:00");
        CHECK(date("h:mm AM/PM", "0.6041666666666666", usual) == "14:30:00");
        CHECK(date("[h]:mm", "1.5", usual) == "36:00:00");
        CHECK(date("mmmm", "46353", usual) == "2026-11-27");
        CHECK(date("[$-407]d. mmmm yyyy;@", "46353", usual) == "2026-11-27");
        CHECK(date("yyyy-mm-dd", "1", usual) == "1900-01-01");
        CHECK(date("yyyy-mm-dd", "59", usual) == "1900-02-28");
        CHECK(date("yyyy-mm-dd", "60", usual) == "1900-02-29");
        CHECK(date("yyyy-mm-dd", "61", usual) == "1900-03-01");
        CHECK(date("yyyy-mm-dd", "0", DateEpoch::of_1904) == "1904-01-01");
        CHECK(date("yyyy-mm-dd", "44891", DateEpoch::of_1904) == "2026-11-27");
        CHECK(date("yyyy-mm-dd", "-1", usual) == "-1");
        CHECK(date("yyyy-mm-dd", "2958466", usual) == "2958466");
        CHECK(date("\"delivery day\" 0", "12", usual) == "delivery day 12");
        CHECK(NumberFormat::built_in(14).shown("46353", usual) == "2026-11-27");
        CHECK(NumberFormat::built_in(22).shown("46353.5", usual) == "2026-11-27 12:00:00");
        CHECK(NumberFormat::built_in(10).shown("0.35", usual) == "35.00%");
        CHECK(NumberFormat::built_in(49).shown("46353", usual) == "46353");
    }

    TEST_CASE("escapes of texts are taken back") {
        CHECK(unescaped("a_x000D_\nb") == "a\r\nb");
        CHECK(unescaped("_x005F_x0041_") == "_x0041_");
        CHECK(unescaped("_x00E4__x0416_") == "äЖ");
        CHECK(unescaped("a_x001F_b_x0000_") == "a b ");
        CHECK(unescaped("_xD83D__xDE00_") == "\uFFFD\uFFFD");
        CHECK(unescaped("box_x12 _x00zz_ _x0") == "box_x12 _x00zz_ _x0");
    }

    TEST_CASE("cell references") {
        CHECK(parse_cell_reference("A1")->column == 1);
        CHECK(parse_cell_reference("$AB$12")->column == 28);
        CHECK(parse_cell_reference("xfd1048576")->row == 1'048'576);
        for (const char* wrong : {"", "A", "1", "A0", "XFE1", "A1048577", "A1B", "A-1", "AAAA1"})
            CHECK(!parse_cell_reference(wrong));
        CHECK(parse_cell_range("C3:A1")->first.column == 1);
        CHECK(parse_cell_range("B2")->last.row == 2);
        CHECK(!parse_cell_range("B2:"));
        CHECK(column_letters(1) == "A");
        CHECK(column_letters(28) == "AB");
        CHECK(column_letters(16'384) == "XFD");
    }

    TEST_CASE("a number of an .ods sheet has what only its text shows") {
        CHECK(ods_value(ods_cell("float", "8060000", "08060000")) == "08060000");
        CHECK(ods_value(ods_cell("float", "7697372", "7697-37-2")) == "7697-37-2");
        CHECK(ods_value(ods_cell("float", "1800.5", "1.800,50 kg")) == "1800.5 kg");
        CHECK(ods_value(ods_cell("float", "28080", "28.080")) == "28080");
        CHECK(ods_value(ods_cell("float", "-3", "-3")) == "-3");
        CHECK(ods_value(ods_cell("float", "1.234", "1,234")) == "1.2340");
        CHECK(ods_value(ods_cell("percentage", "0.68", "68,0 %")) == "68%");
        CHECK(ods_value(ods_cell("date", "2026-11-27T00:00:00", "27.11.26")) == "2026-11-27");
        CHECK(ods_value(ods_cell("date", "2026-11-27T10:30:00", "")) == "2026-11-27 10:30:00");
        CHECK(ods_value(ods_cell("time", "PT14H30M00S", "14:30")) == "14:30:00");
        CHECK(ods_value(ods_cell("boolean", "true", "WAHR")) == "TRUE");
        CHECK(ods_value(ods_cell("string", "", "Säure")) == "Säure");
        CHECK(ods_value(ods_cell("string", "Säure", "")) == "Säure");
        CHECK(ods_value(ods_cell("float", "", "12")) == "12");
    }
}

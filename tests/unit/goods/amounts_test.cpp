#include "reading.h"

#include <preflag/goods/line/amounts.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::goods_test;

namespace {

std::vector<Amount> amounts(std::string_view text) {
    return find_amounts(lex(text), shipped().lexicon().units);
}

std::string amount(std::string_view text) {
    const auto all = amounts(text);
    const Amount* best = largest(all);
    return best != nullptr ? to_string(quantity_of(*best)) : "";
}

std::string cell(std::string_view text, std::string_view unit) {
    const auto quantity = read_amount_cell(text, unit, shipped().lexicon().units);
    return quantity ? to_string(*quantity) : "";
}

} // namespace

TEST_SUITE("goods/amounts") {
    TEST_CASE("packages are multiplied by the content of each") {
        CHECK(amount("4 x 25 kg drums") == "100 kg");
        CHECK(amount("20 IBC à 1000 l") == "20000 l");
        CHECK(amount("640 bags of 25 kg") == "16000 kg");
        CHECK(amount("4X160KG DRUMS") == "640 kg");
        CHECK(amount("24 MT") == "24000 kg");
        CHECK(amount("25公斤") == "25 kg");
    }

    TEST_CASE("the number of packages may stand behind the content of each") {
        CHECK(amount("25 kg x 40 bags") == "1000 kg");
        CHECK(amount("IBC 1000 l x 18") == "18000 l");
        CHECK(amount("25kgs*40, 5 pallets") == "1000 kg");
        CHECK(amount("25 kg bags x 40") == "1000 kg");
        CHECK(amount("25 kg × 40 мешков") == "1000 kg");
    }

    TEST_CASE("the content of one package may be followed by how many there are") {
        CHECK(amount("25KG/BAG, 40 BAGS") == "1000 kg");
        CHECK(amount("25 kg per bag, 40 bags") == "1000 kg");
        CHECK(amount("50kg/bag - 200 bags") == "10000 kg");
        CHECK(amount("200 L/drum, 12 drums") == "2400 l");
        CHECK(amount("160kg each; 8 drums") == "1280 kg");
        CHECK(amount("25 kg bags (40 bags)") == "1000 kg");
        CHECK(amount("25 кг/мешок, 40 мешков") == "1000 kg");
    }

    TEST_CASE("a number of other packages is none of these") {
        CHECK(amount("25 kg bags, 4 pallets") == "25 kg");
        CHECK(amount("25 kg net, 4 drums") == "25 kg");
        CHECK(amount("25 kg, 40 bags") == "25 kg");
        CHECK(amount("25 kg/bag, 40 cm") == "25 kg");
        CHECK(amount("25 kg/bag") == "25 kg");
        CHECK(amount("25 kg drums, 40 drums of 200 kg") == "8000 kg");
    }

    TEST_CASE("tons and gallons are those that are named") {
        CHECK(cell("2", "long tons") == cell("2", "tons (long)"));
        CHECK(cell("2", "long tons") == cell("2", "imp. ton"));
        CHECK(cell("2", "short tons") == cell("2", "sh. tn"));
        CHECK(cell("2", "short tons") != cell("2", "long tons"));
        CHECK(cell("2", "metric tons") == "2000 kg");
        CHECK(cell("2", "US gal") == cell("2", "gal (US)"));
        CHECK(cell("2", "imp. gal.") == cell("2", "Imperial Gallons"));
        CHECK(cell("2", "US gal") != cell("2", "imp gal"));
        CHECK(amount("5 metric tons") == "5000 kg");
        CHECK(amount("5 short tons") == cell("5", "short tons"));
        CHECK(amount("2 imperial gallons") == cell("2", "imp gal"));
    }

    TEST_CASE("units are read in the languages that are read, with the points of abbreviations") {
        for (const char* unit : {"кг.", "KG.", "キロ", "킬로그램", "กก.", "กิโลกรัม", "kilogramai"})
            CHECK(cell("10", unit) == "10 kg");
        for (const char* unit : {"л.", "리터", "ลิตร", "litrai", "litraa", "liitrit"})
            CHECK(cell("10", unit) == "10 l");
        for (const char* unit : {"т.", "톤", "トン", "ตัน", "tonnia", "tonnu"})
            CHECK(cell("10", unit) == "10000 kg");
        CHECK(cell("10", "Гр.") == "0.01 kg");
        CHECK(cell("10", "шт.").empty());
    }

    TEST_CASE("a size behind an amount is no number of packages") {
        CHECK(amount("25 kg x 40 cm") == "25 kg");
        CHECK(amount("25 kg x 1.5") == "25 kg");
        CHECK(amount("4 x 25 kg x 40") == "100 kg");
        CHECK(amount("25 kg, 40 bags") == "25 kg");
    }

    TEST_CASE("what a package holds is no total while nobody counts the packages") {
        const auto content_only = [](std::string_view text) {
            const auto all = amounts(text);
            const Amount* best = largest(all);
            return best != nullptr && best->is_content;
        };
        CHECK(content_only("in 25 kg bags, 2 pallets"));
        CHECK(content_only("1000 l IBC"));
        CHECK_FALSE(content_only("40 x 25 kg bags"));
        CHECK_FALSE(content_only("25 kg bags x 40"));
        CHECK_FALSE(content_only("25 kg bags, total 20 t"));
        CHECK_FALSE(content_only("25 kg"));
        CHECK_FALSE(content_only("bags"));
    }

    TEST_CASE("gallons, pounds and hyphens are read") {
        CHECK(amount("55 gal drum") == "208.198 l");
        CHECK(amount("55-gallon drum") == "208.198 l");
        CHECK(amount("1 lb") == "0.453592 kg");
    }

    TEST_CASE("a cell takes its unit from the unit column unless it has its own") {
        CHECK(cell("25", "KGM") == "25 kg");
        CHECK(cell("1,250", "kg") == "1.25-1250 kg");
        CHECK(cell("1 250,5", "kg") == "1250.5 kg");
        CHECK(cell("1_355 kg", "").empty());
        CHECK(cell("(250)", "kg") == "250 kg");
        CHECK(cell("100-120 kg", "") == "100-120 kg");
        CHECK(cell("25 l", "kg") == "25 l");
        CHECK(cell("25", "").empty());
        CHECK(cell("many", "kg").empty());
    }

    TEST_CASE("packages of a column hold what the text states, unless it states a total") {
        const auto packages = [](std::string_view number, std::string_view unit,
                                 std::string_view text) {
            const auto quantity =
                content_of_packages(number, unit, amounts(text), shipped().lexicon().units);
            return quantity ? to_string(*quantity) : "";
        };
        CHECK(packages("18", "IBC", "1000 L/IBC") == "18000 l");
        CHECK(packages("18", "big bags", "500 kg") == "9000 kg");
        CHECK(packages("18", "kg", "500 kg").empty());
        CHECK(packages("18", "IBC", "4 x 25 kg").empty());
        CHECK(packages("many", "IBC", "1000 l").empty());
        CHECK(packages("18", "IBC", "of nitric acid").empty());
    }

    TEST_CASE("the largest amount is the first of the largest, and never nothing") {
        const std::vector<Amount> none;
        CHECK(largest(none) == nullptr);
        CHECK(amount("0 kg").empty());
        CHECK(amount("5 l, 5 kg") == "5 l");
    }
}

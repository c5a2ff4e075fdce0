#include <preflag/manifest/style_sampler.h>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace preflag;

namespace {

StyleSampler sampled(Field field, const std::vector<std::string>& cells, GivenStyles given = {}) {
    StyleSampler sampler(given);
    for (const std::string& cell : cells) {
        FieldValues line;
        line.set(field, cell);
        sampler.add(line);
    }
    return sampler;
}

DecimalMark decimal(const std::vector<std::string>& cells, Field field = Field::net_weight) {
    return sampled(field, cells).styles().decimal(field);
}

DateOrder order(const std::vector<std::string>& cells) {
    return sampled(Field::date, cells).styles().dates;
}

} // namespace

TEST_SUITE("manifest/style_sampler") {
    TEST_CASE("one number that tells settles the column") {
        CHECK(decimal({"25.000", "12,5"}) == DecimalMark::comma);
        CHECK(decimal({"25.000", "0,250"}) == DecimalMark::comma);
        CHECK(decimal({"25.000", "1.800,00"}) == DecimalMark::comma);
        CHECK(decimal({"25.000", "1.200.000"}) == DecimalMark::comma);
        CHECK(decimal({"25.000", "1 200,00"}) == DecimalMark::comma);
        CHECK(decimal({"25,000", "12.5 kg"}) == DecimalMark::point);
        CHECK(decimal({"25,000", "12,34,567"}) == DecimalMark::point);
        CHECK(decimal({"25,000", "1'355.90"}) == DecimalMark::point);
        CHECK(decimal({"25.000", "1,35E+03"}) == DecimalMark::comma);
    }

    TEST_CASE("what may be either, and what is both, settles nothing") {
        CHECK(decimal({"25.000", "1.250", "800"}) == DecimalMark::unknown);
        CHECK(decimal({"12.5", "12,5"}) == DecimalMark::unknown);
        CHECK(decimal({"25", "1355"}) == DecimalMark::unknown);
        CHECK(decimal({}) == DecimalMark::unknown);
    }

    TEST_CASE("one slip does not unsettle many") {
        std::vector<std::string> cells(30, "12.5");
        cells.emplace_back("12,5");
        CHECK(decimal(cells) == DecimalMark::point);
    }

    TEST_CASE("many numbers with three digits behind the mark, and small ones, are thousands") {
        std::vector<std::string> cells(20, "1,250");
        CHECK(decimal(cells) == DecimalMark::unknown);
        cells.insert(cells.end(), 10, "800");
        CHECK(decimal(cells) == DecimalMark::point);
        cells.emplace_back("1355");
        CHECK_MESSAGE(decimal(cells) == DecimalMark::unknown, "1355 has no mark of thousands");
    }

    TEST_CASE("in texts only numbers with a unit tell") {
        CHECK(decimal({"Salpetersäure 34,4 %"}, Field::description) == DecimalMark::comma);
        CHECK(decimal({"acetone 99.5% 25 kg"}, Field::description) == DecimalMark::point);
        CHECK(decimal({"1,3-butadiene", "2,4-D", "v1.2"}, Field::description) ==
              DecimalMark::unknown);
    }

    TEST_CASE("a number above twelve tells the order of day and month") {
        CHECK(order({"05/11/2020", "15/11/2020"}) == DateOrder::day_first);
        CHECK(order({"05/11/2020", "11/15/2020"}) == DateOrder::month_first);
        CHECK(order({"05-11-20", "15-11-20"}) == DateOrder::day_first);
        CHECK(order({"05/11/2020 14:30", "15/11/2020 08:00"}) == DateOrder::day_first);
        CHECK(order({"05/11/2020", "06/11/2020"}) == DateOrder::unknown);
        CHECK(order({"15/11/2020", "11/15/2020"}) == DateOrder::unknown);
        CHECK(order({"2020-11-05"}) == DateOrder::unknown);
    }

    TEST_CASE("short years stand where few of them are") {
        CHECK(order({"20-11-05", "20-11-15", "20-11-25", "20-12-03"}) == DateOrder::year_first);
        CHECK(order({"05-11-20", "15-11-20", "25-11-20"}) == DateOrder::day_first);
    }

    TEST_CASE("what the user says wins, and the report says so") {
        const StyleSampler sampler = sampled(Field::net_weight, {"12.5"}, {DecimalMark::comma, {}});
        CHECK(sampler.styles().decimal(Field::net_weight) == DecimalMark::comma);
        REQUIRE(sampler.report().size() == 1);
        CHECK(sampler.report().front().text == "decimal comma, as given");
        const auto unsettled = sampled(Field::net_weight, {"25.000"}).report();
        REQUIRE(unsettled.size() == 1);
        CHECK(unsettled.front().text == "decimal mark not settled: \"25.000\" may be either");
    }
}

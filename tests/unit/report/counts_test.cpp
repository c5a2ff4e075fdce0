#include "sample.h"

#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/report/counts/counts_writer.h>
#include <preflag/report/counts/grouped_counts.h>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace preflag;

namespace {

ScreenedLine line_of(std::string consignee, std::string origin, std::string destination) {
    ScreenedLine line = sample::line();
    line.consignee = std::move(consignee);
    line.origin = std::move(origin);
    line.destination = std::move(destination);
    return line;
}

Identification second_substance() {
    Identification other;
    other.substance = &test::substance_of("nitric-acid");
    return other;
}

GroupedCounts counted(const std::string& keys, const std::vector<ScreenedLine>& lines,
                      std::size_t most = GroupedCounts::default_most) {
    GroupedCounts counts(parse_group_keys("--by", keys), most);
    for (const ScreenedLine& line : lines)
        counts.add(line);
    return counts;
}

std::string text_of(const GroupedCounts& counts, ReportFormat format, std::size_t width = 120) {
    std::ostringstream stream;
    write_counts(counts, format, width, stream);
    return stream.str();
}

} // namespace

TEST_SUITE("report/counts") {
    TEST_CASE("keys are words between commas") {
        CHECK(parse_group_keys("--by", "substance, route") ==
              std::vector{GroupKey::substance, GroupKey::route});
        CHECK(group_columns(parse_group_keys("--by", "law,route,day")) ==
              std::vector<std::string>{"law", "origin", "destination", "day"});
        for (const char* wrong : {"", "x", "route,", ",route", "route,route", "Route"})
            CHECK_THROWS_AS(parse_group_keys("--by", wrong), UsageError);
    }

    TEST_CASE("lines are counted by substance and route, with what they weigh") {
        std::vector<ScreenedLine> lines{line_of("A", "FR", "DE"), line_of("B", "PL", ""),
                                        line_of("C", "PL", "DE")};
        lines[2].reading.substances[0].quantity.reset();
        const GroupedCounts counts = counted("substance,route", lines);
        CHECK(text_of(counts, ReportFormat::csv) ==
              "substance,origin,destination,lines,kilograms,lines_without_quantity\n"
              "hydrogen-peroxide,PL,DE,2,100,1\n"
              "hydrogen-peroxide,FR,DE,1,100,0\n");
        const auto json = nlohmann::json::parse(text_of(counts, ReportFormat::json));
        CHECK(json["by"] == std::vector{"substance", "route"});
        CHECK(json["groups"][0]["origin"] == "PL");
        CHECK(json["groups"][0]["lines"] == 2);
        CHECK(json["groups"][1]["kilograms"] == 100);
        CHECK_FALSE(json.contains("others"));
    }

    TEST_CASE("a line with two substances counts with both, and each with the laws that list it") {
        ScreenedLine line = sample::line();
        line.reading.substances.push_back(second_substance());
        CHECK(text_of(counted("substance,law", {line}), ReportFormat::csv) ==
              "substance,law,lines,kilograms,lines_without_quantity\n"
              "hydrogen-peroxide,eu-2019-1148,1,100,0\n"
              "nitric-acid,,1,0,1\n");
        CHECK(text_of(counted("law", {line}), ReportFormat::csv) ==
              "law,lines,kilograms,lines_without_quantity\neu-2019-1148,1,100,0\n");
    }

    TEST_CASE("spellings of a consignee that differ in case or accents are one, as first written") {
        const GroupedCounts counts = counted(
            "consignee", {line_of("M\xC3\xBCller KG", "", ""), line_of(" MULLER kg", "", "")});
        REQUIRE(counts.groups().size() == 1);
        CHECK(counts.groups()[0]->cells == std::vector<std::string>{"M\xC3\xBCller KG"});
        CHECK(counts.groups()[0]->count.lines == 2);
    }

    TEST_CASE("days come in their order, as written where they may be several") {
        std::vector<ScreenedLine> lines(4, sample::line());
        lines[0].date = lines[1].date = "2026-11-24";
        lines[2].date = "23.11.2026";
        lines[3].date = "05/06/2026";
        CHECK(text_of(counted("day", lines), ReportFormat::csv) ==
              "day,lines,kilograms,lines_without_quantity\n05/06/2026,1,100,0\n2026-11-23,1,100,"
              "0\n2026-11-24,2,200,0\n");
    }

    TEST_CASE("so many groups are told apart, and no line is lost") {
        std::vector<ScreenedLine> lines;
        for (int i = 0; i < 10; ++i)
            lines.push_back(line_of("Firm " + std::to_string(i % 5), "", ""));
        const GroupedCounts counts = counted("consignee", lines, 3);
        CHECK(counts.groups().size() == 3);
        CHECK(counts.others().lines == 4);
        CHECK(text_of(counts, ReportFormat::csv).ends_with("\n(others),4,400,0\n"));
        CHECK(text_of(counts, ReportFormat::table)
                  .ends_with("\n         4         400           "
                             "0  others\n"));
        CHECK(nlohmann::json::parse(text_of(counts, ReportFormat::json))["others"]["lines"] == 4);
    }

    TEST_CASE("the first groups are shown and the others counted") {
        std::ostringstream stream;
        write_first_counts(counted("route", {line_of("", "FR", "DE"), line_of("", "FR", "DE"),
                                             line_of("", "PL", "DE"), line_of("", "", "DE")}),
                           1, 80, stream);
        CHECK(stream.str() == "     lines   kilograms  not stated  origin  destination\n"
                              "         2         200           0  FR      DE\n"
                              "         2         200           0  2 more groups\n");
    }

    TEST_CASE("a table fits its width, and what would be a formula does not become one") {
        const std::string wide =
            "\xE5\x8C\x97\xE4\xBA\xAC\xE5\x8C\x97\xE4\xBA\xAC\xE5\x8C\x97\xE4\xBA\xAC";
        const GroupedCounts counts = counted(
            "consignee,route", {line_of(wide + std::string(100, 'x'), "=1+1", "DE\x1b[2J")});
        std::istringstream rows(text_of(counts, ReportFormat::table, 80));
        for (std::string row; std::getline(rows, row);) {
            CHECK(display_width(row) <= 80);
            CHECK(row.find('\x1b') == row.npos);
        }
        CHECK(text_of(counts, ReportFormat::csv).find(",'=1+1,") != std::string::npos);
    }
}

#include "sample.h"

#include <preflag/base/text.h>

#include <doctest/doctest.h>

#include <algorithm>

using namespace preflag;

namespace {

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::string table(const std::vector<ScreenedLine>& lines, ReportStyle style = {}) {
    return sample::written(ReportFormat::table, lines, sample::run(), style);
}

std::size_t widest_row(const std::string& text) {
    std::size_t widest = 0;
    std::istringstream stream(text);
    for (std::string row; std::getline(stream, row);)
        widest = std::max(widest, display_width(row));
    return widest;
}

std::size_t count_of(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

} // namespace

TEST_SUITE("report/table") {
    TEST_CASE("a flagged line shows where it is, how bad it is, and why") {
        const std::string text = table({sample::line()});
        CHECK(text.starts_with("night.csv\n"));
        CHECK(holds(text, "      17  high      restricted     H2O2 35%, drums"));
        CHECK(holds(text, "Example Trading\n"));
        CHECK(holds(text, "\n          hydrogen peroxide 35 % is above 12 % w/w\n"));
    }

    TEST_CASE("a message that fits stays on the row") {
        CHECK(holds(table({sample::line()}, {200, false}),
                    "Example Trading             hydrogen peroxide 35 % is above 12 % w/w\n"));
    }

    TEST_CASE("a score of several parts is told with them and with who the consignee is") {
        CHECK_FALSE(holds(table({sample::line()}), "score"));
        ScreenedLine line = sample::line();
        line.score = 100;
        line.score_parts.push_back({"red-flag/private-person", 55});
        CHECK(holds(table({line}, {200, false}),
                    "          score 100 = 65 eu-2019-1148/annex-i/hydrogen-peroxide + 55 "
                    "red-flag/private-person, at most 100; consignee: business (trade word "
                    "\"Trading\")\n"));
        line.consignee_reading.reset();
        CHECK(holds(table({line}, {200, false}), "at most 100\n"));
    }

    TEST_CASE("no row is wider than the terminal") {
        ScreenedLine line = sample::line();
        line.goods = std::string(300, 'g');
        line.consignee = "\xE5\xAE\xA2\xE6\x88\xB7\xE5\xAE\xA2\xE6\x88\xB7\xE5\xAE\xA2\xE6\x88\xB7"
                         "\xE5\xAE\xA2\xE6\x88\xB7\xE5\xAE\xA2\xE6\x88\xB7\xE5\xAE\xA2\xE6\x88\xB7"
                         "\xE5\xAE\xA2\xE6\x88\xB7\xE5\xAE\xA2\xE6\x88\xB7\xE5\xAE\xA2\xE6\x88\xB7";
        line.findings[0].message = "a long sentence " + std::string(200, 'm') + " with an end";
        for (const std::size_t width : {60, 80, 100, 120, 200})
            CHECK(widest_row(table({line}, {width, false})) <= width);
    }

    TEST_CASE("the message is never cut") {
        ScreenedLine line = sample::line();
        line.findings[0].message.clear();
        for (int i = 0; i < 60; ++i)
            line.findings[0].message += "word" + std::to_string(i) + " ";
        const std::string text = table({line}, {80, false});
        for (int i = 0; i < 60; ++i)
            CHECK(holds(text, "word" + std::to_string(i)));
    }

    TEST_CASE("further findings are counted") {
        ScreenedLine line = sample::line();
        line.findings.resize(3, sample::finding());
        CHECK(holds(table({line}), "(and 2 more findings)"));
    }

    TEST_CASE("the file is a heading whenever it changes") {
        ScreenedLine other = sample::line();
        other.file = "day.csv";
        const std::string text = table({sample::line(), sample::line(), other});
        CHECK(count_of(text, "night.csv\n") == 1);
        CHECK(count_of(text, "\n\nday.csv\n") == 1);
    }

    TEST_CASE("nothing a manifest says reaches the terminal as a command") {
        ScreenedLine line = sample::line();
        line.file = line.goods = line.consignee = line.findings[0].message = "x\x1b[2Jy\nz";
        CHECK_FALSE(holds(table({line}), "\x1b"));
        CHECK_FALSE(holds(table({line}), "y\n"));
    }

    TEST_CASE("colour appears only when it is asked for") {
        CHECK_FALSE(holds(table({sample::line()}), "\x1b["));
        CHECK(holds(table({sample::line()}, {120, true}), "\x1b[31mhigh    \x1b[0m"));
    }

    TEST_CASE("a table without flagged lines says so, with every doubt") {
        RunReport run = sample::run();
        run.counts.lines_flagged = 0;
        run.warnings = {{Warning::About::rejects, "2 of 1000 lines could not be screened"}};
        CHECK(sample::written(ReportFormat::table, {}, run) ==
              "no line was flagged\nINCOMPLETE: 2 of 1000 lines could not be screened\n");
    }

    TEST_CASE("a clear line is shown as clear") {
        ScreenedLine line = sample::line();
        line.findings.clear();
        const std::string text = table({line});
        CHECK(holds(text, "-         clear "));
        CHECK(holds(text, "hydrogen peroxide, nothing to report"));
    }
}

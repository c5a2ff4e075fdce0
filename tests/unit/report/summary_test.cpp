#include "sample.h"

#include <preflag/report/summary_writer.h>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace preflag;

namespace {

std::string text_of(const RunReport& run, bool colour = false) {
    std::ostringstream stream;
    write_summary_text(run, {120, colour}, stream);
    return stream.str();
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("report/summary") {
    TEST_CASE("the summary adds up for a person") {
        const std::string text = text_of(sample::run());
        CHECK(holds(text, "lines read 1000 = screened 998 + rejected 2\n"));
        CHECK(holds(text, "lines flagged 1, of severity low or more\n"));
        CHECK(holds(text, "by severity: high 1\n"));
        CHECK(holds(text, "by outcome: restricted 1\n"));
        CHECK(holds(text, "canaries 24/24\n"));
        CHECK(holds(text, "pack eu-2019-1148, edition 2023, digest 0123456789ab, 20 rules, "
                          "1 not verified\n"));
        CHECK(holds(text, "2.00 seconds, 500 lines per second, 2.5 MB per second\n"));
        CHECK_FALSE(holds(text, "INCOMPLETE"));
    }

    TEST_CASE("it says what would decide the lines that could not be assessed") {
        RunReport run = sample::run();
        run.counts.missing["quantity"] = 1;
        CHECK(holds(text_of(run),
                    "strength missing on 12 lines; a strength column would decide them\n"));
        CHECK(
            holds(text_of(run), "quantity missing on 1 line; a quantity column would decide it\n"));
    }

    TEST_CASE("every doubt has a line of its own") {
        RunReport run = sample::run();
        run.warnings = {{Warning::About::rejects, "2 of 1000 lines could not be screened"},
                        {Warning::About::canary, "canary missed: a\nb\x1b[2J"}};
        const std::string text = text_of(run);
        CHECK(holds(text, "\nINCOMPLETE: 2 of 1000 lines could not be screened\n"));
        CHECK(holds(text, "\nINCOMPLETE: canary missed: a b"));
        CHECK_FALSE(holds(text, "\x1b"));
        CHECK(holds(text_of(run, true), "\x1b[1;31mINCOMPLETE: "));
    }

    TEST_CASE("of thousands of inputs and doubts a few are named and the others counted") {
        RunReport run = sample::run();
        run.inputs.assign(3000, run.inputs.front());
        for (int i = 0; i < 1200; ++i)
            run.warnings.push_back(
                {Warning::About::input,
                 "an input could not be read: " + std::to_string(i) + ".csv is empty"});
        run.warnings.push_back({Warning::About::pack, "the pack x is overdue"});
        const std::string text = text_of(run);
        CHECK(std::count(text.begin(), text.end(), '\n') < 60);
        CHECK(holds(text, "\nand 2980 more inputs with 2980000 lines; --summary FILE names all of "
                          "them\n"));
        CHECK(holds(text, "\nINCOMPLETE: an input could not be read: 4.csv is empty\n"));
        CHECK_FALSE(holds(text, "5.csv"));
        CHECK(holds(text, "\nINCOMPLETE: 1195 more inputs could not be read; --summary FILE names "
                          "all of them\n"));
        CHECK(holds(text, "\nINCOMPLETE: the pack x is overdue\n"));
        const auto json = nlohmann::json::parse(summary_json(run));
        CHECK(json["inputs"].size() == 3000);
        CHECK(json["doubts"].size() == 1201);
    }

    TEST_CASE("a rate that would be 0.0 is not told") {
        RunReport run = sample::run();
        run.bytes = 90'000;
        CHECK(holds(text_of(run), "2.00 seconds, 500 lines per second\n"));
        run.bytes = 110'000;
        CHECK(holds(text_of(run), ", 0.1 MB per second\n"));
    }

    TEST_CASE("the JSON summary has every fact") {
        RunReport run = sample::run();
        run.warnings = {{Warning::About::input, "x\xFFy"}};
        const auto json = nlohmann::json::parse(summary_json(run));
        CHECK(json["lines_read"] == 1000);
        CHECK(json["by_severity"]["high"] == 1);
        CHECK(json["by_severity"]["critical"] == 0);
        CHECK(json["by_outcome"]["restricted"] == 1);
        CHECK(json["missing"]["strength"] == 12);
        CHECK(json["packs"][0]["edition"] == "2023");
        CHECK(json["inputs"][0]["digest"] == "fedcba9876543210");
        CHECK(json["canaries"]["missed"].empty());
        CHECK(json["doubts"][0] == "x\xEF\xBF\xBDy");
        CHECK(json["seconds"].dump() == "2");
        CHECK(json["lines_per_second"] == 500);
        CHECK(json["megabytes_per_second"] == 2.5);
        CHECK(json["exit_status"] == 1);
    }

    TEST_CASE("a run that took no measurable time has no rate") {
        RunReport run = sample::run();
        run.seconds = 0;
        CHECK(nlohmann::json::parse(summary_json(run))["lines_per_second"].is_null());
        CHECK(holds(text_of(run), "0.00 seconds\n"));
    }
}

#include "options/screen_options.h"

#include <preflag/base/error.h>

#include <doctest/doctest.h>

using namespace preflag;

namespace {

ScreenArguments sample_arguments() {
    ScreenArguments arguments;
    arguments.manifests = {"a.csv"};
    return arguments;
}

std::string fault_of(const ScreenArguments& arguments) {
    try {
        resolve(arguments);
    } catch (const UsageError& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("what is not said has its default") {
    const ScreenPlan plan = resolve(sample_arguments());
    REQUIRE(plan.reports.size() == 1);
    CHECK(plan.reports.front().path.empty());
    CHECK(plan.reports.front().format == ReportFormat::table);
    CHECK(plan.min_severity == Severity::low);
    CHECK(plan.fail_on == Severity::low);
    CHECK(plan.jobs >= 1);
    CHECK(plan.reject_limit.lines == 0);
}

TEST_CASE("the format of a report is the given one, else the suffix, else --format") {
    ScreenArguments typed = sample_arguments();
    typed.format = "json";
    typed.outputs = {"csv:night.txt", "night.ndjson", "night", "-"};
    const ScreenPlan plan = resolve(typed);
    REQUIRE(plan.reports.size() == 4);
    CHECK(plan.reports[0].format == ReportFormat::csv);
    CHECK(plan.reports[0].path == "night.txt");
    CHECK(plan.reports[1].format == ReportFormat::jsonl);
    CHECK(plan.reports[2].format == ReportFormat::json);
    CHECK(plan.reports[3].path.empty());
}

TEST_CASE("all lines show what is clear, and leave no severity out") {
    ScreenArguments typed = sample_arguments();
    typed.all_lines = true;
    CHECK(resolve(typed).min_severity == Severity::info);
    typed.min_severity = "high";
    CHECK(fault_of(typed).starts_with("--all-lines reports every line"));
}

TEST_CASE("numbers and shares") {
    for (const char* wrong : {"200%", "-1", "1.5", "x", "%", "10 %", "nan", "inf"}) {
        ScreenArguments typed = sample_arguments();
        typed.max_rejects = wrong;
        CHECK_MESSAGE(fault_of(typed).starts_with("--max-rejects "), wrong);
    }
    ScreenArguments typed = sample_arguments();
    typed.max_rejects = "0.5%";
    CHECK(resolve(typed).reject_limit.allows(1, 200));
    CHECK_FALSE(resolve(typed).reject_limit.allows(2, 200));
    typed.verdicts.near_margin = "nan%";
    CHECK(fault_of(typed).starts_with("--near-margin "));
    typed = sample_arguments();
    typed.line_clearance.quantity_margin = "10";
    CHECK(fault_of(typed).starts_with("--quantity-margin "));
    typed = sample_arguments();
    typed.verdicts.max_pack_age = "soon";
    CHECK(fault_of(typed).starts_with("--max-pack-age "));
}

TEST_CASE("counts need keys, and a file of a format that has them") {
    ScreenArguments typed = sample_arguments();
    typed.counts.file = "counts.csv";
    CHECK(fault_of(typed).starts_with("--counts needs --by"));
    typed.counts.by = "route,day";
    CHECK(resolve(typed).counts.keys == std::vector{GroupKey::route, GroupKey::day});
    CHECK(resolve(typed).counts.file.format == ReportFormat::csv);
    typed.counts.file = "counts.html";
    CHECK(fault_of(typed).starts_with("--counts counts.html: counts are written as"));
    typed.counts.file = "-";
    CHECK(fault_of(typed).starts_with("--counts needs a file"));
    typed.counts.by = "rout";
    CHECK(fault_of(typed).ends_with("did you mean \"route\"?"));
}

TEST_CASE("words that make no sense together") {
    ScreenArguments typed = sample_arguments();
    typed.manifests = {"-", "-"};
    CHECK(fault_of(typed) == "standard input (-) can be read only once");
    typed = sample_arguments();
    typed.line_clearance.show_suppressed = true;
    CHECK(fault_of(typed).starts_with("--show-suppressed is given"));
    typed = sample_arguments();
    typed.input.no_header = true;
    CHECK(fault_of(typed).starts_with("--no-header needs --map"));
    typed = sample_arguments();
    typed.outputs = {"r.csv"};
    typed.summary = "./r.csv";
    CHECK(fault_of(typed).find("another file of the same run has this name") != std::string::npos);
    typed = sample_arguments();
    typed.outputs = {"a.csv"};
    CHECK(fault_of(typed).find("this file is a manifest of the same run") != std::string::npos);
}

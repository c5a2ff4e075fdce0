// preflag_accuracy CASES.csv... [--rules FOLDER] [--misses] [--check] [--no-false-alarms]
//
// Screens labelled lines and prints how often the answers are right. Exit 1 with --check when a
// target is missed, with --no-false-alarms when anything is flagged that is not there; 2 when
// something cannot be read.

#include "../support/source_dir.h"
#include "labelled_case.h"
#include "score.h"
#include "screened_case.h"

#include <preflag/goods/lexicon/catalogue.h>
#include <preflag/knowledge/knowledge.h>
#include <preflag/rules/rule_set.h>

#include <fmt/format.h>

#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace preflag::accuracy {

namespace {

/// Day of the laws that are asked, so that the result does not hang on the calendar.
constexpr Date day_of_the_laws{std::chrono::year{2026}, std::chrono::month{11},
                               std::chrono::day{24}};

struct Options {
    std::vector<std::filesystem::path> files;
    std::filesystem::path rules = preflag::test::source_dir() + "/rules";
    bool shows_misses = false;
    bool checks = false;
    bool forbids_alarms = false;
};

Options parse(const std::vector<std::string>& arguments) {
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (argument == "--misses")
            options.shows_misses = true;
        else if (argument == "--check")
            options.checks = true;
        else if (argument == "--no-false-alarms")
            options.forbids_alarms = true;
        else if (argument == "--rules" && i + 1 < arguments.size())
            options.rules = arguments[++i];
        else if (argument.starts_with("--"))
            throw std::runtime_error("unknown or incomplete option " + argument);
        else
            options.files.emplace_back(argument);
    }
    if (options.files.empty())
        throw std::runtime_error("usage: preflag_accuracy CASES.csv... [--rules FOLDER] "
                                 "[--misses] [--check] [--no-false-alarms]");
    return options;
}

void require_known(const LabelledCase& labelled, const Catalogue& catalogue) {
    for (const std::string& id : labelled.substances)
        if (catalogue.find(id) == nullptr)
            throw std::runtime_error(fmt::format("{}: no substance '{}'", labelled.id, id));
}

void print_misses(const LabelledCase& labelled, const ScreenedCase& screened,
                  const std::vector<Miss>& misses) {
    if (misses.empty())
        return;
    fmt::print("{} {}\n", labelled.id, labelled.description());
    for (const Miss& miss : misses)
        fmt::print("    {}: expected {}, got {}\n", miss.question, miss.expected, miss.got);
    for (const std::string& evidence : screened.evidence)
        fmt::print("    evidence {}\n", evidence);
    for (const std::string& evidence : screened.cancelled)
        fmt::print("    cancelled {}\n", evidence);
    fmt::print("    label: {}\n", labelled.why);
}

Scores score(const Options& options) {
    RuleSelection selection;
    selection.as_of = day_of_the_laws;
    const Knowledge knowledge = Knowledge::load({options.rules}, selection);
    const Catalogue& catalogue = knowledge.catalogue;
    CaseScreener screener(catalogue, knowledge.rules);
    Scores scores;
    for (const std::filesystem::path& file : options.files) {
        for (const LabelledCase& labelled : read_cases(file)) {
            require_known(labelled, catalogue);
            const ScreenedCase screened = screener.screen(labelled);
            const std::vector<Miss> misses = scores.add(labelled, screened);
            if (options.shows_misses)
                print_misses(labelled, screened, misses);
        }
    }
    return scores;
}

void print_all(std::string_view title, const std::vector<std::string>& lines) {
    for (const std::string& line : lines)
        fmt::print("{}: {}\n", title, line);
}

int run(const Options& options) {
    const Scores scores = score(options);
    fmt::print("{}", scores.table());
    const std::vector<std::string> missed = scores.shortfalls();
    print_all("target missed", missed);
    if (options.checks && !missed.empty())
        return 1;
    if (!options.forbids_alarms)
        return 0;
    const std::vector<std::string> alarms = scores.false_alarms();
    print_all("not there", alarms);
    return alarms.empty() ? 0 : 1;
}

} // namespace

} // namespace preflag::accuracy

int main(int count, char** arguments) {
    try {
        return preflag::accuracy::run(preflag::accuracy::parse({arguments + 1, arguments + count}));
    } catch (const std::exception& error) {
        fmt::print(stderr, "preflag_accuracy: {}\n", error.what());
        return 2;
    }
}

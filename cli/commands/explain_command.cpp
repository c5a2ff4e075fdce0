#include "explain_command.h"

#include "command_line/config_file.h"
#include "commands/rules/rules_show.h"
#include "commands/substance_names.h"
#include "exit_status.h"
#include "options/output_options.h"
#include "standard_output.h"
#include "terminal.h"

#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/knowledge/knowledge.h>
#include <preflag/report/explanation/explanation_writer.h>

#include <fmt/format.h>
#include <unistd.h>

#include <memory>

namespace preflag {

namespace {

struct ExplainArguments {
    ShowArguments show;
    std::vector<std::string> words;
};

std::vector<const Substance*> all_substances(const Knowledge& knowledge) {
    std::vector<const Substance*> all;
    for (const Substance& substance : knowledge.catalogue.substances())
        all.push_back(&substance);
    return all;
}

[[noreturn]] void fail(const Knowledge& knowledge, const std::string& text) {
    std::vector<std::string> known;
    for (const Substance& substance : knowledge.catalogue.substances()) {
        known.push_back(substance.id);
        known.push_back(substance.name);
    }
    const auto near = nearest(text, known);
    throw UsageError(fmt::format("{}: no listed substance goes by this name or number, and no rule "
                                 "has this id{}",
                                 text, near ? fmt::format("; did you mean {}?", *near) : ""));
}

/// A law's rule leads to its substance, so that all laws stand side by side.
std::string page_for(const Knowledge& knowledge, const ExplainArguments& arguments,
                     const std::vector<std::filesystem::path>& folders) {
    const std::string text = fmt::format("{}", fmt::join(arguments.words, " "));
    const auto format = *parse_explanation_format(arguments.show.format);
    const std::size_t width = terminal_width(STDOUT_FILENO);
    const Rule* const rule = knowledge.rules.find(text);
    if (rule != nullptr && rule->kind() != RuleKind::law)
        return rule_page(explain(*rule, knowledge), format, width);
    const auto substances =
        arguments.show.all
            ? all_substances(knowledge)
            : find_substances(rule == nullptr ? text : rule->substance, knowledge.catalogue);
    if (substances.empty())
        fail(knowledge, text);
    const auto names = read_substance_names(folders);
    std::vector<Explanation> explanations;
    for (const Substance* substance : substances) {
        explanations.push_back(explain(*substance, knowledge));
        if (const auto found = names.find(substance->id); found != names.end())
            explanations.back().names = found->second;
    }
    return explanation_page(explanations, format, width);
}

int run_explain(const ExplainArguments& arguments) {
    if (arguments.words.empty() != arguments.show.all)
        throw UsageError("name a substance, a CAS number, a tariff code or a rule, or give --all");
    const auto folders = rule_folders(arguments.show.input);
    const Knowledge knowledge = load_knowledge(folders, {});
    const std::string page = page_for(knowledge, arguments, folders);
    StandardOutput output;
    output.stream() << page;
    output.finish();
    return clean;
}

} // namespace

Command explain_command() {
    Command command{"explain", "Everything about a substance or a rule, all laws side by side"};
    auto arguments = std::make_shared<ExplainArguments>();
    command.options
        .add(text("subject", &arguments->words, "SUBJECT",
                  "Substance in any language, CAS, EC, CUS, UN or HS number, or id of a rule"))
        .with_rest();
    command.options.add(flag("--all", arguments->show.all, "Every substance of the catalogue"));
    add_format_option(command.options, arguments->show.format, {"text", "markdown", "json"});
    add_rules_option(command.options, arguments->show.input);
    add_config_option(command.options, arguments->show.config);
    command.statuses = {{0, "answered"},
                        {2, "no answer: usage, configuration, input or pack error"}};
    command.run = [arguments] { return run_explain(*arguments); };
    return command;
}

} // namespace preflag

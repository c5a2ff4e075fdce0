#include "rules_show.h"

#include "exit_status.h"
#include "standard_output.h"
#include "terminal.h"

#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/knowledge/knowledge.h>
#include <preflag/report/explanation/explanation_writer.h>
#include <preflag/report/pack_table_writer.h>

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <unistd.h>

namespace preflag {

namespace {

[[noreturn]] void fail(const RuleSet& rules, const std::string& id) {
    std::vector<std::string> known;
    for (const RulePack& pack : rules.packs()) {
        known.push_back(pack.id);
        for (const Rule& rule : pack.rules)
            known.push_back(rule.id);
    }
    const auto near = nearest(id, known);
    throw UsageError(fmt::format("{}: no rule and no pack has this id; {}", id,
                                 near ? fmt::format("did you mean {}?", *near)
                                      : "\"preflag rules list\" has the packs"));
}

} // namespace

int show_rule(const ShowArguments& arguments) {
    const Knowledge knowledge = load_knowledge(rule_folders(arguments.input), {});
    std::string page;
    if (const Rule* const rule = knowledge.rules.find(arguments.id))
        page = rule_page(explain(*rule, knowledge), *parse_explanation_format(arguments.format),
                         terminal_width(STDOUT_FILENO));
    else
        page = rule_rows(knowledge.rules, arguments.id);
    if (page.empty())
        fail(knowledge.rules, arguments.id);
    StandardOutput output;
    output.stream() << page;
    output.finish();
    return clean;
}

} // namespace preflag

#include <preflag/base/text.h>
#include <preflag/report/explanation/explanation_formats.h>
#include <preflag/report/explanation/explanation_parts.h>
#include <preflag/report/explanation/explanation_writer.h>

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace preflag {

namespace {

/// A cell of a table: no line break, no bar, no character that would be taken for markup.
std::string cell(std::string_view text) {
    std::string safe;
    for (const char c : printable(text)) {
        if (c == '|' || c == '<' || c == '*' || c == '_' || c == '`' || c == '[')
            safe += '\\';
        safe += c;
    }
    return safe;
}

std::string row(const std::vector<std::string>& cells) {
    std::string text = "|";
    for (const std::string& one : cells)
        text += fmt::format(" {} |", cell(one));
    return text + "\n";
}

std::string table_head(const std::vector<std::string>& headings) {
    std::string rule = "|";
    for (std::size_t i = 0; i < headings.size(); ++i)
        rule += "---|";
    return row(headings) + rule + "\n";
}

std::string bullets(const std::vector<ExplainedFact>& facts) {
    std::string text;
    for (const auto& [heading, words] : facts)
        text += fmt::format("- **{}**: {}\n", cell(heading), cell(words));
    return text;
}

std::string examples(const ExplainedRule& rule) {
    std::string text = table_head({"example", "line", "answer"});
    for (const ExplainedCase& one : rule.cases)
        text += row({one.name, one.line,
                     one.result + (one.passed ? "" : " (the pack expects " + one.expected + ")") +
                         (one.message.empty() ? "" : ": " + one.message)});
    return text;
}

std::string overview(const Explanation& explanation) {
    std::string text =
        table_head({"law", "limit", "what it is then", "licence up to", "in force", "citation"});
    for (const ExplainedRule& law : explanation.laws)
        text +=
            row({law.rule->title, limit_text(*law.rule),
                 law.rule->is_active() ? std::string(name_of(law.rule->outcome)) : "switched off",
                 law.rule->licence_limit, period_text(law), law.rule->citation});
    return text;
}

std::string ladder_table(const StrengthLadder& ladder) {
    std::vector<std::string> headings{"strength"};
    for (const Rule* law : ladder.laws)
        headings.push_back(law->title);
    std::string text = table_head(headings);
    for (const StrengthLadder::Step& step : ladder.steps) {
        std::vector<std::string> cells{step.strength};
        cells.insert(cells.end(), step.answers.begin(), step.answers.end());
        text += row(cells);
    }
    return text;
}

std::string page(const Explanation& explanation) {
    std::string text = fmt::format("# {}\n\n{}", cell(explanation.substance->name),
                                   bullets(identity_facts(explanation)));
    if (explanation.laws.empty())
        return text + "\nNo law of the packs lists it.\n";
    text += "\n## The laws side by side\n\n" + overview(explanation);
    if (!explanation.ladder.laws.empty())
        text += "\n## What each strength means\n\n" + ladder_table(explanation.ladder);
    for (const ExplainedRule& law : explanation.laws)
        text += fmt::format("\n## {}\n\n{}\n{}", cell(law.rule->title), bullets(rule_facts(law)),
                            examples(law));
    if (!explanation.names.empty())
        text += "\n## Names on manifests, by language\n\n" + bullets(name_facts(explanation));
    return text;
}

/// The limits of one law on one substance: "> 12 % w/w"; several lists are joined.
using Cells = std::map<std::string, std::map<std::string, std::string>>;

Cells cells_of(const RuleSet& rules) {
    Cells cells;
    for (const Rule* const rule : rules.laws()) {
        if (!rule->is_active())
            continue;
        std::string& text = cells[rule->substance][rule->regime];
        const std::string words = limit_text(*rule) + (rule->verified ? "" : " †");
        text += text.empty() || text == words ? "" : "; ";
        text = text == words ? text : text + words;
    }
    return cells;
}

std::vector<std::string> regimes_of(const RuleSet& rules) {
    std::vector<std::string> regimes;
    for (const Rule* const rule : rules.laws())
        if (rule->is_active() &&
            std::find(regimes.begin(), regimes.end(), rule->regime) == regimes.end())
            regimes.push_back(rule->regime);
    return regimes;
}

} // namespace

std::string explanation_markdown(const std::vector<Explanation>& substances) {
    std::string text;
    for (const Explanation& substance : substances)
        text += (text.empty() ? "" : "\n") + page(substance);
    return text;
}

std::string rule_markdown(const ExplainedRule& rule) {
    return fmt::format("# {}\n\n{}\n{}", cell(rule.rule->title), bullets(rule_facts(rule)),
                       examples(rule));
}

std::string law_table_markdown(const RuleSet& rules, const Catalogue& catalogue) {
    const Cells cells = cells_of(rules);
    const std::vector<std::string> regimes = regimes_of(rules);
    std::vector<std::string> headings{"substance"};
    headings.insert(headings.end(), regimes.begin(), regimes.end());
    std::string text = table_head(headings);
    for (const Substance& substance : catalogue.substances()) {
        const auto found = cells.find(substance.id);
        if (found == cells.end())
            continue;
        std::vector<std::string> line{substance.name};
        for (const std::string& regime : regimes) {
            const auto limit = found->second.find(regime);
            line.push_back(limit == found->second.end() ? "" : limit->second);
        }
        text += row(line);
    }
    return text;
}

} // namespace preflag

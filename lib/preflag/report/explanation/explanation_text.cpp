#include <preflag/base/text.h>
#include <preflag/report/explanation/explanation_formats.h>
#include <preflag/report/explanation/explanation_parts.h>
#include <preflag/report/text/wrap.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

constexpr std::size_t heading_width = 24;

class TextPage {
  public:
    explicit TextPage(std::size_t width) : width_(std::clamp<std::size_t>(width, 60, 110)) {}

    void title(const std::string& text) {
        const std::string shown = printable(text);
        page_ += fmt::format("{}{}\n{}\n", page_.empty() ? "" : "\n", shown,
                             std::string(display_width(shown), '='));
    }

    void heading(const std::string& text) { page_ += fmt::format("\n{}\n\n", printable(text)); }

    void fact(const std::string& heading, const std::string& words) {
        std::string left = padded(printable(heading), heading_width);
        for (const std::string& row : wrapped(printable(words), width_ - heading_width - 2)) {
            page_ += fmt::format("  {}{}\n", left, row);
            left = std::string(heading_width, ' ');
        }
    }

    void facts(const std::vector<ExplainedFact>& facts) {
        for (const auto& [heading, words] : facts)
            fact(heading, words);
    }

    /// A line of its own, and the words below it.
    void entry(const std::string& heading, const std::string& words) {
        for (const std::string& row : wrapped(printable(heading), width_ - 2))
            page_ += fmt::format("  {}\n", row);
        fact("", words);
    }

    void cases(const ExplainedRule& rule) {
        for (const ExplainedCase& one : rule.cases) {
            entry("- " + one.name, one.line);
            fact("", fmt::format("-> {}{}{}", one.result,
                                 one.passed ? "" : ", although the pack expects " + one.expected,
                                 one.message.empty() ? "" : ": " + one.message));
        }
    }

    std::string take() { return std::move(page_); }

  private:
    std::size_t width_;
    std::string page_;
};

void write_ladder(const StrengthLadder& ladder, TextPage& page) {
    if (ladder.laws.empty())
        return;
    page.heading("What each strength means, law by law");
    for (const StrengthLadder::Step& step : ladder.steps)
        page.fact(step.strength, answers_text(step));
}

/// The laws by the numbers of the ladder; those that are switched off have none.
std::vector<std::pair<std::string, const ExplainedRule*>> numbered(const Explanation& explanation) {
    std::vector<std::pair<std::string, const ExplainedRule*>> laws;
    std::size_t number = 0;
    for (const ExplainedRule& law : explanation.laws)
        laws.emplace_back(law.rule->is_active() ? fmt::format("({})", ++number) : "(-)", &law);
    return laws;
}

void write_substance(const Explanation& explanation, TextPage& page) {
    page.title(explanation.substance->name);
    page.facts(identity_facts(explanation));
    const auto laws = numbered(explanation);
    page.heading(laws.empty() ? "No law of the packs lists it." : "The laws side by side");
    for (const auto& [number, law] : laws)
        page.entry(fmt::format("{} {}", number, law->rule->title), glance_text(*law));
    write_ladder(explanation.ladder, page);
    for (const auto& [number, law] : laws) {
        page.heading(fmt::format("{} {}", number, law->rule->title));
        page.facts(rule_facts(*law));
        page.entry("Examples", "");
        page.cases(*law);
    }
    if (explanation.names.empty())
        return;
    page.heading("Names on manifests, by language");
    page.facts(name_facts(explanation));
}

} // namespace

std::string explanation_text(const std::vector<Explanation>& substances, std::size_t width) {
    TextPage page(width);
    for (const Explanation& substance : substances)
        write_substance(substance, page);
    return page.take();
}

std::string rule_text(const ExplainedRule& rule, std::size_t width) {
    TextPage page(width);
    page.title(rule.rule->title);
    page.facts(rule_facts(rule));
    page.heading("Examples");
    page.cases(rule);
    return page.take();
}

} // namespace preflag

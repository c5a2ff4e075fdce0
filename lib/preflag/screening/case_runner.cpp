#include <preflag/screening/case_runner.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

std::optional<Finding> answer_of(const Rule& rule, const RuleCase& rule_case, Screener& screener) {
    ManifestLine line;
    for (const auto& [field, value] : rule_case.fields)
        line.values.set(field, value);
    auto screened = screener.screen(line, {});
    if (!screened)
        return std::nullopt;
    const auto found =
        std::find_if(screened->findings.begin(), screened->findings.end(),
                     [&](const Finding& finding) { return finding.rule == rule.id; });
    if (found == screened->findings.end())
        return std::nullopt;
    return std::move(*found);
}

std::string expectation_text(const std::optional<Outcome>& outcome) {
    return outcome ? std::string(name_of(*outcome)) : "silent";
}

std::string line_text(const RuleCase& rule_case) {
    std::string text;
    for (const auto& [field, value] : rule_case.fields)
        text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", field_name(field), value);
    return text;
}

} // namespace preflag

#include <preflag/run/cases/case_runner.h>
#include <preflag/screening/line_tally.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

constexpr std::string_view case_file = "case";

std::optional<ScreenedLine> screen(const RuleCase::Fields& fields, std::uint64_t number,
                                   Screener& screener, LineTally& tally) {
    ManifestLine line;
    line.line = number;
    for (const auto& [field, value] : fields)
        line.values.set(field, value);
    auto judged = screener.screen(line, case_file);
    if (!judged)
        return std::nullopt;
    tally.apply(std::move(judged->counted), judged->line);
    return std::move(judged->line);
}

std::string line_text(const RuleCase::Fields& fields) {
    std::string text;
    for (const auto& [field, value] : fields)
        text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", field_name(field), value);
    return text;
}

/// Keeps the other rules quiet while it lives.
class AskedOnly {
  public:
    AskedOnly(const Rule& rule, Screener& screener) : screener_(screener) {
        screener_.ask_only(&rule);
    }
    ~AskedOnly() { screener_.ask_only(nullptr); }
    AskedOnly(const AskedOnly&) = delete;
    AskedOnly& operator=(const AskedOnly&) = delete;

  private:
    Screener& screener_;
};

} // namespace

std::optional<Finding> answer_of(const Rule& rule, const RuleCase& rule_case, Screener& screener) {
    const AskedOnly asked(rule, screener);
    LineTally tally;
    std::uint64_t number = 0;
    for (const RuleCase::Fields& earlier : rule_case.earlier)
        screen(earlier, ++number, screener, tally);
    auto screened = screen(rule_case.fields, ++number, screener, tally);
    if (!screened)
        return std::nullopt;
    const auto found = std::find_if(screened->findings.begin(), screened->findings.end(),
                                    [&](const Finding& finding) { return finding.rule == &rule; });
    if (found == screened->findings.end())
        return std::nullopt;
    return std::move(*found);
}

std::string expectation_text(const std::optional<Outcome>& outcome) {
    return outcome ? std::string(name_of(*outcome)) : "silent";
}

std::string line_text(const RuleCase& rule_case) {
    std::string text;
    for (const RuleCase::Fields& earlier : rule_case.earlier)
        text += line_text(earlier) + " / ";
    return text + line_text(rule_case.fields);
}

} // namespace preflag

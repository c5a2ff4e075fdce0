#include <preflag/base/text.h>
#include <preflag/run/passed_over.h>
#include <preflag/screening/screener.h>

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace preflag {

namespace {

constexpr std::size_t most_told = 3;
constexpr std::size_t longest_searched = std::size_t{1} << 16;
constexpr std::size_t shown_columns = 60;

/// The goods that a law says something of; empty when there are none.
std::string listed_goods(const PassedOverLine& line, Screener& screener) {
    ManifestLine goods;
    const std::string_view text = truncate_utf8(line.text, longest_searched);
    goods.values.set(Field::description, text);
    goods.line = line.line;
    goods.raw = text;
    const auto screened = screener.screen(goods, {});
    if (!screened)
        return {};
    const auto& findings = screened->line.findings;
    const auto listed = std::find_if(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.rule->kind() == RuleKind::law;
    });
    return listed == findings.end() ? std::string() : listed->rule->substance;
}

std::string warn(const ManifestDescription& description, const PassedOverLine& line,
                 std::string_view found) {
    const bool is_header = line.line == description.header_line;
    return fmt::format("{}:{}: {}, but {} (\"{}\"); if the file has no header, say so with "
                       "--no-header --map description=#N",
                       description.file, line.line,
                       is_header ? "was taken for the header" : "stands above the header", found,
                       printable(fit(line.text, shown_columns)));
}

} // namespace

std::vector<std::string> warnings_about_passed_over(const ManifestDescription& description,
                                                    const Knowledge& knowledge) {
    std::vector<std::string> warnings;
    std::size_t count = 0;
    if (description.passed_over.empty())
        return warnings;
    Screener screener(knowledge);
    for (const PassedOverLine& line : description.passed_over) {
        std::string found = listed_goods(line, screener);
        if (!found.empty())
            found.insert(0, "names ");
        else if (line.text.size() > longest_searched)
            found = "is too long to be searched";
        else
            continue;
        if (++count <= most_told)
            warnings.push_back(warn(description, line, found));
    }
    if (count > most_told)
        warnings.push_back(fmt::format("{}: {} more lines like that stand above the header",
                                       description.file, count - most_told));
    return warnings;
}

} // namespace preflag

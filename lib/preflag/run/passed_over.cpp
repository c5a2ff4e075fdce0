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

/// A sentence by `tell` for each line in which something is found; of many the first ones, and
/// `tell_more` for how many there are.
template <class Tell, class TellMore>
std::vector<std::string> warnings_about_lines(const std::vector<PassedOverLine>& lines,
                                              const Knowledge& knowledge, const Tell& tell,
                                              const TellMore& tell_more) {
    std::vector<std::string> warnings;
    std::size_t count = 0;
    if (lines.empty())
        return warnings;
    Screener screener(knowledge);
    for (const PassedOverLine& line : lines) {
        std::string found = listed_goods(line, screener);
        if (!found.empty())
            found.insert(0, "names ");
        else if (line.text.size() > longest_searched)
            found = "is too long to be searched";
        else
            continue;
        if (++count <= most_told)
            warnings.push_back(tell(line, found));
    }
    if (count > most_told)
        warnings.push_back(tell_more(count - most_told));
    return warnings;
}

} // namespace

std::vector<std::string> warnings_about_passed_over(const ManifestDescription& description,
                                                    const Knowledge& knowledge) {
    return warnings_about_lines(
        description.passed_over, knowledge,
        [&](const PassedOverLine& line, std::string_view found) {
            return warn(description, line, found);
        },
        [&](std::size_t more) {
            return fmt::format("{}: {} more lines like that stand above the header",
                               description.file, more);
        });
}

std::vector<std::string> warnings_about_sheet(const UncheckedSheet& sheet,
                                              const Knowledge& knowledge) {
    return warnings_about_lines(
        sheet.rows, knowledge,
        [&](const PassedOverLine& line, std::string_view found) {
            return fmt::format("{}:{}: {}, but no column of the sheet names goods, so it is not "
                               "screened (\"{}\"); give it a header, or say which column it is "
                               "with --map description=HEADER",
                               sheet.file, line.line, found,
                               printable(fit(line.text, shown_columns)));
        },
        [&](std::size_t more) {
            return fmt::format("{}: {} more rows like that", sheet.file, more);
        });
}

} // namespace preflag

#include <preflag/base/text.h>
#include <preflag/run/unchecked.h>
#include <preflag/screening/line_tally.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

constexpr std::size_t most_named = 5;

/// "a.csv, b.csv and 97 more".
std::string named(const std::vector<std::string>& files, std::size_t count) {
    const std::size_t shown = std::min(files.size(), most_named);
    const auto end = files.begin() + static_cast<std::ptrdiff_t>(shown);
    const std::string text = fmt::format("{}", fmt::join(files.begin(), end, ", "));
    return count > shown ? fmt::format("{} and {} more", text, count - shown) : text;
}

} // namespace

std::string Unchecked::note_passed_over(const std::string& folder,
                                        const std::vector<std::string>& files) {
    if (files.empty())
        return {};
    const std::string where = files.size() > most_named ? " in " + folder : "";
    passed_over_.push_back(
        fmt::format("{}{}: not named like a manifest, so not read; name a file itself to have it "
                    "screened",
                    named(files, files.size()), where));
    return passed_over_.back();
}

void Unchecked::note_links(const std::string& folder, const std::vector<std::string>& links) {
    if (links.empty())
        return;
    const std::string where = links.size() > most_named ? " in " + folder : "";
    passed_over_.push_back(fmt::format("{}{}: a link to a folder that is read at another place or "
                                       "holds the link itself, so not followed",
                                       named(links, links.size()), where));
}

void Unchecked::note_sheet(const UncheckedSheet& sheet) {
    Files& files = sheet.is_of_report ? report_sheets_ : sheets_;
    if (++files.count <= most_named)
        files.first.push_back(sheet.file);
}

void Unchecked::note_lines_above(const ManifestDescription& description) {
    if (description.preamble_lines == 0)
        return;
    ++files_with_lines_above_count_;
    if (files_with_lines_above_.size() < most_named)
        files_with_lines_above_.push_back(
            fmt::format("{} ({})", description.file, counted(description.preamble_lines, "line")));
}

void Unchecked::note_columns(const RuleSet& rules, const ManifestDescription& description) {
    for (const Rule* const flag : rules.flags()) {
        std::vector<std::string_view> columns;
        for (const Field field : flag->needed_columns)
            if (flag->is_active() && !description.fields.contains(field))
                columns.push_back(field_name(field));
        if (!columns.empty())
            add_gap(flag->id, fmt::format("{}", fmt::join(columns, " and no ")), description.file);
    }
}

void Unchecked::add_gap(const std::string& rule, const std::string& columns,
                        const std::string& file) {
    auto gap = std::find_if(gaps_.begin(), gaps_.end(), [&](const Gap& known) {
        return known.rule == rule && known.columns == columns;
    });
    if (gap == gaps_.end())
        gap = gaps_.insert(gap, {rule, columns, {}});
    ++gap->file_count;
    if (gap->files.size() < most_named)
        gap->files.push_back(file);
}

std::vector<std::string> Unchecked::sentences() const {
    std::vector<std::string> sentences = passed_over_;
    if (sheets_.count > 0)
        sentences.push_back(fmt::format("{}: no column names goods, or there are no lines; "
                                        "searched for listed substances at the top only",
                                        named(sheets_.first, sheets_.count)));
    if (report_sheets_.count > 0)
        sentences.push_back(fmt::format("{}: what a report by preflag found, so not read; screen "
                                        "the manifests that it was made from",
                                        named(report_sheets_.first, report_sheets_.count)));
    if (files_with_lines_above_count_ > 0)
        sentences.push_back(
            fmt::format("what stands above the header in {}: searched for listed substances only",
                        named(files_with_lines_above_, files_with_lines_above_count_)));
    for (const Gap& gap : gaps_)
        sentences.push_back(fmt::format("{} in {}, which {} no {} column", gap.rule,
                                        named(gap.files, gap.file_count),
                                        gap.file_count == 1 ? "has" : "have", gap.columns));
    if (forgotten_ > 0)
        sentences.push_back(
            fmt::format("rules that count over several lines kept the latest {} consignees and "
                        "shipments; {} earlier ones were forgotten",
                        LineTally::most_groups, forgotten_));
    return sentences;
}

} // namespace preflag

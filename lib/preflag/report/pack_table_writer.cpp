#include <preflag/base/text.h>
#include <preflag/report/pack_table_writer.h>
#include <preflag/report/text/wrap.h>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <array>

namespace preflag {

namespace {

using Cells = std::array<std::string, 9>;

std::string date_text(const std::optional<Date>& date) {
    return date ? to_string(*date) : "";
}

std::string pack_countries(const RulePack& pack) {
    const auto& countries = pack.shown_countries;
    return countries.empty() ? "everywhere" : fmt::format("{}", fmt::join(countries, " "));
}

Cells cells_of(const RulePack& pack) {
    const auto unverified = std::count_if(pack.rules.begin(), pack.rules.end(),
                                          [](const Rule& rule) { return !rule.verified; });
    return {pack.id,
            std::to_string(pack.rules.size()),
            std::to_string(static_cast<std::ptrdiff_t>(pack.rules.size()) - unverified),
            std::to_string(unverified),
            date_text(pack.from),
            date_text(pack.until),
            date_text(pack.review_by),
            pack_countries(pack),
            pack.edition};
}

/// Columns as wide as their widest cell; the last one runs on.
void print_table(const std::vector<Cells>& rows, std::ostream& stream) {
    std::array<std::size_t, 9> widths{};
    for (const Cells& row : rows)
        for (std::size_t i = 0; i + 1 < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    for (const Cells& row : rows) {
        std::string line;
        for (std::size_t i = 0; i + 1 < row.size(); ++i)
            line += padded(row[i], widths[i]) + "  ";
        fmt::print(stream, "{}\n", printable(line + row.back()));
    }
}

} // namespace

void write_pack_table(const RuleSet& rules, std::ostream& stream) {
    std::vector<Cells> rows{{"pack", "rules", "verified", "unverified", "from", "until",
                             "review by", "countries", "edition"}};
    for (const RulePack& pack : rules.packs())
        rows.push_back(cells_of(pack));
    print_table(rows, stream);
    for (const RulePack& pack : rules.packs())
        for (const PackChange& change : pack.changes)
            fmt::print(stream, "{}\n", printable(to_string(change, pack)));
}

std::string rule_rows(const RuleSet& rules, const std::string& id) {
    std::string text;
    for (const RulePack& pack : rules.packs())
        for (const Rule& rule : pack.rules)
            if (pack.id == id || rule.regime == id)
                text += printable(fmt::format("{:<60}  {:<13}  {}", rule.id, name_of(rule.outcome),
                                              rule.is_active()
                                                  ? rule.limit.text
                                                  : "switched off: " + rule.disabled_because)) +
                        '\n';
    return text;
}

} // namespace preflag

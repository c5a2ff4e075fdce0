#include <preflag/base/text.h>
#include <preflag/report/counts/counts_writer.h>
#include <preflag/report/text/safe_cell.h>
#include <preflag/report/text/wrap.h>

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <string>

namespace preflag {

namespace {

constexpr std::size_t figure_width = 10;
constexpr std::string_view gap = "  ";

/// "25", "0.75", "1250000": as exact as a sum of weights is worth.
std::string kilograms_text(double kilograms) {
    constexpr double fractions_below = 100;
    return kilograms < fractions_below ? fmt::format("{:.4g}", kilograms)
                                       : fmt::format("{:.0f}", kilograms);
}

std::string figures(const GroupCount& count) {
    return fmt::format("{:>{}}{}{:>{}}{}{:>{}}", count.lines, figure_width, gap,
                       kilograms_text(count.kilograms), figure_width, gap,
                       count.lines_without_quantity, figure_width);
}

/// What stands in a cell of the table; "-" where a line does not tell.
std::string shown(const std::string& cell) {
    return cell.empty() ? "-" : printable(cell);
}

/// So wide that all shown cells fit, or as an equal share of what the terminal leaves.
std::vector<std::size_t> column_widths(const std::vector<const GroupedCounts::Group*>& groups,
                                       const std::vector<std::string>& columns, std::size_t width) {
    constexpr std::size_t least = 8;
    const std::size_t taken = 3 * figure_width + (2 + columns.size()) * gap.size();
    const std::size_t share = (std::max(width, taken) - taken) / columns.size();
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::size_t widest = columns[i].size();
        for (const GroupedCounts::Group* const group : groups)
            widest = std::max(widest, display_width(shown(group->cells[i])));
        widths.push_back(std::min(widest, std::max(share, least)));
    }
    return widths;
}

void write_row(const std::string& numbers, const std::vector<std::string>& cells,
               const std::vector<std::size_t>& widths, std::ostream& stream) {
    std::string row = numbers;
    for (std::size_t i = 0; i < cells.size(); ++i)
        row.append(gap).append(padded(shown(cells[i]), widths[i]));
    stream << std::string_view(row).substr(0, row.find_last_not_of(' ') + 1) << '\n';
}

void write_others(const GroupCount& others, std::string_view what, std::ostream& stream) {
    if (others.lines > 0)
        stream << figures(others) << gap << what << '\n';
}

void write_csv(const GroupedCounts& counts, std::ostream& stream) {
    for (const std::string& column : counts.columns())
        stream << column << ',';
    stream << "lines,kilograms,lines_without_quantity\n";
    const auto write = [&](const std::vector<std::string>& cells, const GroupCount& count) {
        for (const std::string& cell : cells)
            stream << safe_csv_cell(cell) << ',';
        stream << count.lines << ',' << fmt::format("{}", count.kilograms) << ','
               << count.lines_without_quantity << '\n';
    };
    for (const GroupedCounts::Group* const group : counts.groups())
        write(group->cells, group->count);
    if (counts.others().lines > 0) {
        std::vector<std::string> cells(counts.columns().size());
        cells.front() = "(others)";
        write(cells, counts.others());
    }
}

void add_count(JsonObject& json, const GroupCount& count) {
    json.add("lines", count.lines)
        .add("kilograms", count.kilograms)
        .add("lines_without_quantity", count.lines_without_quantity);
}

JsonObject& add_groups(JsonObject& json, const GroupedCounts& counts) {
    std::vector<std::string> keys;
    for (const GroupKey key : counts.keys())
        keys.push_back(group_key_names()[static_cast<std::size_t>(key)]);
    const std::vector<std::string> columns = counts.columns();
    json.add("by", keys)
        .add("groups", json_array(counts.groups(), [&](const GroupedCounts::Group* group) {
                 JsonObject one;
                 for (std::size_t i = 0; i < columns.size(); ++i)
                     one.add(columns[i], group->cells[i]);
                 add_count(one, group->count);
                 return one.take();
             }));
    if (counts.others().lines > 0) {
        JsonObject others;
        add_count(others, counts.others());
        json.add("others", others.take());
    }
    return json;
}

} // namespace

void write_first_counts(const GroupedCounts& counts, std::size_t most_groups, std::size_t width,
                        std::ostream& stream) {
    std::vector<const GroupedCounts::Group*> groups = counts.groups();
    GroupCount rest;
    std::size_t left_out = 0;
    for (; groups.size() > most_groups; groups.pop_back(), ++left_out) {
        const GroupCount& count = groups.back()->count;
        rest.lines += count.lines;
        rest.kilograms += count.kilograms;
        rest.lines_without_quantity += count.lines_without_quantity;
    }
    const std::vector<std::string> columns = counts.columns();
    const std::vector<std::size_t> widths = column_widths(groups, columns, width);
    write_row(fmt::format("{:>{}}{}{:>{}}{}{:>{}}", "lines", figure_width, gap, "kilograms",
                          figure_width, gap, "not stated", figure_width),
              columns, widths, stream);
    for (const GroupedCounts::Group* const group : groups)
        write_row(figures(group->count), group->cells, widths, stream);
    write_others(rest, counted(left_out, "more group"), stream);
    write_others(counts.others(), "others", stream);
}

void write_counts(const GroupedCounts& counts, ReportFormat format, std::size_t width,
                  std::ostream& stream) {
    if (format == ReportFormat::csv)
        return write_csv(counts, stream);
    if (format == ReportFormat::table)
        return write_first_counts(counts, std::numeric_limits<std::size_t>::max(), width, stream);
    JsonObject json;
    json.add("schema", "preflag-counts/1");
    stream << add_groups(json, counts).take().text() << '\n';
}

Json counts_json(const GroupedCounts& counts) {
    JsonObject json;
    return add_groups(json, counts).take();
}

} // namespace preflag

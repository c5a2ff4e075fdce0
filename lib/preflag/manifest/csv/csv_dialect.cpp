#include <preflag/base/text.h>
#include <preflag/manifest/csv/csv_dialect.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace preflag {

namespace {

constexpr std::array candidates{',', ';', '\t', '|'};
constexpr std::size_t sampled_records = 100;
constexpr std::size_t most_weight = 12;
constexpr std::size_t fewest_of_all = 3; ///< cells of every record

char detect_line_end(std::string_view sample) {
    const bool has_newline = sample.find('\n') != std::string_view::npos;
    const bool has_return = sample.find('\r') != std::string_view::npos;
    return has_return && !has_newline ? '\r' : '\n';
}

/// Cell counts of the sampled records under one delimiter. Quoted line ends belong to the cell.
std::vector<std::size_t> cell_counts(std::string_view sample, char delimiter, char line_end) {
    std::vector<std::size_t> counts;
    std::size_t cells = 1;
    bool at_start = true;
    bool quoted = false;
    for (std::size_t i = 0; i < sample.size() && counts.size() < sampled_records; ++i) {
        const char c = sample[i];
        if (quoted) {
            if (c == '"' && i + 1 < sample.size() && sample[i + 1] == '"')
                ++i;
            else if (c == '"')
                quoted = false;
            continue;
        }
        if (c == line_end) {
            counts.push_back(cells);
            cells = 1;
        } else if (c == delimiter) {
            ++cells;
        } else if (c == '"' && at_start) {
            quoted = true;
        }
        at_start = c == line_end || c == delimiter;
    }
    if (counts.empty())
        counts.push_back(cells);
    return counts;
}

/// Records that have the most common number of cells, weighed with that number; or all of them,
/// weighed with the least number, where each has three cells or more: empty cells at the end may be
/// cut off.
std::size_t score(const std::vector<std::size_t>& counts) {
    std::map<std::size_t, std::size_t> frequency;
    for (const std::size_t cells : counts)
        if (cells > 1)
            ++frequency[cells];
    std::size_t best = 0;
    for (const auto& [cells, records] : frequency)
        best = std::max(best, records * records * std::min(cells, most_weight));
    const std::size_t least = *std::min_element(counts.begin(), counts.end());
    if (least >= fewest_of_all)
        best = std::max(best, counts.size() * counts.size() * std::min(least, most_weight));
    return best;
}

std::optional<CsvDialect> declared_dialect(std::string_view sample, char line_end) {
    if (sample.size() < 6 || ascii_lower(sample.substr(0, 4)) != "sep=")
        return std::nullopt;
    const std::size_t end = std::min(sample.find(line_end), sample.size());
    if (end < 5 || sample[4] == '"' || sample[4] == '\r')
        return std::nullopt;
    if (trim(sample.substr(5, end - 5)).empty())
        return CsvDialect{sample[4], line_end, std::min(end + 1, sample.size()), {}};
    return std::nullopt;
}

char best_delimiter(std::string_view sample, char line_end, std::size_t least_cells) {
    char found = ',';
    std::pair<bool, std::size_t> best{};
    for (const char candidate : candidates) {
        const std::vector<std::size_t> counts = cell_counts(sample, candidate, line_end);
        const bool is_wide = *std::max_element(counts.begin(), counts.end()) >= least_cells;
        if (const std::pair points{is_wide, score(counts)}; points.second > 0 && points > best) {
            best = points;
            found = candidate;
        }
    }
    return found;
}

} // namespace

CsvDialect detect_dialect(std::string_view sample, std::optional<char> delimiter,
                          std::size_t least_cells) {
    const char line_end = detect_line_end(sample);
    CsvDialect dialect{',', line_end, 0, {}};
    const auto declared = declared_dialect(sample, line_end);
    if (declared)
        dialect = *declared;
    if (delimiter)
        dialect.delimiter = *delimiter;
    else if (!declared)
        dialect.delimiter = best_delimiter(sample, line_end, least_cells);
    dialect.quoting =
        detect_quoting(sample.substr(dialect.skip_bytes), dialect.delimiter, line_end);
    return dialect;
}

std::string delimiter_name(char delimiter) {
    switch (delimiter) {
    case ',':
        return "comma";
    case ';':
        return "semicolon";
    case '\t':
        return "tab";
    case '|':
        return "vertical bar";
    default:
        return {delimiter};
    }
}

std::vector<std::string> split_cells(std::string_view record, char delimiter, CsvQuoting quoting) {
    std::vector<std::string> cells(1);
    bool at_start = true;
    bool quoted = false;
    for (std::size_t i = 0; i < record.size(); ++i) {
        const char c = record[i];
        if (quoting.backslash && c == '\\' && i + 1 < record.size()) {
            cells.back() += record[++i];
        } else if (quoted && c == quoting.quote) {
            if (i + 1 < record.size() && record[i + 1] == quoting.quote)
                cells.back() += record[++i];
            else
                quoted = false;
        } else if (!quoted && c == delimiter) {
            cells.emplace_back();
            at_start = true;
            continue;
        } else if (!quoted && c == quoting.quote && at_start) {
            quoted = true;
        } else {
            cells.back() += c;
        }
        at_start = false;
    }
    return cells;
}

} // namespace preflag

#include <preflag/base/text.h>
#include <preflag/manifest/csv/csv_quoting.h>

#include <algorithm>
#include <cstddef>

namespace preflag {

namespace {

constexpr std::size_t most_searched = std::size_t{1} << 20;

/// Counts, in one pass, the quoted cells that do not end where a cell ends.
class QuoteScan {
  public:
    QuoteScan(CsvQuoting quoting, char delimiter, char line_end)
        : quoting_(quoting), delimiter_(delimiter), line_end_(line_end) {}

    [[nodiscard]] std::size_t faults(std::string_view text) const {
        std::size_t faults = 0;
        bool at_start = true;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (at_start && text[i] == quoting_.quote) {
                i = closing(text, i + 1);
                const bool ends = i + 1 >= text.size() || ends_cell(text[i + 1]);
                faults += ends ? 0 : 1;
            } else if (quoting_.backslash && text[i] == '\\') {
                ++i;
            }
            at_start = i < text.size() && (text[i] == delimiter_ || text[i] == line_end_);
        }
        return faults;
    }

  private:
    [[nodiscard]] bool ends_cell(char c) const {
        return c == delimiter_ || c == line_end_ || c == '\r';
    }

    [[nodiscard]] std::size_t closing(std::string_view text, std::size_t from) const {
        std::size_t i = from;
        for (; i < text.size(); ++i) {
            const bool is_doubled =
                i + 1 < text.size() && text[i] == quoting_.quote && text[i + 1] == quoting_.quote;
            if (is_doubled || (quoting_.backslash && text[i] == '\\'))
                ++i;
            else if (text[i] == quoting_.quote)
                break;
        }
        return i;
    }

    CsvQuoting quoting_;
    char delimiter_;
    char line_end_;
};

/// Whether all cells of the first line stand in apostrophes, and those of other lines that begin
/// with one also end with one: "'7697-37-2" is the mark by which spreadsheets keep a text.
bool stands_in_apostrophes(std::string_view sample, char delimiter, char line_end) {
    constexpr std::size_t searched_cells = 2000;
    const std::string_view first = sample.substr(0, sample.find(line_end));
    std::size_t whole = 0;
    std::size_t open = 0;
    std::size_t cells = 0;
    for (std::size_t start = 0; start < sample.size() && cells < searched_cells; ++cells) {
        std::size_t end = start;
        while (end < sample.size() && sample[end] != delimiter && sample[end] != line_end)
            ++end;
        const std::string_view cell = trim(sample.substr(start, end - start));
        const bool begins = cell.starts_with('\'');
        const bool is_whole = begins && cell.size() > 1 && cell.ends_with('\'');
        if (!is_whole && start < first.size())
            return false;
        whole += is_whole ? 1 : 0;
        open += begins && !is_whole ? 1 : 0;
        start = end + 1;
    }
    return whole > 2 && open * 2 < whole;
}

} // namespace

CsvQuoting detect_quoting(std::string_view sample, char delimiter, char line_end) {
    sample = sample.substr(0, most_searched);
    CsvQuoting quoting;
    if (stands_in_apostrophes(sample, delimiter, line_end))
        quoting.quote = '\'';
    if (sample.find(std::string{'\\', quoting.quote}) == std::string_view::npos)
        return quoting;
    CsvQuoting escaped = quoting;
    escaped.backslash = true;
    const auto faults = [&](CsvQuoting tried) {
        return QuoteScan(tried, delimiter, line_end).faults(sample);
    };
    return faults(escaped) < faults(quoting) ? escaped : quoting;
}

} // namespace preflag

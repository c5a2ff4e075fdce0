#include <preflag/base/text.h>
#include <preflag/report/clearance/clearance_writer.h>
#include <preflag/report/formats/report_formats.h>
#include <preflag/report/summary_writer.h>
#include <preflag/report/text/colour.h>
#include <preflag/report/text/score_text.h>
#include <preflag/report/text/wrap.h>

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

namespace preflag {

namespace {

/// Column widths, fixed by the width of the table alone, so that lines can be written as they come.
struct Columns {
    explicit Columns(std::size_t wanted) {
        width = std::max(wanted, narrowest);
        const std::size_t rest = width - line - severity - outcome - 4 * gap;
        goods = std::clamp(rest / 2, std::size_t{10}, std::size_t{40});
        consignee = std::clamp(rest - goods, std::size_t{8}, std::size_t{26});
        message_at = line + severity + outcome + goods + consignee + 5 * gap;
    }

    static constexpr std::size_t narrowest = 60;
    static constexpr std::size_t gap = 2;
    static constexpr std::size_t line = 8;
    static constexpr std::size_t severity = 8;
    static constexpr std::size_t outcome = 13;
    std::size_t width = 0;
    std::size_t goods = 0;
    std::size_t consignee = 0;
    std::size_t message_at = 0; ///< where a message starts that still fits on the row
};

/// "clear" where nothing was found, "cleared" where somebody let it pass.
std::string_view outcome_of(const ScreenedLine& line) {
    if (line.findings.empty())
        return "clear";
    return line.is_cleared() ? "cleared" : name_of(line.findings.front().outcome);
}

/// The sentence that decided, with what stands behind it in the other formats.
std::string message_of(const ScreenedLine& line) {
    if (line.findings.empty())
        return line.reading.substances.empty()
                   ? ""
                   : line.reading.substances.front().substance->name + ", nothing to report";
    const auto open = std::count_if(line.findings.begin(), line.findings.end(),
                                    [](const Finding& finding) { return finding.is_open(); });
    const auto all = static_cast<std::ptrdiff_t>(line.findings.size());
    const std::ptrdiff_t more = (open == 0 ? all : open) - 1;
    const Finding& first = line.findings.front();
    std::string message = first.message;
    if (more > 0)
        message +=
            fmt::format(" (and {})", counted(static_cast<std::uint64_t>(more), "more finding"));
    for (const std::string& remark : first.remarks)
        message += "; " + remark;
    if (const std::string because = because_of(first); !because.empty())
        message += "; " + because;
    if (open > 0 && open < all)
        message += fmt::format("; {} more cleared", all - open);
    return message;
}

/// Lines that have findings, but of less than the severity that is shown or cleared ones, are not
/// hidden.
std::string nothing_flagged(const RunReport& run) {
    std::uint64_t below = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(run.min_severity); ++i)
        below += run.counts.lines_by_severity[i];
    std::string sentence = "no line was flagged";
    if (below > 0)
        sentence = fmt::format("no line of severity {} or more; {} of less not shown",
                               name_of(run.min_severity), counted(below, "line"));
    const std::uint64_t cleared = run.counts.lines_cleared + run.counts.lines_suppressed;
    if (cleared > 0)
        sentence += "; " + counted(cleared, "line") + " cleared";
    return sentence;
}

class TableWriter : public ReportWriter {
  public:
    TableWriter(const ReportStyle& style, std::ostream& stream)
        : columns_(style.width), style_(style), stream_(stream) {}

    void begin() override {}

    void write(const ScreenedLine& line) override {
        if (file_ != line.file)
            write_heading(line.file);
        const std::string message = printable(message_of(line));
        std::string row = row_of(line);
        if (columns_.message_at + display_width(message) <= columns_.width) {
            end_row(row.append(columns_.gap, ' ') + message);
        } else {
            end_row(row);
            write_below(message);
        }
        if (const std::string score = score_text(line); !score.empty())
            write_below(printable(score));
    }

    void finish(const RunReport& run) override {
        if (run.counts.lines_flagged == 0)
            stream_ << (file_ ? "\n" : "") << nothing_flagged(run) << '\n';
        write_warnings(run, style_, stream_);
    }

  private:
    void write_heading(const std::string& file) {
        stream_ << (file_ ? "\n" : "") << printable(file) << '\n';
        end_row(
            cells("line", padded("severity", Columns::severity), "outcome", "goods", "consignee"));
        file_ = file;
    }

    [[nodiscard]] std::string row_of(const ScreenedLine& line) const {
        const bool clear = !line.has_open_findings();
        std::string severity = padded(clear ? "-" : name_of(line.severity), Columns::severity);
        if (style_.colour && !clear)
            severity = in_colour_of(line.severity, severity);
        return cells(std::to_string(line.line), severity, outcome_of(line), printable(line.goods),
                     printable(line.consignee));
    }

    /// The severity comes padded: its colour takes no room.
    [[nodiscard]] std::string cells(std::string_view line, std::string_view severity,
                                    std::string_view outcome, std::string_view goods,
                                    std::string_view consignee) const {
        return fmt::format("{:>{}}  {}  {}  {}  {}", line, Columns::line, severity,
                           padded(outcome, Columns::outcome), padded(goods, columns_.goods),
                           padded(consignee, columns_.consignee));
    }

    void write_below(const std::string& message) {
        constexpr std::size_t indent = Columns::line + Columns::gap;
        for (const std::string& row : wrapped(message, columns_.width - indent))
            stream_ << std::string(indent, ' ') << row << '\n';
    }

    void end_row(std::string_view row) {
        stream_ << row.substr(0, row.find_last_not_of(' ') + 1) << '\n';
    }

    Columns columns_;
    ReportStyle style_;
    std::ostream& stream_;
    std::optional<std::string> file_; ///< of the last heading
};

} // namespace

std::unique_ptr<ReportWriter> make_table_writer(const ReportStyle& style, std::ostream& stream) {
    return std::make_unique<TableWriter>(style, stream);
}

} // namespace preflag

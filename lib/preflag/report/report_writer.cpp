#include <preflag/report/report_formats.h>
#include <preflag/report/report_writer.h>

namespace preflag {

std::optional<ReportFormat> parse_report_format(std::string_view name) {
    if (name == "table")
        return ReportFormat::table;
    if (name == "csv")
        return ReportFormat::csv;
    if (name == "json")
        return ReportFormat::json;
    if (name == "jsonl")
        return ReportFormat::jsonl;
    return std::nullopt;
}

std::unique_ptr<ReportWriter> make_report_writer(ReportFormat format, const ReportStyle& style,
                                                 std::ostream& stream) {
    switch (format) {
    case ReportFormat::csv:
        return make_csv_writer(style, stream);
    case ReportFormat::json:
        return make_json_writer(stream);
    case ReportFormat::jsonl:
        return make_jsonl_writer(stream);
    case ReportFormat::table:
        break;
    }
    return make_table_writer(style, stream);
}

} // namespace preflag

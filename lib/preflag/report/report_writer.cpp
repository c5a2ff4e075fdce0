#include <preflag/report/formats/report_formats.h>
#include <preflag/report/html/html_writer.h>
#include <preflag/report/metrics/prom_writer.h>
#include <preflag/report/report_writer.h>
#include <preflag/report/sarif/sarif_writer.h>
#include <preflag/report/xlsx/xlsx_writer.h>

#include <algorithm>

namespace preflag {

const std::vector<std::string>& report_format_names() {
    static const std::vector<std::string> names{"table", "csv",   "json", "jsonl",
                                                "html",  "sarif", "prom", "xlsx"};
    return names;
}

std::optional<ReportFormat> parse_report_format(std::string_view name) {
    const auto& names = report_format_names();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<ReportFormat>(found - names.begin());
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
    case ReportFormat::html:
        return make_html_writer(style, stream);
    case ReportFormat::sarif:
        return make_sarif_writer(stream);
    case ReportFormat::prom:
        return make_prom_writer(style, stream);
    case ReportFormat::xlsx:
        return make_xlsx_writer(style, stream);
    case ReportFormat::table:
        break;
    }
    return make_table_writer(style, stream);
}

} // namespace preflag

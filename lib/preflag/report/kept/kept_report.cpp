#include <preflag/base/error.h>
#include <preflag/base/file/text_file.h>
#include <preflag/report/kept/kept_report.h>
#include <preflag/report/kept/kept_run.h>
#include <preflag/report/kept/kept_values.h>

#include <string_view>

namespace preflag {

namespace {

constexpr std::string_view report_begin = R"({"schema":"preflag-report/1","lines":[)";
constexpr std::string_view report_end = R"(],"version":)";

/// Calls `use` with the document in `text`; faults are told with the line of the report.
template <typename Use>
void with_document(std::string text, const std::string& name, std::uint64_t number, Use use) {
    try {
        use(read_json(std::move(text), name));
    } catch (const MalformedFile& error) {
        std::vector<Diagnostic> faults = error.diagnostics();
        for (Diagnostic& fault : faults)
            fault.position.line = number;
        throw MalformedFile(std::move(faults));
    }
}

} // namespace

std::optional<RunReport> read_kept_report(std::istream& report, const std::string& name,
                                          KeptLines& lines,
                                          const std::function<void(ScreenedLine)>& take) {
    std::optional<RunReport> run;
    std::string text;
    bool is_whole = true;
    for (std::uint64_t number = 1; std::getline(report, text); ++number) {
        if (number == 1 && text.starts_with(report_begin)) {
            is_whole = false;
            continue;
        }
        if (!is_whole && text.starts_with(report_end)) {
            with_document('{' + text.substr(2), name, number, [&](const Document& document) {
                run = kept_run(document, kept_object(document.root, "run"));
            });
            is_whole = true;
            continue;
        }
        if (text.ends_with(','))
            text.pop_back();
        if (!text.empty())
            with_document(std::move(text), name, number,
                          [&](const Document& document) { take(lines.read(document)); });
        text.clear();
    }
    if (!report.eof())
        throw InputError("the report " + name + " cannot be read");
    if (!is_whole)
        throw InputError("the report " + name +
                         " is cut off: its run is missing at the end; write it again");
    return run;
}

RunReport read_kept_summary(const std::string& path) {
    const Document document = read_json(read_text_file(path, "summary"), path);
    return kept_run(document, document.root);
}

} // namespace preflag

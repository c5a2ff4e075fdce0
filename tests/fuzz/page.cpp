// Kept reports and the pages made of them: what a report holds never becomes markup.
#include "fuzzing.h"

#include <preflag/base/error.h>
#include <preflag/report/html/html_text.h>
#include <preflag/report/html/html_writer.h>
#include <preflag/report/kept/kept_report.h>

#include <sstream>

using namespace preflag;

namespace {

bool is_plain(std::string_view html) {
    for (const char c : html)
        if (c == '<' || c == '>' || c == '"' || c == '\'' || (c >= 0 && c < ' '))
            return false;
    return true;
}

std::size_t scripts_in(std::string_view page) {
    std::size_t count = 0;
    for (std::size_t at = page.find("<script"); at != page.npos; at = page.find("<script", at + 1))
        ++count;
    return count;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    fuzzing::require(is_plain(html_text(text)), "a text became markup");
    std::ostringstream page;
    const auto writer = make_html_writer({}, page);
    try {
        KeptLines lines;
        std::istringstream report(text);
        const auto run = read_kept_report(report, "report", lines,
                                          [&](const ScreenedLine& line) { writer->write(line); });
        writer->finish(run.value_or(RunReport()));
        fuzzing::require(scripts_in(page.str()) == 2, "a page has a script of the report's");
    } catch (const MalformedFile& error) {
        fuzzing::require(!error.diagnostics().empty(), "an error says nothing");
    } catch (const InputError&) {
    }
    return 0;
}

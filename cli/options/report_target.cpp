#include "options/report_target.h"

#include <preflag/base/error.h>
#include <preflag/base/text.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace preflag {

namespace {

/// A table under such a name would be taken for something else.
bool is_other_format(const std::string& suffix) {
    constexpr std::array others{".xls",  ".ods",     ".xml", ".pdf", ".tsv",
                                ".yaml", ".parquet", ".gz",  ".zip", ".zst"};
    return std::find(others.begin(), others.end(), suffix) != others.end();
}

/// Whether the text before a colon is meant to be a format, not the beginning of a file's name.
bool looks_like_format(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
}

[[noreturn]] void throw_no_format(const std::string& option, const std::string& word,
                                  const std::string& name) {
    const std::vector<std::string>& formats = report_format_names();
    const auto near = nearest(name, formats);
    throw UsageError(
        fmt::format("{3} {0}: there is no report format \"{1}\"; {2} (./{0} is a file of "
                    "this name)",
                    word, name,
                    near ? fmt::format("did you mean {}?", *near)
                         : fmt::format("there are {}", fmt::join(formats, ", ")),
                    option));
}

} // namespace

ReportTarget report_target(const std::string& option, const std::string& word,
                           ReportFormat fallback) {
    const auto colon = word.find(':');
    if (colon != std::string::npos) {
        const std::string name = word.substr(0, colon);
        if (const auto format = parse_report_format(name))
            return {*format, word.substr(colon + 1)};
        if (looks_like_format(name))
            throw_no_format(option, word, name);
    }
    std::string suffix = ascii_lower(std::filesystem::path(word).extension().string());
    if (suffix == ".ndjson")
        suffix = ".jsonl";
    if (suffix == ".htm")
        suffix = ".html";
    if (is_other_format(suffix))
        throw UsageError(fmt::format("{2} {0}: there is no report in the format {1}; the "
                                     "formats are {3} (csv:{0} writes CSV under this name)",
                                     word, suffix, option, fmt::join(report_format_names(), ", ")));
    const auto format = suffix.empty() ? std::nullopt : parse_report_format(suffix.substr(1));
    return {format.value_or(fallback), word};
}

} // namespace preflag

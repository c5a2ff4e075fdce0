#include <preflag/base/text.h>
#include <preflag/manifest/manifest_format.h>

#include <algorithm>
#include <array>
#include <string>

namespace preflag {

namespace {

constexpr std::array compressions{".gz", ".zst", ".xz", ".bz2", ".lz4"};

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::string name_without_compression(std::string_view name) {
    std::string lower = ascii_lower(name);
    for (const std::string_view compression : compressions)
        if (ends_with(lower, compression))
            lower.resize(lower.size() - compression.size());
    return lower;
}

/// A second object after the first one's line makes it JSON Lines.
bool is_json_lines(std::string_view text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view first = trim(text.substr(0, end));
    const std::string_view rest = trim(text.substr(end));
    return !first.empty() && first.back() == '}' && !rest.empty() && rest.front() == '{';
}

bool looks_like_yaml(std::string_view text) {
    const std::string_view first = trim(text.substr(0, text.find('\n')));
    if (text.substr(0, 3) == "---" || text.substr(0, 2) == "- ")
        return true;
    if (first.empty() || first.find_first_of(",;\t|") != std::string_view::npos)
        return false;
    const std::size_t colon = first.find(':');
    return colon != std::string_view::npos &&
           (colon + 1 == first.size() || first[colon + 1] == ' ');
}

} // namespace

ManifestFormat detect_format(std::string_view name, std::string_view sample) {
    const std::string lower = name_without_compression(name);
    const std::string_view text = trim(sample);
    if (ends_with(lower, ".csv") || ends_with(lower, ".tsv"))
        return ManifestFormat::csv;
    if (ends_with(lower, ".jsonl") || ends_with(lower, ".ndjson"))
        return ManifestFormat::json_lines;
    if (ends_with(lower, ".yaml") || ends_with(lower, ".yml"))
        return ManifestFormat::yaml;
    if (!text.empty() && text.front() == '{')
        return is_json_lines(text) ? ManifestFormat::json_lines : ManifestFormat::json;
    if (ends_with(lower, ".json") || (!text.empty() && text.front() == '['))
        return ManifestFormat::json;
    return looks_like_yaml(text) ? ManifestFormat::yaml : ManifestFormat::csv;
}

bool has_manifest_name(std::string_view name) {
    constexpr std::array endings{".csv",   ".tsv",    ".txt",  ".yaml", ".yml", ".json",
                                 ".jsonl", ".ndjson", ".xlsx", ".xlsm", ".ods"};
    if (name.empty() || name.front() == '.' || name.starts_with("~$")) // open in Excel
        return false;
    const std::string lower = name_without_compression(name);
    return ends_with(lower, ".zip") ||
           std::any_of(endings.begin(), endings.end(),
                       [&](std::string_view ending) { return ends_with(lower, ending); });
}

} // namespace preflag

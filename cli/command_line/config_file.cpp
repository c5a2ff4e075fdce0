#include "config_file.h"

#include <preflag/base/document/document.h>
#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/report/report_writer.h>

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>

namespace preflag {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_config = 1U << 20U;

void add_keys(const Command& command, std::set<std::string>& keys) {
    for (std::string& key : command.options.keys())
        keys.insert(std::move(key));
    for (const Command& nested : command.nested)
        add_keys(nested, keys);
}

std::vector<std::string> keys_of(const Command& program) {
    std::set<std::string> keys;
    add_keys(program, keys);
    return {keys.begin(), keys.end()};
}

/// Empty when it is not set.
std::string environment_value(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

std::optional<fs::path> usual_place() {
    std::vector<fs::path> places;
    const std::string configuration_home = environment_value("XDG_CONFIG_HOME");
    const std::string home = environment_value("HOME");
    if (!configuration_home.empty())
        places.push_back(fs::path(configuration_home) / "preflag/config.yaml");
    else if (!home.empty())
        places.push_back(fs::path(home) / ".config/preflag/config.yaml");
    places.emplace_back("/etc/preflag/config.yaml");
    std::error_code error;
    for (const fs::path& place : places)
        if (fs::exists(place, error))
            return place;
    return std::nullopt;
}

std::string read_whole(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(stream), {});
    if (!stream.good() && !stream.eof())
        throw UsageError(fmt::format("{}: the configuration file cannot be read", path.string()));
    return text;
}

void check_keys(const Document& document, const std::vector<std::string>& known) {
    std::vector<Diagnostic> diagnostics;
    if (!document.root.is_map())
        diagnostics.push_back(document.error_at(
            document.root.position(), "a configuration file is a map of option names and values",
            "for example:  fail-on: medium"));
    for (const DocumentEntry& entry : document.root.entries()) {
        if (std::find(known.begin(), known.end(), entry.key) != known.end())
            continue;
        diagnostics.push_back(document.error_at(
            entry.position, fmt::format("there is no option \"{}\"", entry.key),
            did_you_mean(entry.key, known,
                         fmt::format("the options are: {}", fmt::join(known, ", ")))));
    }
    if (!diagnostics.empty())
        throw MalformedFile(std::move(diagnostics));
}

std::vector<std::string> values_of(const Document& document, const DocumentEntry& entry) {
    std::vector<std::string> values;
    if (entry.value.is_scalar())
        values.push_back(entry.value.text());
    for (const DocumentNode& item : entry.value.items())
        values.push_back(item.text());
    for (const DocumentEntry& part : entry.value.entries())
        values.push_back(part.key + '=' + part.value.text());
    if (values.empty())
        throw MalformedFile(
            {document.error_at(entry.position, fmt::format("\"{}\" has no value", entry.key),
                               "give one value, or a list for a repeatable option")});
    return values;
}

/// A file or folder is looked for beside the configuration file, wherever the program is started.
std::string beside(const std::string& config, const Option& option, const std::string& value) {
    const bool is_report = option.kind == ValueKind::report;
    if (value.empty() || value == "-" ||
        (!is_report && option.kind != ValueKind::file && option.kind != ValueKind::folder))
        return value;
    const auto colon = is_report ? value.find(':') : std::string::npos;
    const bool has_format =
        colon != std::string::npos && parse_report_format(value.substr(0, colon)).has_value();
    const std::size_t start = has_format ? colon + 1 : 0;
    const fs::path path = value.substr(start);
    if (path == "-" || path.is_absolute())
        return value;
    return value.substr(0, start) + (fs::path(config).parent_path() / path).string();
}

void apply_entry(ParsedLine& line, const Document& document, const DocumentEntry& entry) {
    const Option* const option = line.path.back()->options.find_key(entry.key);
    if (option == nullptr || line.given.contains(option))
        return;
    auto values = values_of(document, entry);
    for (std::string& value : values)
        value = beside(document.file, *option, value);
    try {
        assign(*option, values);
    } catch (const UsageError& error) {
        throw MalformedFile({document.error_at(entry.value.position(), error.what())});
    }
    line.given.insert(option);
}

/// Where the file is, and who says so; no path for no file at all.
struct ConfigPlace {
    std::optional<fs::path> path;
    const char* named_by = "--config";
};

ConfigPlace place_of(const std::string& typed) {
    ConfigPlace place;
    std::string wanted = typed;
    if (wanted.empty()) {
        wanted = environment_value("PREFLAG_CONFIG");
        place.named_by = "PREFLAG_CONFIG";
    }
    if (wanted.empty())
        place.path = usual_place();
    else if (wanted != "none")
        place.path = wanted;
    return place;
}

void check_file(const ConfigPlace& place) {
    std::error_code error;
    if (!fs::is_regular_file(*place.path, error))
        throw UsageError(fmt::format("{} {}: {}", place.named_by, place.path->string(),
                                     fs::exists(*place.path, error)
                                         ? "this is no file"
                                         : "there is no such configuration file"));
}

} // namespace

void add_config_option(OptionSet& options, std::string& path) {
    options.begin_group("Rules and configuration");
    options
        .add(file("--config", &path,
                  "Configuration file instead of the usual one; \"none\" for no file at all"))
        .is_configurable = false;
}

void apply_config(const Command& program, ParsedLine& line) {
    const Option* const option = line.path.back()->options.find("--config");
    if (option == nullptr)
        return;
    std::string& used = *std::get<std::string*>(option->target);
    const ConfigPlace place = place_of(used);
    used = place.path ? place.path->string() : "";
    if (!place.path)
        return;
    check_file(place);
    const Document document =
        read_yaml(read_whole(*place.path), used, {.bytes = largest_config, .nodes = 10'000});
    check_keys(document, keys_of(program));
    for (const DocumentEntry& entry : document.root.entries())
        apply_entry(line, document, entry);
}

} // namespace preflag

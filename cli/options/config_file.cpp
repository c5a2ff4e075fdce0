#include "config_file.h"

#include <preflag/base/document.h>
#include <preflag/base/error.h>
#include <preflag/base/text.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

namespace preflag {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_config = 1U << 20U;

/// Not options that only make sense when typed.
bool is_configurable(const CLI::Option& option) {
    const std::string name = option.get_single_name();
    return option.nonpositional() && option.get_configurable() && name != "help" &&
           name != "config" && name != "version";
}

std::vector<std::string> option_names(const CLI::App& application) {
    std::set<std::string> names;
    for (const CLI::App* command : application.get_subcommands({}))
        for (const CLI::Option* option : command->get_options())
            if (is_configurable(*option))
                names.insert(option->get_lnames().begin(), option->get_lnames().end());
    return {names.begin(), names.end()};
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
        throw PackError(std::move(diagnostics));
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
        throw PackError(
            {document.error_at(entry.position, fmt::format("\"{}\" has no value", entry.key),
                               "give one value, or a list for a repeatable option")});
    return values;
}

void apply_entry(CLI::App& command, const Document& document, const DocumentEntry& entry) {
    CLI::Option* option = command.get_option_no_throw("--" + entry.key);
    if (option == nullptr || option->count() > 0 || !is_configurable(*option))
        return;
    const auto values = values_of(document, entry);
    try {
        option->add_result(values);
        option->run_callback();
    } catch (const CLI::Error& error) {
        throw PackError({document.error_at(entry.value.position(), error.what())});
    }
}

} // namespace

void add_config_option(CLI::App& command, std::string& path) {
    command
        .add_option("--config", path,
                    "Configuration file instead of the usual one; \"none\" for no file at all")
        ->type_name("FILE");
}

std::optional<fs::path> apply_config(CLI::App& command, const std::string& typed_path) {
    const bool typed = !typed_path.empty();
    const std::string wanted = typed ? typed_path : environment_value("PREFLAG_CONFIG");
    if (wanted == "none")
        return std::nullopt;
    const auto path = wanted.empty() ? usual_place() : std::optional<fs::path>(wanted);
    if (!path)
        return std::nullopt;
    std::error_code error;
    if (!fs::is_regular_file(*path, error))
        throw UsageError(fmt::format(
            "{} {}: {}", typed ? "--config" : "PREFLAG_CONFIG", path->string(),
            fs::exists(*path, error) ? "this is no file" : "there is no such configuration file"));
    const Document document =
        read_yaml(read_whole(*path), path->string(), {.bytes = largest_config, .nodes = 10'000});
    check_keys(document, option_names(*command.get_parent()));
    for (const DocumentEntry& entry : document.root.entries())
        apply_entry(command, document, entry);
    return path;
}

} // namespace preflag

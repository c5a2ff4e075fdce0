#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace preflag {

/// Gives the options of `command` that were not typed the values of a configuration file: YAML, one
/// key for each long option name. Uses `typed_path` (--config), else the file that the environment
/// variable PREFLAG_CONFIG names ("none" in either place: no file), else the first that exists of
/// $XDG_CONFIG_HOME/preflag/config.yaml (~/.config by default) and /etc/preflag/config.yaml.
/// Returns the file used. Keys of other commands are passed over;
/// unknown keys and unusable values are a PackError with their place.
std::optional<std::filesystem::path> apply_config(CLI::App& command, const std::string& typed_path);

void add_config_option(CLI::App& command, std::string& path);

} // namespace preflag

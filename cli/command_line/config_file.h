#pragma once

#include "command_line/command_line.h"

#include <string>

namespace preflag {

/// --config FILE.
void add_config_option(OptionSet& options, std::string& path);

/// Gives the options of the command that were not typed the values of a configuration file: YAML,
/// one key for each long option name; files and folders are looked for beside it. Takes the file
/// that --config names, else $PREFLAG_CONFIG ("none" is no file at all for both), else the first
/// that exists of $XDG_CONFIG_HOME/preflag/config.yaml (~/.config by default) and
/// /etc/preflag/config.yaml. The variable of --config then holds the file used, or nothing. Does
/// nothing for a command without --config. Keys of other commands of `program` are passed over;
/// unknown keys and unusable values are a MalformedFile with their place.
void apply_config(const Command& program, ParsedLine& line);

} // namespace preflag

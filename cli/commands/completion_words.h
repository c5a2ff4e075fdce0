#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace preflag {

// The table of commands and options as completion scripts need it.

std::vector<const CLI::App*> commands_of(const CLI::App& app);
std::vector<std::string> names_of(const std::vector<const CLI::App*>& commands);
/// Options of a command that are typed with dashes.
std::vector<const CLI::Option*> options_of(const CLI::App& command);
bool takes_value(const CLI::Option& option);
/// The words that an option or argument accepts; empty when it takes any text.
std::vector<std::string> choices_of(const CLI::Option& option);
/// Everything that may stand behind a command: nested commands, options, words of its arguments.
std::vector<std::string> words_of(const CLI::App& command);

} // namespace preflag

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class Error;
class Validator;
} // namespace CLI

namespace preflag {

/// The command that the words on the command line chose, or `app` itself.
const CLI::App& chosen_command(const CLI::App& app);

/// What is wrong with the words on the command line, in a sentence that says what to do: unknown
/// commands and options with a did-you-mean, an option given twice, a missing value.
std::string usage_sentence(const CLI::App& app, const CLI::Error& error);

/// Throws UsageError for an option or argument with an empty value: an unset variable of a script
/// must not switch something off without a word.
void check_values(const CLI::App& command);

/// A check that a value is one of `words`; says which there are, and the nearest.
CLI::Validator one_of(std::vector<std::string> words);

} // namespace preflag

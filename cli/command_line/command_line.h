#pragma once

#include "command_line/command.h"

#include <preflag/base/error.h>

#include <set>
#include <string>
#include <vector>

namespace preflag {

/// Words on the command line that make no sense; `title` is the command whose help explains.
class CommandLineError : public UsageError {
  public:
    CommandLineError(const CommandPath& path, const std::string& message)
        : UsageError(message), title(title_of(path)) {}
    std::string title;
};

/// What the words on the command line ask for. The variables of the options that were given have
/// their values.
struct ParsedLine {
    enum class Wish { run, help, version };
    Wish wish = Wish::run;
    CommandPath path;
    std::set<const Option*> given;
};

/// Throws CommandLineError with a sentence that says what to do: unknown commands and options with
/// a did-you-mean, an option given twice, a missing or unusable value. Required options that are
/// missing are left to check_required(), because a configuration file may still give them.
ParsedLine parse_command_line(const Command& program, int argc, const char* const* argv);

/// Throws CommandLineError for a required option without a value.
void check_required(const ParsedLine& line);

} // namespace preflag

#pragma once

#include "command_line/option.h"

#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// Options that stand together in help and manual.
struct OptionGroup {
    std::string title; ///< "Options" when they have none of their own
    std::vector<Option> options;
};

/// The options and arguments of a command, in the order in which they are shown. What several
/// commands share is added by the same function, so that it has the same names, words and checks
/// everywhere.
class OptionSet {
  public:
    /// What is added from now on stands in this group and is a key of the configuration file.
    /// Before the first call it is for the command alone, and no key.
    void begin_group(const std::string& title);
    /// The reference holds until the next call.
    Option& add(Option option);

    [[nodiscard]] const std::vector<OptionGroup>& groups() const { return groups_; }
    /// Those with dashes, in the order of help.
    [[nodiscard]] std::vector<const Option*> options() const;
    [[nodiscard]] std::vector<const Option*> arguments() const;
    /// "--colour"; nullptr when there is none of this name.
    [[nodiscard]] const Option* find(std::string_view name) const;
    /// The option that a key of the configuration file, "colour", stands for; nullptr when none.
    [[nodiscard]] const Option* find_key(std::string_view key) const;
    /// The keys of the configuration file that mean something to this command.
    [[nodiscard]] std::vector<std::string> keys() const;

  private:
    std::vector<OptionGroup> groups_{{"Options", {}}};
    std::size_t current_ = 0;
};

} // namespace preflag

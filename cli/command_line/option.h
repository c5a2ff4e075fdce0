#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace preflag {

/// What a value is. Checks, completion and the paths in a configuration file go by it.
enum class ValueKind {
    flag,
    text,
    number,
    choice, ///< one of a few words
    file,
    folder,
    report, ///< FILE, or FORMAT:FILE
};

/// The variable that an option is for; it lives as long as the command. A list may be given several
/// times.
using OptionTarget =
    std::variant<bool*, std::string*, std::vector<std::string>*, std::optional<unsigned>*>;

/// Both ends are allowed.
struct NumberRange {
    unsigned least = 0, most = 1'000'000'000;
};

/// One option or argument of a command. Parsing, help, manual, completion and the configuration
/// file all read this and nothing else. Made by the functions below.
struct Option {
    std::vector<std::string> names; ///< "--colour"; without dashes for an argument
    ValueKind kind = ValueKind::text;
    OptionTarget target;
    std::string value_name;           ///< "FILE"; empty for flags and choices
    std::string help;                 ///< one line, without a full stop
    std::string details;              ///< further sentences for the manual
    std::vector<std::string> choices; ///< all words of a choice; of a text, likely ones
    NumberRange range;                ///< for the kind number
    std::string default_value;        ///< what the variable holds before parsing, for help
    bool is_required = false;
    bool takes_rest = false;      ///< several values may stand behind one name
    bool is_configurable = false; ///< is a key of the configuration file

    Option& required() {
        is_required = true;
        return *this;
    }
    Option& with_rest() {
        takes_rest = true;
        return *this;
    }
    Option& manual(std::string sentences) {
        details = std::move(sentences);
        return *this;
    }

    /// An argument stands for itself: it has no dashes.
    [[nodiscard]] bool is_argument() const { return !names.front().starts_with('-'); }
    [[nodiscard]] bool is_list() const {
        return std::holds_alternative<std::vector<std::string>*>(target);
    }
    /// "FILE", "text|json", or "" for a flag.
    [[nodiscard]] std::string value_text() const;
};

/// `names` as in "--color,--colour"; the last one counts as the common one.
Option flag(std::string_view names, bool& target, std::string help);
Option number(std::string_view names, std::optional<unsigned>& target, NumberRange range,
              std::string value_name, std::string help);
Option choice(std::string_view names, std::string& target, std::vector<std::string> choices,
              std::string help);
/// Text, files and folders, one of them or a list.
Option text(std::string_view names, OptionTarget target, std::string value_name, std::string help);
Option file(std::string_view names, OptionTarget target, std::string help);
Option folder(std::string_view names, OptionTarget target, std::string help);
Option report(std::string_view names, OptionTarget target, std::string help);

/// Gives the variable its values. Throws UsageError, which names the option, for a value that it
/// does not take.
void assign(const Option& option, const std::vector<std::string>& values);

} // namespace preflag

#include "command_line.h"

#include "command_line/usage.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <map>

namespace preflag {

namespace {

/// A command line as CLI11 knows it, made from the table of commands and options.
class Parser {
  public:
    explicit Parser(const Command& program) : app_(program.summary, program.name) {
        app_.set_version_flag("--version", program.name);
        app_.require_subcommand(1);
        add(program, app_);
    }

    ParsedLine parse(int argc, const char* const* argv) {
        ParsedLine line;
        try {
            app_.parse(argc, argv);
        } catch (const CLI::CallForHelp&) {
            line.wish = ParsedLine::Wish::help;
        } catch (const CLI::CallForVersion&) {
            line.wish = ParsedLine::Wish::version;
        } catch (const CLI::Error& error) {
            throw CommandLineError(path(), sentence(error));
        }
        line.path = path();
        if (line.wish == ParsedLine::Wish::run)
            take_values(line);
        return line;
    }

  private:
    void add(const Command& command, CLI::App& app) {
        commands_.emplace(&app, &command);
        for (const OptionGroup& group : command.options.groups())
            for (const Option& option : group.options)
                add(option, app);
        for (const Command& nested : command.nested) {
            CLI::App* const sub = app.add_subcommand(nested.name, nested.summary);
            if (!nested.nested.empty())
                sub->require_subcommand(1);
            add(nested, *sub);
        }
    }

    void add(const Option& option, CLI::App& app) {
        const std::string names = fmt::format("{}", fmt::join(option.names, ","));
        CLI::Option* added = nullptr;
        if (option.kind == ValueKind::flag) {
            added = app.add_flag(names);
        } else {
            added = app.add_option(names);
            if (option.is_list())
                added->expected(1, CLI::detail::expected_max_vector_size)
                    ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
                    ->allow_extra_args(option.takes_rest);
        }
        added->type_name(option.value_text());
        options_.emplace(&option, added);
    }

    [[nodiscard]] CommandPath path() const {
        CommandPath path;
        for (const CLI::App* app = &app_; app != nullptr;) {
            path.push_back(commands_.at(app));
            const auto chosen = app->get_subcommands();
            app = chosen.empty() ? nullptr : chosen.back();
        }
        return path;
    }

    [[nodiscard]] std::string sentence(const CLI::Error& error) const {
        std::string message = error.what();
        const std::string kind = error.get_name();
        if (kind == "RequiredError" && message.starts_with("A subcommand"))
            return no_command(path(), app_.remaining(true));
        if (message.starts_with("The following argument"))
            return unexpected_words(path(), app_.remaining(true));
        if (kind == "ArgumentMismatch" && message.find("At Most 1 ") != std::string::npos)
            return message.substr(0, message.find(':')) + ": give it only once";
        return message;
    }

    void take_values(ParsedLine& line) const {
        for (const OptionGroup& group : line.path.back()->options.groups())
            for (const Option& option : group.options) {
                const CLI::Option& typed = *options_.at(&option);
                if (typed.count() == 0)
                    continue;
                line.given.insert(&option);
                try {
                    assign(option, typed.results());
                } catch (const UsageError& error) {
                    throw CommandLineError(line.path, error.what());
                }
            }
    }

    CLI::App app_;
    std::map<const CLI::App*, const Command*> commands_;
    std::map<const Option*, CLI::Option*> options_;
};

/// An unset variable of a script must not switch something off without a word.
void check_values(const Option& option) {
    const auto check = [&](const std::string& value) {
        if (value.empty())
            throw UsageError(fmt::format("{}: the value is empty",
                                         option.is_argument() && !option.value_text().empty()
                                             ? option.value_text()
                                             : option.names.front()));
    };
    if (const auto* text = std::get_if<std::string*>(&option.target))
        check(**text);
    if (const auto* list = std::get_if<std::vector<std::string>*>(&option.target))
        for (const std::string& value : **list)
            check(value);
}

} // namespace

ParsedLine parse_command_line(const Command& program, int argc, const char* const* argv) {
    ParsedLine line = Parser(program).parse(argc, argv);
    for (const Option* option : line.given)
        check_values(*option);
    return line;
}

void check_required(const ParsedLine& line) {
    for (const OptionGroup& group : line.path.back()->options.groups())
        for (const Option& option : group.options)
            if (option.is_required && !line.given.contains(&option))
                throw CommandLineError(line.path,
                                       fmt::format("{} is required", option.names.front()));
}

} // namespace preflag

#include "lists_command.h"

#include "command_line/config_file.h"
#include "exit_status.h"
#include "options/input_options.h"
#include "options/output_options.h"
#include "options/watchlist_options.h"
#include "standard_output.h"
#include "terminal.h"

#include <preflag/base/error.h>
#include <preflag/report/lists_writer.h>
#include <preflag/run/warnings.h>
#include <preflag/watchlists/index/compiled_file.h>
#include <preflag/watchlists/read_list.h>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <memory>

namespace preflag {

namespace {

struct CheckArguments {
    InputArguments input;
    std::vector<std::string> files;
    std::optional<unsigned> max_age;
    std::string format = "text";
    std::string config;
};

struct SearchArguments {
    InputArguments input;
    WatchlistArguments lists;
    std::string name, country, address, birth_date, identifier;
    std::string format = "text";
    std::string config;
};

/// A file that is no list is told and the others go on; the status is then 2.
int run_check(const CheckArguments& arguments) {
    const Date day = today();
    std::vector<CheckedList> lists;
    bool is_trusted = true;
    bool is_failed = false;
    for (const std::string& file : arguments.files) {
        try {
            CheckedList list = checked(read_list(file));
            list.warnings = list_warnings(list.use, arguments.max_age, day);
            is_trusted = is_trusted && list.warnings.empty();
            lists.push_back(std::move(list));
        } catch (const InputError& error) {
            is_failed = true;
            tell(fmt::format("preflag: {}", error.what()));
        }
    }
    StandardOutput output;
    if (arguments.format == "json")
        write_checks_json(lists, output.stream());
    else
        write_checks_text(lists, output.stream());
    output.finish();
    if (is_failed)
        return no_result;
    return is_trusted ? clean : not_trusted;
}

int run_search(const SearchArguments& arguments) {
    const Knowledge knowledge = load_knowledge(rule_folders(arguments.input), {});
    const auto lists = load_watchlists(arguments.lists, knowledge);
    if (!lists)
        throw UsageError("no list is named: give --watchlist FILE, once for each list");
    NameMemory memory;
    PartySearch search(*lists, memory);
    const auto matches = search.search({arguments.name, arguments.address, arguments.country,
                                        arguments.birth_date, arguments.identifier});
    StandardOutput output;
    if (arguments.format == "json")
        write_matches_json(arguments.name, matches, *lists, search, output.stream());
    else
        write_matches_text(arguments.name, matches, *lists, search, output.stream());
    output.finish();
    const Date day = today();
    bool is_trusted = true;
    for (const Watchlists::List& list : lists->lists()) {
        tell_diagnostics(list.use);
        for (const std::string& warn : list_warnings(list.use, arguments.lists.max_age, day)) {
            is_trusted = false;
            tell(fmt::format("INCOMPLETE: {}", warn));
        }
    }
    if (!is_trusted)
        return not_trusted;
    return matches.empty() ? clean : flagged;
}

int run_compile(const CheckArguments& arguments) {
    const Knowledge knowledge = load_knowledge(rule_folders(arguments.input), {});
    const NameVocabulary& names = knowledge.name_vocabulary;
    StandardOutput output;
    for (const std::string& file : arguments.files) {
        const ListContents contents = read_list(file);
        const CompiledList compiled = CompiledList::compile(contents, names);
        const std::size_t bytes = write_compiled_file(contents, compiled, names);
        fmt::print(output.stream(), "{}: {} names, {} bytes, {:.0f} bytes a name\n",
                   compiled_path(file), compiled.name_count(), bytes,
                   static_cast<double>(bytes) / static_cast<double>(compiled.name_count()));
    }
    output.finish();
    return clean;
}

void add_files(OptionSet& options, std::vector<std::string>& files) {
    options.add(file("file", &files, "Watchlist files; the format is found out"))
        .required()
        .with_rest();
}

Command check_lists_command() {
    Command command{
        "check", "Say what is read from list files: entries, names, rejected rows with the reason"};
    auto arguments = std::make_shared<CheckArguments>();
    add_files(command.options, arguments->files);
    add_format_option(command.options, arguments->format, {"text", "json"});
    add_list_age_option(command.options, arguments->max_age);
    add_config_option(command.options, arguments->config);
    command.statuses = {
        {0, "every list can be trusted"},
        {2, "a file is no list, or a usage error"},
        {3, "rows that could not be read, missing parts, or a list that is too old"}};
    command.run = [arguments] { return run_check(*arguments); };
    return command;
}

void add_party_options(OptionSet& options, SearchArguments& arguments) {
    options
        .add(text("name", &arguments.name, "NAME",
                  "Name of a person or an organisation, in any script"))
        .required();
    options.add(text("--country", &arguments.country, "COUNTRY", "Country of the party"));
    options.add(text("--address", &arguments.address, "TEXT", "Address of the party"));
    options.add(text("--birth-date", &arguments.birth_date, "DATE", "Date or year of birth"));
    options.add(text("--identifier", &arguments.identifier, "NUMBER",
                     "Number of a register, tax or passport"));
}

Command search_command() {
    Command command{"search", "Look one name up and say why it is, or is not, taken for an entry"};
    auto arguments = std::make_shared<SearchArguments>();
    add_party_options(command.options, *arguments);
    add_format_option(command.options, arguments->format, {"text", "json"});
    add_watchlist_options(command.options, arguments->lists);
    add_rules_option(command.options, arguments->input);
    add_config_option(command.options, arguments->config);
    command.statuses = {{0, "no match"},
                        {1, "a match"},
                        {2, "no answer: a file is no list, or a usage error"},
                        {3, "a list is not to be trusted (matches are written)"}};
    command.run = [arguments] { return run_search(*arguments); };
    return command;
}

Command compile_command() {
    Command command{"compile",
                    "Write a compiled file beside each list, so that large lists load at once"};
    auto arguments = std::make_shared<CheckArguments>();
    add_files(command.options, arguments->files);
    add_rules_option(command.options, arguments->input);
    add_config_option(command.options, arguments->config);
    command.statuses = {{0, "compiled"},
                        {2, "a file is no list or cannot be written, or a usage error"}};
    command.run = [arguments] { return run_compile(*arguments); };
    return command;
}

} // namespace

Command lists_command() {
    Command command{"lists", "Check watchlists and search them"};
    command.nested = {check_lists_command(), search_command(), compile_command()};
    return command;
}

} // namespace preflag

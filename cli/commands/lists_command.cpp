#include "lists_command.h"

#include "commands/lists_output.h"
#include "exit_status.h"
#include "options/input_options.h"
#include "options/watchlist_options.h"
#include "standard_output.h"
#include "terminal.h"

#include <preflag/base/error.h>
#include <preflag/run/doubts.h>
#include <preflag/watchlists/index/compiled_file.h>
#include <preflag/watchlists/read_list.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <memory>

namespace preflag {

namespace {

struct CheckWords {
    InputWords input;
    std::vector<std::string> files;
    std::optional<unsigned> max_age;
    std::string format = "text";
};

struct SearchWords {
    InputWords input;
    WatchlistWords lists;
    std::string name, country, address, birth_date, identifier;
    std::string format = "text";
};

void add_format(CLI::App& command, std::string& format) {
    command.add_option("--format", format, "Format of the answer")
        ->check(CLI::IsMember(std::vector<std::string>{"text", "json"}))
        ->capture_default_str();
}

/// A file that is no list is told and the others go on; the status is then 2.
int run_check(const CheckWords& words) {
    std::vector<CheckedList> lists;
    bool is_trusted = true;
    bool is_failed = false;
    for (const std::string& file : words.files) {
        try {
            CheckedList list = checked(read_list(file));
            list.doubts = list_doubts(list.use, words.max_age, today());
            is_trusted = is_trusted && list.doubts.empty();
            lists.push_back(std::move(list));
        } catch (const InputError& error) {
            is_failed = true;
            tell(fmt::format("preflag: {}", error.what()));
        }
    }
    StandardOutput output;
    if (words.format == "json")
        write_checks_json(lists, output.stream());
    else
        write_checks_text(lists, output.stream());
    output.finish();
    if (is_failed)
        return no_result;
    return is_trusted ? clean : not_trusted;
}

int run_search(const SearchWords& words) {
    const Knowledge knowledge = Knowledge::load(rule_folders(words.input), {});
    const auto lists = load_watchlists(words.lists, knowledge);
    if (!lists)
        throw UsageError("no list is named: give --watchlist FILE, once for each list");
    NameMemory memory;
    PartySearch search(*lists, memory);
    const auto matches = search.search(
        {words.name, words.address, words.country, words.birth_date, words.identifier});
    StandardOutput output;
    if (words.format == "json")
        write_matches_json(words.name, matches, *lists, search, output.stream());
    else
        write_matches_text(words.name, matches, *lists, search, output.stream());
    output.finish();
    bool is_trusted = true;
    for (const Watchlists::List& list : lists->lists()) {
        tell_diagnostics(list.use);
        for (const std::string& doubt : list_doubts(list.use, words.lists.max_age, today())) {
            is_trusted = false;
            tell(fmt::format("INCOMPLETE: {}", doubt));
        }
    }
    if (!is_trusted)
        return not_trusted;
    return matches.empty() ? clean : flagged;
}

int run_compile(const CheckWords& words) {
    const Knowledge knowledge = Knowledge::load(rule_folders(words.input), {});
    const NameWords& names = knowledge.name_words;
    StandardOutput output;
    for (const std::string& file : words.files) {
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

void add_files(CLI::App& command, std::vector<std::string>& files) {
    command.add_option("file", files, "Watchlist files; the format is found out")
        ->type_name("FILE")
        ->required();
}

Command add_check(CLI::App& lists) {
    CLI::App* command = lists.add_subcommand(
        "check", "Say what is read from list files: entries, names, rejected rows with the reason");
    auto words = std::make_shared<CheckWords>();
    add_files(*command, words->files);
    command
        ->add_option("--max-list-age", words->max_age,
                     "A list that is older than this many days is not to be trusted")
        ->type_name("DAYS");
    add_format(*command, words->format);
    return {command, [words] { return run_check(*words); }};
}

Command add_search(CLI::App& lists) {
    CLI::App* command = lists.add_subcommand(
        "search", "Look one name up and say why it is, or is not, taken for an entry");
    auto words = std::make_shared<SearchWords>();
    command->add_option("name", words->name, "Name of a person or an organisation, in any script")
        ->type_name("NAME")
        ->required();
    add_watchlist_options(*command, words->lists);
    command->add_option("--country", words->country, "Country of the party")->type_name("COUNTRY");
    command->add_option("--address", words->address, "Address of the party")->type_name("TEXT");
    command->add_option("--birth-date", words->birth_date, "Date or year of birth")
        ->type_name("DATE");
    command->add_option("--identifier", words->identifier, "Number of a register, tax or passport")
        ->type_name("NUMBER");
    add_rules_option(*command, words->input);
    add_format(*command, words->format);
    return {command, [words] { return run_search(*words); }};
}

Command add_compile(CLI::App& lists) {
    CLI::App* command = lists.add_subcommand(
        "compile", "Write a compiled file beside each list, so that large lists load at once");
    auto words = std::make_shared<CheckWords>();
    add_files(*command, words->files);
    add_rules_option(*command, words->input);
    return {command, [words] { return run_compile(*words); }};
}

} // namespace

std::vector<Command> add_lists(CLI::App& app) {
    CLI::App* lists = app.add_subcommand("lists", "Check watchlists and search them");
    lists->require_subcommand(1);
    return {add_check(*lists), add_search(*lists), add_compile(*lists)};
}

} // namespace preflag

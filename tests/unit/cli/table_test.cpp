// Help, manual, completions and configuration keys come from one table; none may lack an option.
#include "../../support/source_dir.h"
#include "command_line/help_page.h"
#include "command_line/manual_page.h"
#include "completion/bash_completion.h"
#include "completion/fish_completion.h"
#include "completion/zsh_completion.h"
#include "program.h"

#include <preflag/base/text.h>

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

using namespace preflag;

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string manual(const Program& program) {
    std::ifstream prose(test::source_dir() + "/cli/preflag.1.in");
    return manual_page({std::istreambuf_iterator<char>(prose), {}}, program.command());
}

CommandPath path_to(const Program& program, const std::string& words) {
    CommandPath path{&program.command()};
    std::istringstream stream(words);
    for (std::string word; stream >> word;)
        path.push_back(path.back()->find(word));
    return path;
}

} // namespace

TEST_CASE("every option is described, in one line of help") {
    const Program program;
    program.for_each_option([](const std::string& path, const Option& option) {
        CAPTURE(path);
        CAPTURE(option.names.front());
        CHECK_FALSE(option.help.empty());
        CHECK_FALSE(option.help.ends_with('.'));
        CHECK((option.kind == ValueKind::flag) == option.value_text().empty());
    });
    for_each_command(program.command(), [](const Command& command, const std::string& path) {
        CAPTURE(path);
        CHECK_FALSE(command.summary.empty());
        CHECK(command.nested.empty() == static_cast<bool>(command.run));
        CHECK(command.nested.empty() == !command.statuses.empty());
    });
}

TEST_CASE("help has every option of its command and fits the terminal") {
    const Program program;
    program.for_each_option([&](const std::string& path, const Option& option) {
        CAPTURE(path);
        for (const std::string& name : option.names)
            CHECK(has(help_page(path_to(program, path), 80), name));
    });
    for_each_command(program.command(), [&](const Command&, const std::string& path) {
        for (const std::size_t width : {60U, 80U}) {
            std::istringstream page(help_page(path_to(program, path), width));
            for (std::string line; std::getline(page, line);)
                CHECK_MESSAGE(display_width(line) <= width, line);
        }
    });
}

TEST_CASE("only the commands that look at a level speak of it in their exit status") {
    const Program program;
    CHECK(has(help_page(path_to(program, "screen"), 80), "--fail-on"));
    for (const char* words : {"columns", "explain", "rules list", "lists search", "decide list",
                              "completion", "version"})
        CHECK_FALSE(has(help_page(path_to(program, words), 80), "--fail-on"));
}

TEST_CASE("README says the same of the exit status as the help of screen") {
    const Program program;
    std::ifstream file(test::source_dir() + "/README.md");
    std::string text{std::istreambuf_iterator<char>(file), {}};
    std::erase(text, '`');
    for (const StatusMeaning& status : program.at("screen").statuses)
        CHECK_MESSAGE(has(text, "| " + std::to_string(status.status) + " | " + status.meaning),
                      status.meaning);
}

TEST_CASE("the manual has every command, option and exit status") {
    const Program program;
    const std::string page = manual(program);
    CHECK(has(page, ".Sh DESCRIPTION"));
    for (const char* marker : {"\" SYNOPSIS", "\" OPTIONS", "\" STATUSES"})
        CHECK_FALSE(has(page, marker));
    program.for_each_option([&](const std::string& path, const Option& option) {
        CAPTURE(path);
        for (const std::string& name : option.names)
            CHECK_MESSAGE(has(page, "Fl Fl " + name.substr(2)), name);
    });
    const std::string description = page.substr(0, page.find(".Sh OPTIONS"));
    for_each_command(program.command(), [&](const Command& command, const std::string& path) {
        if (command.nested.empty())
            CHECK_MESSAGE(has(description, ".It Cm " + path), path);
    });
}

TEST_CASE("completion scripts have every command, option and choice") {
    const Program program;
    const std::string bash = bash_completion(program.command());
    const std::string zsh = zsh_completion(program.command());
    const std::string fish = fish_completion(program.command());
    program.for_each_option([&](const std::string& path, const Option& option) {
        for (const std::string& name : option.names) {
            CAPTURE(path);
            CAPTURE(name);
            CHECK(has(bash, name));
            CHECK(has(zsh, name + '['));
            CHECK(has(fish, "-l " + name.substr(2) + ' '));
            if (option.kind != ValueKind::flag)
                CHECK(has(bash, "'" + path + ' ' + name + "')"));
        }
        for (const std::string& word : option.choices) {
            CHECK(has(bash, word));
            CHECK(has(zsh, word));
            CHECK(has(fish, word));
        }
    });
    for_each_command(program.command(), [&](const Command& command, const std::string& path) {
        CHECK(has(bash, "'" + path + "') words="));
        CHECK(has(fish, "-a " + command.name));
    });
}

TEST_CASE("placeholders are never offered as words") {
    const Program program;
    const std::string script = bash_completion(program.command());
    for (const char* placeholder : {"SUBJECT", "CAS", "DIR", "MANIFEST", "FILE", "ID", "{text"})
        CHECK_FALSE_MESSAGE(has(script, placeholder), placeholder);
}

TEST_CASE("every option of screen but --config is a key of the configuration file") {
    const Program program;
    const Command& screen = program.at("screen");
    for (const Option* option : screen.options.options())
        for (const std::string& name : option->names)
            CHECK_MESSAGE(
                (screen.options.find_key(name.substr(2)) == option) == (name != "--config"), name);
}

TEST_CASE("commands share the keys of screen and have none of their own") {
    const Program program;
    const auto keys = program.at("screen").options.keys();
    const std::set<std::string> known(keys.begin(), keys.end());
    for_each_command(program.command(), [&](const Command& command, const std::string& path) {
        CAPTURE(path);
        const auto own = command.options.keys();
        for (const std::string& key : own)
            CHECK_MESSAGE(known.contains(key), key);
        CHECK(own.empty() == (command.options.find("--config") == nullptr));
    });
    const auto shares = [&](const char* path, const char* key) {
        return program.at(path).options.find_key(key) != nullptr;
    };
    for (const char* path : {"columns", "identify", "explain", "rules show", "lists search",
                             "lists compile", "decide add", "selftest"})
        CHECK_MESSAGE(shares(path, "rules"), path);
    for (const char* path : {"decide add", "decide list", "decide prune"})
        CHECK_MESSAGE(shares(path, "decisions"), path);
    CHECK(shares("lists search", "watchlist"));
    CHECK(shares("lists check", "max-list-age"));
    CHECK_FALSE(shares("decide list", "as-of"));
}

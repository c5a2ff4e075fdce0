#include "usage.h"

#include <preflag/base/text.h>

#include <fmt/format.h>

#include <filesystem>

namespace preflag {

namespace {

std::vector<std::string> option_names(const Command& command) {
    std::vector<std::string> names{"--help"};
    for (const Option* option : command.options.options())
        names.insert(names.end(), option->names.begin(), option->names.end());
    return names;
}

bool looks_like_file(const std::string& word) {
    std::error_code error;
    return word == "-" || word.find_first_of("./") != std::string::npos ||
           std::filesystem::exists(word, error);
}

} // namespace

std::string no_command(const CommandPath& path, const std::vector<std::string>& rest) {
    const std::vector<std::string> names = path.back()->nested_names();
    if (rest.empty())
        return fmt::format("no command is given; the commands of {} are: {}", title_of(path),
                           fmt::join(names, ", "));
    const std::string& word = rest.front();
    if (word.starts_with("-"))
        return fmt::format("{}: no command stands before it; the commands are: {}", word,
                           fmt::join(names, ", "));
    const std::string start = fmt::format("there is no command \"{}\"; ", word);
    if (const auto near = nearest(word, names))
        return start + fmt::format("did you mean \"{}\"?", *near);
    if (path.size() == 1 && looks_like_file(word))
        return start + fmt::format("to screen a manifest: preflag screen {}", word);
    return start + fmt::format("the commands are: {}", fmt::join(names, ", "));
}

std::string unexpected_words(const CommandPath& path, const std::vector<std::string>& rest) {
    for (const std::string& word : rest) {
        if (word.size() < 2 || word.front() != '-')
            continue;
        const std::string name = word.substr(0, word.find('='));
        const auto near = nearest(name, option_names(*path.back()));
        return fmt::format("{} has no option {}{}", title_of(path), name,
                           near ? fmt::format("; did you mean {}?", *near) : std::string());
    }
    return fmt::format("{} takes no further argument: {}", title_of(path), fmt::join(rest, " "));
}

} // namespace preflag

#include <preflag/base/digest.h>
#include <preflag/base/document/rule_files.h>
#include <preflag/base/phrase.h>
#include <preflag/base/text.h>
#include <preflag/rules/conditions/word_list.h>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace preflag {

namespace {

namespace fs = std::filesystem;

WordList failed(std::string error, std::string advice = {}) {
    WordList list;
    list.error = std::move(error);
    list.advice = std::move(advice);
    return list;
}

bool leaves_folder(const fs::path& name) {
    return name.is_absolute() ||
           std::any_of(name.begin(), name.end(), [](const auto& part) { return part == ".."; });
}

std::string_view without_comment(std::string_view line) {
    return trim(line.substr(0, line.find('#')));
}

WordList parse(const std::string& name, const std::string& text) {
    WordList list;
    std::istringstream lines(text);
    std::string line;
    for (std::size_t number = 1; std::getline(lines, line); ++number) {
        const std::string_view entry = without_comment(line);
        if (entry.empty())
            continue;
        std::string phrase = phrase_of(entry);
        if (phrase.empty())
            return failed(fmt::format("list \"{}\" has in line {} no letter or digit to look for",
                                      name, number));
        if (list.phrases.size() == most_list_entries)
            return failed(
                fmt::format("list \"{}\" has more than {} entries", name, most_list_entries));
        list.phrases.push_back(std::move(phrase));
    }
    if (list.phrases.empty())
        return failed(fmt::format("list \"{}\" has no entry", name), "write one entry a line");
    list.digest = digest_of(text);
    return list;
}

} // namespace

WordList read_word_list(const std::string& folder, const std::string& name) {
    if (leaves_folder(name))
        return failed(fmt::format("list \"{}\" lies outside of the folder of the packs", name),
                      "give a path within the folder, such as lists/names.txt");
    const std::string path = (fs::path(folder) / name).string();
    std::error_code error;
    if (!fs::exists(path, error))
        return failed(fmt::format("there is no list \"{}\" in the folder of the packs", name),
                      "the path begins at the folder that holds regimes/ and red-flags/");
    if (!is_file_within(folder, path))
        return failed(fmt::format("list \"{}\" is no plain file of the folder of the packs", name));
    if (fs::file_size(path, error) > largest_list)
        return failed(fmt::format("list \"{}\" is larger than {} bytes", name, largest_list));
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    if (!file || (fs::file_size(path, error) > 0 && !(text << file.rdbuf())))
        return failed(fmt::format("list \"{}\" cannot be read", name));
    if (!is_valid_utf8(text.str()))
        return failed(fmt::format("list \"{}\" is no UTF-8 text", name));
    return parse(name, std::move(text).str());
}

} // namespace preflag

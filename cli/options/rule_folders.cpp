#include "rule_folders.h"

#include "options/input_options.h"

#include <algorithm>
#include <array>

namespace preflag {

namespace {

namespace fs = std::filesystem;

constexpr std::array parts{"outcomes.yaml", "countries.yaml", "substances", "units.yaml",
                           "arguments.yaml"};

bool is_complete(const fs::path& folder) {
    return std::all_of(parts.begin(), parts.end(), [&](const char* part) {
        std::error_code error;
        return fs::exists(folder / part, error);
    });
}

} // namespace

std::vector<fs::path> folders_with(const std::string& folder) {
    return folders_with(std::vector{folder});
}

std::vector<fs::path> folders_with(const std::vector<std::string>& folders) {
    std::vector<std::string> own = folders;
    std::erase(own, "shipped");
    InputArguments arguments;
    arguments.rules = own;
    std::vector<fs::path> all = rule_folders(arguments);
    if (own.size() == folders.size() && !own.empty() && is_complete(own.front()))
        all.erase(all.begin());
    return all;
}

} // namespace preflag

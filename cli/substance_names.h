#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace preflag {

/// The names of a substance by language, as substances/ID.yaml of the last folder that has it says;
/// empty when no file is called so. Throws PackError for a file that cannot be read.
std::vector<std::pair<std::string, std::vector<std::string>>>
names_of(const std::string& substance, const std::vector<std::filesystem::path>& folders);

} // namespace preflag

#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace preflag {

/// The folders that a rules folder named on its own stands for: itself when it is complete (scores,
/// countries and substances included), else the shipped packs and, on top, its own. "shipped" is
/// the shipped packs alone. Throws UsageError for a folder that does not exist.
std::vector<std::filesystem::path> folders_with(const std::string& folder);

/// The same for several on top of each other: only the first can be complete.
std::vector<std::filesystem::path> folders_with(const std::vector<std::string>& folders);

} // namespace preflag

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// The *.yaml files of a folder in the order of their names; none when there is no such folder.
/// Throws PackError when it is there and cannot be listed: what it holds would be missing
/// unnoticed.
std::vector<std::filesystem::path> yaml_files(const std::filesystem::path& folder);

/// The bytes of a file; nullopt when there is none of this name. Throws PackError when it is there
/// and cannot be read, a link that leads nowhere among them.
std::optional<std::string> read_if_present(const std::filesystem::path& file);

} // namespace preflag

#pragma once

#include <preflag/base/document.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// Whether a folder has something of this name, be it a link that leads nowhere.
bool is_there(const std::filesystem::path& path);

/// The *.yaml files of a folder in the order of their names; none when there is no such folder.
/// Throws PackError when it is there and cannot be listed: what it holds would be missing
/// unnoticed.
std::vector<std::filesystem::path> yaml_files(const std::filesystem::path& folder);
/// The same, with the defect added to `diagnostics`.
std::vector<std::filesystem::path> yaml_files(const std::filesystem::path& folder,
                                              std::vector<Diagnostic>& diagnostics);

/// The bytes of a file; nullopt when there is none of this name. Throws PackError when it is there
/// and cannot be read, a link that leads nowhere among them.
std::optional<std::string> read_if_present(const std::filesystem::path& file);

/// The file of this name of each folder that has one, parsed, in the order of the folders. Throws
/// PackError when none has it, or one cannot be read.
std::vector<Document> read_of_folders(const std::vector<std::filesystem::path>& folders,
                                      const std::string& name);

} // namespace preflag

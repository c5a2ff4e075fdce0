#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace preflag {

/// Names by language, in the order of the file.
using SubstanceNames = std::vector<std::pair<std::string, std::vector<std::string>>>;

/// The names of every substance by its id, as the files below substances/ have them; a later folder
/// wins. The catalogue keeps names only in the form that recognises them. Throws MalformedFile for
/// a file that cannot be read.
std::map<std::string, SubstanceNames>
read_substance_names(const std::vector<std::filesystem::path>& folders);

} // namespace preflag

#pragma once

#include <string>
#include <vector>

namespace preflag {

/// What a path of the command line stands for, each list in byte order.
struct ExpandedPath {
    std::vector<std::string> manifests;
    std::vector<std::string> passed_over; ///< files of a folder that are not named like manifests
    /// Links in a folder to folders that are read at another place, or that hold the link itself.
    std::vector<std::string> links_not_followed;
    /// What could not be looked at, as messages: "a/b: the folder cannot be read: ...".
    std::vector<std::string> faults;
};

/// A path that is no folder stands for itself; a folder for the files below it whose names end like
/// those of manifests. Names that begin with a point are hidden and count as not there. A link to a
/// folder is followed unless that folder is read anyway. Throws InputError when the folder itself
/// cannot be read, or holds no manifest and nothing that could not be looked at.
ExpandedPath expand_path(const std::string& path);

} // namespace preflag

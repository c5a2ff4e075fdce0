#pragma once

#include <preflag/watchlists/read_list.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace preflag::test {

/// A folder of its own for one test, removed at its end.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "preflag-XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    ~TemporaryFolder() {
        std::error_code error;
        std::filesystem::remove_all(path_, error);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    /// Writes a file and returns its path.
    std::string write(const std::string& name, const std::string& text) const {
        const auto path = path_ / name;
        std::ofstream(path, std::ios::binary) << text;
        return path.string();
    }
    [[nodiscard]] std::string path_of(const std::string& name) const {
        return (path_ / name).string();
    }

  private:
    std::filesystem::path path_;
};

/// The list that a file of this name and text is read as, with no other file beside it.
inline ListContents list_of(const std::string& name, const std::string& text) {
    const TemporaryFolder folder;
    return read_list(folder.write(name, text));
}

} // namespace preflag::test

#pragma once

#include <filesystem>
#include <fstream>
#include <string>

namespace preflag::rules_test {

/// A rules folder that is removed again.
class Folder {
  public:
    Folder() {
        static int count = 0;
        path_ = std::filesystem::temp_directory_path() /
                ("preflag-rules-test-" +
                 std::to_string(
                     std::filesystem::file_time_type::clock::now().time_since_epoch().count()) +
                 "-" + std::to_string(count++));
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void write(const std::string& name, const std::string& text) const {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << text;
    }
    [[nodiscard]] std::string path() const { return path_.string(); }

  private:
    std::filesystem::path path_;
};

} // namespace preflag::rules_test

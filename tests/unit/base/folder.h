#pragma once

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace preflag::test {

/// A folder that is gone with its contents when the test is over.
struct Folder {
    Folder() {
        std::string name =
            (std::filesystem::temp_directory_path() / "preflag-test-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] std::string file(const std::string& name) const { return (path / name).string(); }
    [[nodiscard]] std::ptrdiff_t entries() const {
        return std::distance(std::filesystem::directory_iterator(path), {});
    }

    std::filesystem::path path;
};

inline std::string contents(const std::string& path) {
    std::ifstream stream(path);
    return {std::istreambuf_iterator<char>(stream), {}};
}

inline void put(const std::string& path, const std::string& text) {
    std::ofstream(path) << text;
}

} // namespace preflag::test

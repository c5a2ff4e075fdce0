#include <preflag/base/error.h>
#include <preflag/base/rules_file.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

namespace preflag {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, std::string message) {
    Diagnostic diagnostic;
    diagnostic.file = path.string();
    diagnostic.message = std::move(message);
    diagnostic.advice = "make it readable, or remove it: without it the rules would not be whole";
    throw PackError({std::move(diagnostic)});
}

} // namespace

bool is_there(const fs::path& path) {
    std::error_code error;
    return fs::symlink_status(path, error).type() != fs::file_type::not_found;
}

std::vector<fs::path> yaml_files(const fs::path& folder) {
    std::vector<fs::path> files;
    if (!is_there(folder))
        return files;
    std::error_code error;
    for (fs::directory_iterator place(folder, error); !error && place != fs::directory_iterator();
         place.increment(error))
        if (place->path().extension() == ".yaml")
            files.push_back(place->path());
    if (error)
        fail(folder, "the folder cannot be listed: " + error.message());
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<fs::path> yaml_files(const fs::path& folder, std::vector<Diagnostic>& diagnostics) {
    try {
        return yaml_files(folder);
    } catch (const PackError& error) {
        error.add_to(diagnostics);
        return {};
    }
}

std::optional<std::string> read_if_present(const fs::path& path) {
    if (!is_there(path))
        return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    if (!file || (file.peek() != std::ifstream::traits_type::eof() && !(text << file.rdbuf())) ||
        file.bad())
        fail(path, "the file cannot be read");
    return std::move(text).str();
}

std::vector<Document> read_of_folders(const std::vector<fs::path>& folders,
                                      const std::string& name) {
    std::vector<Document> documents;
    for (const fs::path& folder : folders)
        if (auto text = read_if_present(folder / name))
            documents.push_back(read_yaml(*std::move(text), (folder / name).string()));
    if (!documents.empty())
        return documents;
    Diagnostic missing;
    missing.file = folders.empty() ? "" : folders.front().string();
    missing.message = name + " is missing";
    throw PackError({std::move(missing)});
}

} // namespace preflag

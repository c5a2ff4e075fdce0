#include <preflag/base/background.h>
#include <preflag/base/digest.h>
#include <preflag/base/document/rule_files.h>
#include <preflag/base/error.h>

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <system_error>
#include <tuple>
#include <utility>

namespace preflag {

namespace {

namespace fs = std::filesystem;

/// Bounds of one file, beyond any that a person would write: what is larger was made to harm.
constexpr DocumentLimits limits{std::size_t{4} << 20, 400'000, 32};
constexpr std::size_t most_files = 500; ///< of one sub-folder

Diagnostic defect(const fs::path& path, std::string message, std::string advice) {
    Diagnostic diagnostic;
    diagnostic.file = path.string();
    diagnostic.message = std::move(message);
    diagnostic.advice = std::move(advice);
    return diagnostic;
}

[[noreturn]] void fail(const fs::path& path, std::string message) {
    throw MalformedFile(
        {defect(path, std::move(message),
                "make it readable, or remove it: without it the rules would not be whole")});
}

/// Empty when the file cannot be read.
std::string bytes_of(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary | std::ios::ate);
    const auto size = stream ? static_cast<std::streamoff>(stream.tellg()) : 0;
    std::string bytes(static_cast<std::size_t>(std::max<std::streamoff>(size, 0)), '\0');
    stream.seekg(0);
    if (!stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
        return {};
    return bytes;
}

/// A file that was found, and what came of reading it.
struct Found {
    const RuleTable* table = nullptr;
    std::size_t folder = 0;
    fs::path path;
    std::optional<RuleFile> file;
    std::vector<Diagnostic> diagnostics;
};

void parse(Found& found, std::string text, const RuleImage* image) {
    RuleFile file;
    file.folder = found.folder;
    file.digest = digest_of(text);
    const DocumentNode* const known = image == nullptr ? nullptr : image->find(file.digest);
    file.document = known == nullptr ? read_yaml(std::move(text), found.path.string(), limits)
                                     : Document{found.path.string(), std::move(text), *known};
    found.file = std::move(file);
}

void read_into(Found& found, const fs::path& folder, const RuleImage* image) {
    try {
        if (!is_file_within(folder, found.path)) {
            found.diagnostics.push_back(
                defect(found.path, "this is no plain file of the folder of the packs",
                       "packs are read from within their folder only: no links that lead out of "
                       "it, no pipes"));
            return;
        }
        std::ifstream stream(found.path, std::ios::binary);
        std::ostringstream text;
        if (!stream || !(text << stream.rdbuf()))
            found.diagnostics.push_back(defect(found.path, "the file cannot be read, or is empty",
                                               "write a pack into it, or remove it"));
        else
            parse(found, std::move(text).str(), image);
    } catch (const MalformedFile& error) {
        error.add_to(found.diagnostics);
    }
}

/// The files of one table in one folder.
std::vector<fs::path> paths_of(const RuleTable& table, const fs::path& folder,
                               std::vector<Diagnostic>& diagnostics) {
    const fs::path place = folder / table.name;
    if (!table.is_folder)
        return is_there(place) ? std::vector{place} : std::vector<fs::path>{};
    try {
        std::vector<fs::path> paths = yaml_files(place);
        if (paths.size() <= most_files)
            return paths;
        diagnostics.push_back(defect(
            place, fmt::format("there are {} packs, at most {} are read", paths.size(), most_files),
            "give the folder of the rules with --rules"));
    } catch (const MalformedFile& error) {
        error.add_to(diagnostics);
    }
    return {};
}

} // namespace

bool is_there(const fs::path& path) {
    std::error_code error;
    return fs::symlink_status(path, error).type() != fs::file_type::not_found;
}

bool is_file_within(const fs::path& folder, const fs::path& path) {
    std::error_code error;
    const fs::path root = fs::canonical(folder, error);
    if (error)
        return false;
    const fs::path file = fs::canonical(path, error);
    if (error || !fs::is_regular_file(file, error))
        return false;
    return std::mismatch(root.begin(), root.end(), file.begin(), file.end()).first == root.end();
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

std::optional<std::vector<RuleSource>> find_sources(const std::vector<fs::path>& folders) {
    std::vector<RuleSource> sources;
    std::vector<Diagnostic> diagnostics;
    for (std::size_t folder = 0; folder < folders.size(); ++folder) {
        const std::size_t before = sources.size();
        for (const RuleTable& table : rule_tables)
            for (fs::path& path : paths_of(table, folders[folder], diagnostics)) {
                if (!is_file_within(folders[folder], path))
                    return std::nullopt;
                std::string text = bytes_of(path);
                if (text.empty())
                    return std::nullopt;
                sources.push_back(
                    {std::string(table.name), folder, std::move(path), preflag::digest_of(text)});
            }
        if (sources.size() == before || !diagnostics.empty())
            return std::nullopt;
    }
    return sources;
}

RuleFiles RuleFiles::read(std::vector<fs::path> folders, const RuleImage* image) {
    RuleFiles files;
    std::vector<Found> all;
    for (std::size_t folder = 0; folder < folders.size(); ++folder) {
        const std::size_t before = all.size();
        const std::size_t defects = files.diagnostics_.size();
        for (const RuleTable& table : rule_tables)
            for (fs::path& path : paths_of(table, folders[folder], files.diagnostics_))
                all.push_back({&table, folder, std::move(path), std::nullopt, {}});
        if (all.size() == before && files.diagnostics_.size() == defects)
            files.diagnostics_.push_back(defect(folders[folder], "the folder has no rule",
                                                "give the folder of the rules with --rules"));
    }
    for_each_in_parallel(all.size(),
                         [&](std::size_t i) { read_into(all[i], folders[all[i].folder], image); });
    for (Found& found : all) {
        std::vector<RuleFile>& table = files.files_[std::string(found.table->name)];
        if (found.table->overriding == Overriding::replaces)
            table.clear();
        if (found.file)
            table.push_back(*std::move(found.file));
        else
            files.broken_.emplace(found.table->name);
        std::move(found.diagnostics.begin(), found.diagnostics.end(),
                  std::back_inserter(files.diagnostics_));
    }
    files.folders_ = std::move(folders);
    return files;
}

RuleImage RuleFiles::image() const {
    RuleImage image;
    for (const auto& [table, files] : files_)
        for (const RuleFile& file : files)
            image.add(file.digest, file.document.root);
    return image;
}

std::vector<const RuleFile*> RuleFiles::of(std::string_view table) const {
    std::vector<const RuleFile*> all;
    if (const auto found = files_.find(table); found != files_.end())
        for (const RuleFile& file : found->second)
            all.push_back(&file);
    return all;
}

std::vector<const RuleFile*> RuleFiles::of(std::string_view table, std::size_t folder) const {
    std::vector<const RuleFile*> all = of(table);
    std::erase_if(all, [&](const RuleFile* file) { return file->folder != folder; });
    return all;
}

std::string RuleFiles::digest_of(std::string_view table) const {
    const std::vector<const RuleFile*> all = of(table);
    if (all.size() == 1)
        return all.front()->digest;
    std::string digests;
    for (const RuleFile* const file : all)
        digests += file->digest;
    return digests.empty() ? std::string() : preflag::digest_of(digests);
}

std::map<std::string, std::string> RuleFiles::digests() const {
    std::map<std::string, std::string> all;
    for (const auto& [table, files] : files_)
        if (!files.empty())
            all.emplace(table, digest_of(table));
    return all;
}

Diagnostic missing_table(std::string_view table) {
    return defect(table, fmt::format("no {} was found", table),
                  "give the folder of the rules with --rules");
}

void throw_if_any(std::vector<Diagnostic> diagnostics) {
    if (diagnostics.empty())
        return;
    const auto place = [](const Diagnostic& diagnostic) {
        return std::tie(diagnostic.file, diagnostic.position.line, diagnostic.position.column);
    };
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [&](const Diagnostic& left, const Diagnostic& right) {
                         return place(left) < place(right);
                     });
    throw MalformedFile(std::move(diagnostics));
}

} // namespace preflag

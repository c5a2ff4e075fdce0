#include "output_places.h"

#include <preflag/base/error.h>
#include <preflag/manifest/source/byte_source.h>

#include <fmt/format.h>

#include <filesystem>
#include <set>

namespace preflag {

namespace {

namespace fs = std::filesystem;

/// A file with the option that names it.
struct NamedFile {
    const char* option;
    std::string path;
};

std::vector<NamedFile> written_files(const ScreenPlan& plan) {
    std::vector<NamedFile> written;
    const auto add = [&](const char* option, const std::string& path) {
        if (!path.empty() && !path.starts_with("/dev/"))
            written.push_back({option, path});
    };
    for (const ReportTarget& target : plan.reports)
        add("--output", target.path);
    add("--review-rest", plan.review_rest.path);
    add("--rejects", plan.rejects);
    add("--near-misses", plan.near_misses.path);
    add("--summary", plan.summary);
    add("--counts", plan.counts.file.path);
    return written;
}

/// Where a path leads, however it is spelt.
fs::path real_place(const std::string& path) {
    std::error_code error;
    // From the root: of a relative path that does not exist yet, "./" would stay.
    auto place = fs::weakly_canonical(fs::absolute(path, error), error);
    return error ? fs::path(path) : place;
}

bool is_same_file(const std::string& left, const std::string& right) {
    std::error_code error;
    return real_place(left) == real_place(right) || fs::equivalent(left, right, error);
}

bool lies_in(const fs::path& place, const fs::path& folder) {
    for (fs::path above = place.parent_path();; above = above.parent_path()) {
        if (above == folder)
            return true;
        if (above == above.parent_path())
            return false;
    }
}

void check_against_manifest(const NamedFile& file, const std::string& manifest) {
    std::error_code error;
    if (fs::is_directory(manifest, error)) {
        if (lies_in(real_place(file.path), real_place(manifest)))
            throw UsageError(
                fmt::format("{} {}: lies in the folder {}, which is screened: the next "
                            "run would read it as a manifest; choose another folder",
                            file.option, file.path, manifest));
    } else if (is_same_file(file.path, file_of(manifest))) {
        throw UsageError(fmt::format("{} {}: this file is a manifest of the same run and would be "
                                     "replaced; choose another name",
                                     file.option, file.path));
    }
}

/// What a run reads besides its manifests, with the option that names it.
std::vector<NamedFile> read_files(const ScreenPlan& plan) {
    std::vector<NamedFile> files;
    for (const std::string& path : plan.watchlists.files)
        files.push_back({"--watchlist", path});
    for (const std::string& path : plan.line_clearance.licences)
        files.push_back({"--licences", path});
    if (!plan.line_clearance.decisions.empty())
        files.push_back({"--decisions", plan.line_clearance.decisions});
    return files;
}

void check_against_read(const NamedFile& file, const NamedFile& read) {
    if (is_same_file(file.path, file_of(read.path)))
        throw UsageError(fmt::format("{} {}: this file is read by {} in the same run and would be "
                                     "replaced; choose another name",
                                     file.option, file.path, read.option));
}

} // namespace

void check_output_places(const ScreenPlan& plan) {
    std::set<fs::path> taken;
    for (const NamedFile& file : written_files(plan)) {
        if (file.path == "-")
            throw UsageError(
                fmt::format("{} -: name a file; standard output is for the report", file.option));
        if (!taken.insert(real_place(file.path)).second)
            throw UsageError(fmt::format("{} {}: another file of the same run has this name",
                                         file.option, file.path));
        for (const NamedFile& read : read_files(plan))
            check_against_read(file, read);
        for (const std::string& manifest : plan.manifests)
            if (manifest != "-")
                check_against_manifest(file, manifest);
    }
}

} // namespace preflag

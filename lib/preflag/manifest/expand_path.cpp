#include <preflag/base/error.h>
#include <preflag/manifest/expand_path.h>
#include <preflag/manifest/manifest_format.h>

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

namespace preflag {

namespace {

namespace fs = std::filesystem;

std::string fault_of_folder(const fs::path& folder, const std::error_code& error) {
    return fmt::format("{}: the folder cannot be read: {}; ask for permission to read it",
                       folder.string(), error.message());
}

/// Walks a folder and all below it. Folders come before the links to folders, so that a folder that
/// is both below and linked to is read at its own place.
class FolderWalk {
  public:
    /// Throws InputError when the folder itself cannot be read.
    explicit FolderWalk(const fs::path& root) {
        std::error_code error;
        const fs::directory_iterator readable(root, error);
        if (error)
            throw InputError(fault_of_folder(root, error));
        walk_from(root);
        while (!links_.empty()) {
            const fs::path link = links_.extract(links_.begin()).value();
            if (!walk_from(link))
                found_.links_not_followed.push_back(link.string());
        }
    }

    ExpandedPath take() {
        for (auto* list :
             {&found_.manifests, &found_.passed_over, &found_.links_not_followed, &found_.faults})
            std::sort(list->begin(), list->end());
        return std::move(found_);
    }

  private:
    using Identity = std::pair<dev_t, ino_t>;

    /// False when the folder was walked before.
    bool walk_from(const fs::path& top) {
        if (!is_new(top))
            return false;
        std::deque<fs::path> folders{top};
        for (; !folders.empty(); folders.pop_front()) {
            std::error_code error;
            fs::directory_iterator place(folders.front(), error);
            for (; !error && place != fs::directory_iterator(); place.increment(error))
                take(place->path(), folders);
            if (error)
                found_.faults.push_back(fault_of_folder(folders.front(), error));
        }
        return true;
    }

    void take(const fs::path& path, std::deque<fs::path>& folders) {
        const std::string name = path.filename().string();
        const bool is_hidden = name.front() == '.';
        std::error_code error;
        const fs::file_type own = fs::symlink_status(path, error).type();
        const fs::file_type meant = fs::status(path, error).type();
        if (is_hidden)
            return;
        if (meant == fs::file_type::directory && own == fs::file_type::symlink)
            links_.insert(path);
        else if (meant == fs::file_type::directory)
            take_folder(path, folders);
        else if (meant == fs::file_type::regular && has_manifest_name(name))
            found_.manifests.push_back(path.string());
        else if (meant == fs::file_type::none)
            found_.faults.push_back(fmt::format("{}: cannot be looked at: {}; mend or remove it",
                                                path.string(), error.message()));
        else
            found_.passed_over.push_back(path.string());
    }

    void take_folder(const fs::path& path, std::deque<fs::path>& folders) {
        if (is_new(path))
            folders.push_back(path);
    }

    /// Whether the folder was not walked yet; from now on it counts as walked.
    bool is_new(const fs::path& folder) {
        struct stat status {};
        if (::stat(folder.c_str(), &status) != 0)
            return true; // reading it will tell why
        return walked_.emplace(status.st_dev, status.st_ino).second;
    }

    ExpandedPath found_;
    std::set<fs::path> links_; ///< to folders, still to be followed
    std::set<Identity> walked_;
};

} // namespace

ExpandedPath expand_path(const std::string& path) {
    std::error_code error;
    if (path == "-" || !fs::is_directory(path, error))
        return {{path}, {}, {}, {}};
    ExpandedPath expanded = FolderWalk(path).take();
    if (expanded.manifests.empty() && expanded.faults.empty())
        throw InputError(fmt::format("{}: the folder holds no manifest (.csv, .tsv, .txt, .yaml, "
                                     ".json, .jsonl, .xlsx, .ods, also compressed)",
                                     path));
    return expanded;
}

} // namespace preflag

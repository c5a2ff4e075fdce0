#pragma once

#include <preflag/base/document/document.h>
#include <preflag/base/document/rule_image.h>

#include <array>
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// Whether a folder has something of this name, be it a link that leads nowhere.
bool is_there(const std::filesystem::path& path);

/// Whether `path` is a plain file that lies in `folder` once all links are followed.
bool is_file_within(const std::filesystem::path& folder, const std::filesystem::path& path);

/// The *.yaml files of a folder in the order of their names; none when there is no such folder.
/// Throws MalformedFile when it is there and cannot be listed: what it holds would be missing
/// unnoticed.
std::vector<std::filesystem::path> yaml_files(const std::filesystem::path& folder);

/// The bytes of a file; nullopt when there is none of this name. Throws MalformedFile when it is
/// there and cannot be read, a link that leads nowhere among them.
std::optional<std::string> read_if_present(const std::filesystem::path& file);

/// What a later folder's file does to those of the folders before it. This is the one place that
/// says so:
///   by_id    things with an id (substances, rules) take the place of an earlier one of the same
///            id, the others are added;
///   by_key   its words and units are added to the earlier ones, and of one key the last counts;
///   replaces the last folder that has the file decides alone.
enum class Overriding { by_id, by_key, replaces };

/// A table of the rules: one file of each folder, or all files of a sub-folder.
struct RuleTable {
    std::string_view name; ///< "words.yaml"; "regimes" stands for regimes/*.yaml
    bool is_folder = false;
    Overriding overriding = Overriding::replaces;
};

inline constexpr std::array<RuleTable, 19> rule_tables{{
    {"countries.yaml", false, Overriding::replaces},
    {"fields.yaml", false, Overriding::by_key},
    {"outcomes.yaml", false, Overriding::replaces},
    {"parties/cells.yaml", false, Overriding::by_key},
    {"parties/consignee-kinds.yaml", false, Overriding::replaces},
    {"parties/legal-forms.yaml", false, Overriding::by_key},
    {"parties/matching.yaml", false, Overriding::replaces},
    {"parties/names.yaml", false, Overriding::by_key},
    {"parties/person-names.yaml", false, Overriding::replaces},
    {"parties/spellings.yaml", false, Overriding::by_key},
    {"places/codes.yaml", false, Overriding::replaces},
    {"places/countries.yaml", false, Overriding::replaces},
    {"places/names.yaml", false, Overriding::replaces},
    {"places/words.yaml", false, Overriding::by_key},
    {"red-flags", true, Overriding::by_id},
    {"regimes", true, Overriding::by_id},
    {"substances", true, Overriding::by_id},
    {"units.yaml", false, Overriding::by_key},
    {"words.yaml", false, Overriding::by_key},
}};

/// A file of the rules, as it is found.
struct RuleSource {
    std::string table;
    std::size_t folder = 0; ///< which of the folders it stands in
    std::filesystem::path path;
    std::string digest; ///< SHA-256 of its bytes
};

/// The files that RuleFiles::read would read, in its order; nullopt when it would find a defect in
/// finding or reading them.
std::optional<std::vector<RuleSource>>
find_sources(const std::vector<std::filesystem::path>& folders);

/// A file of the rules, parsed.
struct RuleFile {
    std::size_t folder = 0; ///< which of the folders it stands in
    std::string digest;     ///< SHA-256 of its bytes
    Document document;
};

/// The YAML files of all folders with rules, each read and parsed once. Const; may be shared by
/// threads.
class RuleFiles {
  public:
    /// Reads the files that `rule_tables` names. A file that cannot be read or parsed, that leads
    /// out of its folder, or a folder without any file adds to diagnostics() and is left out. A
    /// file whose digest the image has is not parsed, but taken from there.
    static RuleFiles read(std::vector<std::filesystem::path> folders,
                          const RuleImage* image = nullptr);

    [[nodiscard]] const std::vector<std::filesystem::path>& folders() const { return folders_; }
    /// The files of a table that count, in the order of the folders and of their names.
    [[nodiscard]] std::vector<const RuleFile*> of(std::string_view table) const;
    /// Those of one folder.
    [[nodiscard]] std::vector<const RuleFile*> of(std::string_view table, std::size_t folder) const;
    /// Whether every file of the table that was found could be read.
    [[nodiscard]] bool is_whole(std::string_view table) const { return !broken_.contains(table); }
    /// SHA-256 over the files of a table that count: of one file its own digest.
    [[nodiscard]] std::string digest_of(std::string_view table) const;
    /// Of every table that has a file.
    [[nodiscard]] std::map<std::string, std::string> digests() const;

    /// Of all that was read, for later runs.
    [[nodiscard]] RuleImage image() const;

    [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

  private:
    std::vector<std::filesystem::path> folders_;
    std::map<std::string, std::vector<RuleFile>, std::less<>> files_; ///< by table
    std::set<std::string, std::less<>> broken_;
    std::vector<Diagnostic> diagnostics_;
};

/// The defect that no folder has the table.
Diagnostic missing_table(std::string_view table);

/// Throws MalformedFile with all of `diagnostics` in the order of files and lines, unless there is
/// none.
void throw_if_any(std::vector<Diagnostic> diagnostics);

/// What a reader such as read_country_table makes of the files. Throws MalformedFile with every
/// defect that it found.
template <typename Read>
auto read_or_throw(Read read, const RuleFiles& files) {
    std::vector<Diagnostic> diagnostics = files.diagnostics();
    auto table = read(files, diagnostics);
    throw_if_any(std::move(diagnostics));
    return table;
}

} // namespace preflag

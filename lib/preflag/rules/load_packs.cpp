#include <preflag/base/digest.h>
#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/rules/outcome_table.h>
#include <preflag/rules/pack_reader.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace preflag {

namespace {

namespace fs = std::filesystem;

/// Files and folders by which a folder changes something although it has no rule.
constexpr std::array companions{"outcomes.yaml", "countries.yaml", "fields.yaml",
                                "units.yaml",    "words.yaml",     "substances"};

std::vector<fs::path> yaml_files(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
        if (entry.path().extension() == ".yaml")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

/// Loads all packs, gathering the defects of all files.
class PackLoader {
  public:
    PackLoader(const std::vector<std::string>& folders, const std::vector<std::string>& substances)
        : folders_(folders), substances_(substances) {}

    std::vector<RulePack> load() {
        auto outcomes = shared_table<OutcomeTable>("outcomes.yaml");
        auto countries = shared_table<CountryTable>("countries.yaml");
        if (countries)
            for (const std::string& folder : folders_)
                load_folder(folder, {substances_, *countries});
        if (diagnostics_.empty() && std::all_of(packs_.begin(), packs_.end(), has_no_rule))
            add_error(folders_.empty() ? "rules" : folders_.front(), "no rule was found");
        if (!diagnostics_.empty())
            throw PackError(std::move(diagnostics_));
        for (RulePack& pack : packs_) {
            pack.outcomes = outcomes;
            pack.countries = countries;
        }
        return std::move(packs_);
    }

  private:
    /// A file that was read, for the places of later errors.
    struct Read {
        Document document;
        PackContent content;
    };

    static bool has_no_rule(const RulePack& pack) { return pack.rules.empty(); }

    template <typename Table>
    std::shared_ptr<const Table> shared_table(const char* name) {
        std::shared_ptr<const Table> table;
        for (const std::string& folder : folders_) {
            const fs::path path = fs::path(folder) / name;
            std::error_code error;
            if (!fs::exists(path, error))
                continue;
            if (const auto document = read(path))
                table = std::make_shared<const Table>(Table::read(*document, diagnostics_));
        }
        if (!table && diagnostics_.empty())
            add_error(name, fmt::format("no {} was found", name));
        return table;
    }

    std::optional<Document> read(const fs::path& path) {
        std::ifstream file(path, std::ios::binary);
        std::ostringstream text;
        if (!file || !(text << file.rdbuf())) {
            add_error(path.string(), "the file cannot be read, or is empty");
            return std::nullopt;
        }
        try {
            return read_yaml(std::move(text).str(), path.string());
        } catch (const PackError& error) {
            diagnostics_.insert(diagnostics_.end(), error.diagnostics().begin(),
                                error.diagnostics().end());
            return std::nullopt;
        }
    }

    void load_folder(const fs::path& folder, const PackContext& context) {
        std::vector<Read> files;
        for (const fs::path& path : yaml_files(folder / "regimes"))
            load_file(path, context, read_regime, files);
        for (const fs::path& path : yaml_files(folder / "red-flags"))
            load_file(path, context, read_red_flags, files);
        check_duplicates(files);
        if (files.empty() && diagnostics_.empty() && !has_companion(folder))
            add_error(folder.string(), "the folder has no rule");
        for (Read& file : files)
            take(file);
        for (const Read& file : files)
            disable(file);
    }

    template <typename ReadPack>
    void load_file(const fs::path& path, const PackContext& context, ReadPack read_pack,
                   std::vector<Read>& files) {
        auto document = read(path);
        if (!document)
            return;
        PackContent content = read_pack(*document, context, diagnostics_);
        content.pack.file = document->file;
        content.pack.digest = digest_of(document->text);
        files.push_back({*std::move(document), std::move(content)});
    }

    static bool has_companion(const fs::path& folder) {
        return std::any_of(companions.begin(), companions.end(), [&](const char* name) {
            std::error_code error;
            return fs::exists(folder / name, error);
        });
    }

    /// Within one folder an id stands once; only a later folder may override.
    void check_duplicates(const std::vector<Read>& files) {
        std::map<std::string, std::string> packs;
        std::map<std::string, std::string> rules;
        for (const Read& file : files) {
            const RulePack& pack = file.content.pack;
            if (const auto [place, is_new] = packs.emplace(pack.id, pack.file); !is_new)
                add_error(file, {1, 1},
                          fmt::format("pack \"{}\" is also in {}", pack.id, place->second));
            for (const Rule& rule : pack.rules) {
                std::string place = fmt::format("{}:{}", pack.file, rule.position.line);
                if (const auto [first, is_new] = rules.emplace(rule.id, std::move(place)); !is_new)
                    add_error(file, rule.position,
                              fmt::format("rule \"{}\" is also at {}", rule.id, first->second));
            }
        }
    }

    void take(Read& file) {
        for (const Rule& rule : file.content.pack.rules)
            for (RulePack& earlier : packs_)
                std::erase_if(earlier.rules,
                              [&](const Rule& other) { return other.id == rule.id; });
        packs_.push_back(std::move(file.content.pack));
    }

    void disable(const Read& file) {
        for (const Disabled& entry : file.content.disabled) {
            bool found = false;
            std::vector<std::string> known;
            for (RulePack& pack : packs_)
                for (Rule& rule : pack.rules) {
                    known.push_back(rule.id);
                    if (rule.id != entry.rule)
                        continue;
                    rule.disabled_because = entry.because;
                    found = true;
                }
            const auto near = found ? std::nullopt : nearest(entry.rule, known);
            if (!found && !entry.rule.empty())
                add_error(file, entry.position, fmt::format("unknown rule \"{}\"", entry.rule),
                          near ? fmt::format("did you mean \"{}\"?", *near) : "");
        }
    }

    void add_error(const Read& file, Position position, std::string message,
                   std::string advice = {}) {
        diagnostics_.push_back(
            file.document.error_at(position, std::move(message), std::move(advice)));
    }

    void add_error(std::string file, std::string message) {
        Diagnostic diagnostic;
        diagnostic.file = std::move(file);
        diagnostic.message = std::move(message);
        diagnostic.advice = "give the folder of the rules with --rules";
        diagnostics_.push_back(std::move(diagnostic));
    }

    const std::vector<std::string>& folders_;
    const std::vector<std::string>& substances_;
    std::vector<RulePack> packs_;
    std::vector<Diagnostic> diagnostics_;
};

} // namespace

std::vector<RulePack> load_packs(const std::vector<std::string>& folders,
                                 const std::vector<std::string>& substances) {
    return PackLoader(folders, substances).load();
}

} // namespace preflag

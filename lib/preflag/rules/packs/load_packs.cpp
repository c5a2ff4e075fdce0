#include <preflag/base/digest.h>
#include <preflag/base/error.h>
#include <preflag/base/rules_file.h>
#include <preflag/rules/conditions/word_list.h>
#include <preflag/rules/packs/outcome_table.h>
#include <preflag/rules/packs/pack_combination.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <tuple>

namespace preflag {

namespace {

namespace fs = std::filesystem;

/// Files and folders by which a folder changes something although it has no rule.
constexpr std::array companions{"outcomes.yaml", "countries.yaml", "fields.yaml", "units.yaml",
                                "words.yaml",    "substances",     "parties"};

/// Bounds of packs, beyond any that a person would write: what is larger was made to harm.
constexpr DocumentLimits pack_limits{std::size_t{4} << 20, 400'000, 32};
constexpr std::size_t most_files = 500;
constexpr std::size_t most_rules = 20'000;

void add_digests(const Condition& condition, std::string& text) {
    text += condition.list_digest;
    for (const Condition& child : condition.children)
        add_digests(child, text);
}

/// Of the file, and of the lists that its conditions read.
std::string digest_with_lists(const Document& document, const RulePack& pack) {
    std::string lists;
    for (const Rule& rule : pack.rules)
        add_digests(rule.condition, lists);
    return lists.empty() ? digest_of(document.text) : digest_of(digest_of(document.text) + lists);
}

/// The packs of one folder, parsed but not yet understood.
struct FolderDocuments {
    std::vector<Document> regimes;
    std::vector<Document> red_flags;
};

/// Loads all packs, gathering the defects of all files.
class PackLoader {
  public:
    PackLoader(const std::vector<std::string>& folders, const SubstanceIds& substances)
        : folders_(folders), substances_(substances) {}

    std::vector<RulePack> load() {
        auto outcomes = shared_table<OutcomeTable>("outcomes.yaml");
        auto countries = shared_table<CountryTable>("countries.yaml");
        std::vector<FolderDocuments> documents;
        for (const std::string& folder : folders_)
            documents.push_back({read_files(folder, "regimes"), read_files(folder, "red-flags")});
        const std::vector<std::string>& substances = substances_();
        if (countries)
            for (std::size_t i = 0; i < folders_.size(); ++i)
                load_folder(std::move(documents[i]),
                            {substances, *countries, outcomes.get(), packs_, folders_[i]});
        check_whole();
        if (!diagnostics_.empty())
            fail();
        for (RulePack& pack : packs_) {
            pack.outcomes = outcomes;
            pack.countries = countries;
        }
        return std::move(packs_);
    }

  private:
    /// In the order of files and lines, however the defects were found.
    [[noreturn]] void fail() {
        const auto place = [](const Diagnostic& diagnostic) {
            return std::tie(diagnostic.file, diagnostic.position.line, diagnostic.position.column);
        };
        std::stable_sort(diagnostics_.begin(), diagnostics_.end(),
                         [&](const Diagnostic& left, const Diagnostic& right) {
                             return place(left) < place(right);
                         });
        throw PackError(std::move(diagnostics_));
    }

    static bool has_no_rule(const RulePack& pack) { return pack.rules.empty(); }

    void check_whole() {
        if (diagnostics_.empty() && std::all_of(packs_.begin(), packs_.end(), has_no_rule))
            add_error(folders_.empty() ? "rules" : folders_.front(), "no rule was found");
        std::size_t rules = 0;
        for (const RulePack& pack : packs_)
            rules += pack.rules.size();
        if (rules > most_rules)
            add_error("rules",
                      fmt::format("there are {} rules, at most {} are read", rules, most_rules));
    }

    template <typename Table>
    std::shared_ptr<const Table> shared_table(const char* name) {
        std::shared_ptr<const Table> table;
        for (const std::string& folder : folders_) {
            const fs::path path = fs::path(folder) / name;
            if (!is_there(path))
                continue;
            if (const auto document = read(folder, path))
                table = std::make_shared<const Table>(Table::read(*document, diagnostics_));
        }
        if (!table && diagnostics_.empty())
            add_error(name, fmt::format("no {} was found", name));
        return table;
    }

    std::optional<Document> read(const std::string& folder, const fs::path& path) {
        if (!is_file_within(folder, path.string())) {
            add_error(path.string(), "this is no plain file of the folder of the packs",
                      "packs are read from within their folder only: no links that lead out of it, "
                      "no pipes");
            return std::nullopt;
        }
        std::ifstream file(path, std::ios::binary);
        std::ostringstream text;
        if (!file || !(text << file.rdbuf())) {
            add_error(path.string(), "the file cannot be read, or is empty",
                      "write a pack into it, or remove it");
            return std::nullopt;
        }
        try {
            return read_yaml(std::move(text).str(), path.string(), pack_limits);
        } catch (const PackError& error) {
            error.add_to(diagnostics_);
            return std::nullopt;
        }
    }

    void load_folder(FolderDocuments documents, const PackContext& context) {
        std::vector<ReadPack> files;
        load_files(std::move(documents.regimes), context, read_regime, files);
        std::stable_sort(files.begin(), files.end(),
                         [](const ReadPack& left, const ReadPack& right) {
                             return left.content.pack.order < right.content.pack.order;
                         });
        load_files(std::move(documents.red_flags), context, read_red_flags, files);
        if (files.empty() && diagnostics_.empty() && !has_companion(context.folder))
            add_error(context.folder, "the folder has no rule");
        add_packs(std::move(files), packs_, diagnostics_);
    }

    std::vector<Document> read_files(const std::string& folder, const char* kind) {
        const fs::path place = fs::path(folder) / kind;
        std::vector<Document> documents;
        const std::vector<fs::path> paths = yaml_files(place, diagnostics_);
        if (paths.size() > most_files) {
            add_error(place.string(), fmt::format("there are {} packs, at most {} are read",
                                                  paths.size(), most_files));
            return documents;
        }
        for (const fs::path& path : paths)
            if (auto document = read(folder, path))
                documents.push_back(*std::move(document));
        return documents;
    }

    template <typename ReadContent>
    void load_files(std::vector<Document> documents, const PackContext& context,
                    ReadContent read_content, std::vector<ReadPack>& files) {
        for (Document& document : documents) {
            PackContent content = read_content(document, context, diagnostics_);
            content.pack.file = document.file;
            content.pack.digest = digest_with_lists(document, content.pack);
            files.push_back({std::move(document), std::move(content)});
        }
    }

    static bool has_companion(const fs::path& folder) {
        return std::any_of(companions.begin(), companions.end(), [&](const char* name) {
            std::error_code error;
            return fs::exists(folder / name, error);
        });
    }

    void add_error(std::string file, std::string message,
                   std::string advice = "give the folder of the rules with --rules") {
        Diagnostic diagnostic;
        diagnostic.file = std::move(file);
        diagnostic.message = std::move(message);
        diagnostic.advice = std::move(advice);
        diagnostics_.push_back(std::move(diagnostic));
    }

    const std::vector<std::string>& folders_;
    const SubstanceIds& substances_;
    std::vector<RulePack> packs_;
    std::vector<Diagnostic> diagnostics_;
};

} // namespace

std::vector<RulePack> load_packs(const std::vector<std::string>& folders,
                                 const std::vector<std::string>& substances) {
    return load_packs(folders, SubstanceIds([&]() -> auto& { return substances; }));
}

std::vector<RulePack> load_packs(const std::vector<std::string>& folders,
                                 const SubstanceIds& substances) {
    return PackLoader(folders, substances).load();
}

} // namespace preflag

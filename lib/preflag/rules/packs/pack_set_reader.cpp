#include <preflag/base/country_table_reader.h>
#include <preflag/base/digest.h>
#include <preflag/places/place_table_reader.h>
#include <preflag/rules/packs/outcome_table_reader.h>
#include <preflag/rules/packs/pack_combination.h>
#include <preflag/rules/packs/pack_set_reader.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

constexpr std::size_t most_rules = 20'000;

void add_digests(const Condition& condition, std::string& text) {
    text += condition.list_digest;
    for (const Condition& child : condition.children)
        add_digests(child, text);
}

/// Of the file, and of the lists that its conditions read.
std::string digest_with_lists(const RuleFile& file, const RulePack& pack) {
    std::string lists;
    for (const Rule& rule : pack.rules)
        add_digests(rule.condition, lists);
    return lists.empty() ? file.digest : digest_of(file.digest + lists);
}

/// Reads the packs of all folders, gathering the defects of all files.
class PackSetReader {
  public:
    PackSetReader(const RuleFiles& files, std::span<const std::string> substances,
                  std::vector<Diagnostic>& diagnostics)
        : files_(files), substances_(substances), diagnostics_(diagnostics) {}

    PackSet read() {
        const std::size_t before = diagnostics_.size();
        set_.outcomes = read_outcome_table(files_, diagnostics_);
        set_.countries = read_country_table(files_, diagnostics_);
        set_.places = read_place_table(files_, set_.countries, diagnostics_);
        const bool has_outcomes = !files_.of("outcomes.yaml").empty();
        if (!files_.of("countries.yaml").empty())
            for (std::size_t i = 0; i < files_.folders().size(); ++i)
                read_folder(i,
                            {substances_, set_.countries, has_outcomes ? &set_.outcomes : nullptr,
                             set_.packs, files_.folders()[i].string()});
        check_whole(diagnostics_.size() > before || !files_.diagnostics().empty());
        return std::move(set_);
    }

  private:
    void check_whole(bool has_defects) {
        std::size_t rules = 0;
        for (const RulePack& pack : set_.packs)
            rules += pack.rules.size();
        const auto& folders = files_.folders();
        if (rules == 0 && !has_defects)
            add_error(folders.empty() ? "rules" : folders.front().string(), "no rule was found");
        if (rules > most_rules)
            add_error("rules",
                      fmt::format("there are {} rules, at most {} are read", rules, most_rules));
    }

    void read_folder(std::size_t folder, const PackContext& context) {
        std::vector<ReadPack> packs;
        read_files(files_.of("regimes", folder), context, read_regime, packs);
        std::stable_sort(packs.begin(), packs.end(),
                         [](const ReadPack& left, const ReadPack& right) {
                             return left.content.pack.order < right.content.pack.order;
                         });
        read_files(files_.of("red-flags", folder), context, read_red_flags, packs);
        add_packs(std::move(packs), set_.packs, diagnostics_);
    }

    template <typename ReadContent>
    void read_files(const std::vector<const RuleFile*>& files, const PackContext& context,
                    ReadContent read_content, std::vector<ReadPack>& packs) {
        for (const RuleFile* const file : files) {
            PackContent content = read_content(file->document, context, diagnostics_);
            content.pack.file = file->document.file;
            content.pack.digest = digest_with_lists(*file, content.pack);
            packs.push_back({&file->document, std::move(content)});
        }
    }

    void add_error(std::string file, std::string message) {
        Diagnostic diagnostic;
        diagnostic.file = std::move(file);
        diagnostic.message = std::move(message);
        diagnostic.advice = "give the folder of the rules with --rules";
        diagnostics_.push_back(std::move(diagnostic));
    }

    const RuleFiles& files_;
    std::span<const std::string> substances_;
    std::vector<Diagnostic>& diagnostics_;
    PackSet set_;
};

} // namespace

PackSet read_packs(const RuleFiles& files, std::span<const std::string> substances,
                   std::vector<Diagnostic>& diagnostics) {
    return PackSetReader(files, substances, diagnostics).read();
}

} // namespace preflag

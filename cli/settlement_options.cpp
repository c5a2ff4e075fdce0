#include "settlement_options.h"

#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/rules/country_table.h>
#include <preflag/screening/explanation.h>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <set>

namespace preflag {

namespace {

std::vector<std::string> ids_of(std::string_view text, const Catalogue& catalogue) {
    std::vector<std::string> ids;
    for (const Substance* substance : find_substances(text, catalogue))
        ids.push_back(substance->id);
    return ids;
}

bool is_law(const RulePack& pack) {
    return std::any_of(pack.rules.begin(), pack.rules.end(),
                       [](const Rule& rule) { return !rule.regime.empty(); });
}

std::vector<std::string> all_regimes(const RuleSet& rules) {
    std::set<std::string> ids;
    for (const RulePack& pack : rules.packs())
        for (const Rule& rule : pack.rules)
            if (!rule.regime.empty())
                ids.insert(rule.regime);
    return {ids.begin(), ids.end()};
}

/// The laws of a country, of the members of a union, and of everywhere; empty when no law is of
/// these countries in particular.
std::vector<std::string> regimes_in(const std::string& word, const RuleSet& rules) {
    const CountryTable* table = rules.packs().front().countries.get();
    const std::string code = table == nullptr ? word : table->code_of(word).value_or(word);
    const auto members = table == nullptr ? std::vector{code} : table->members_of(code);
    bool is_known = false;
    std::vector<std::string> regimes;
    for (const RulePack& pack : rules.packs()) {
        if (!is_law(pack))
            continue;
        const auto& own = pack.jurisdiction;
        const bool holds = std::any_of(members.begin(), members.end(), [&](const auto& member) {
            return std::find(own.begin(), own.end(), member) != own.end();
        });
        is_known = is_known || holds;
        if (holds || own.empty())
            regimes.push_back(pack.extends.empty() ? pack.id : pack.extends);
    }
    return is_known ? regimes : std::vector<std::string>{};
}

} // namespace

void add_settlement_options(CLI::App& command, SettlementWords& words) {
    command
        .add_option("--licences", words.licences,
                    "Clear the lines that licences in this YAML or CSV file cover (repeatable)")
        ->type_name("FILE")
        ->allow_extra_args(false);
    command.add_flag("--show-suppressed", words.show_suppressed,
                     "Report the lines that were cleared, too, with the reason");
}

void check_settlement(const SettlementWords& words) {
    if (words.show_suppressed && words.licences.empty())
        throw UsageError("--show-suppressed is given, but no --licences FILE: nothing is "
                         "suppressed");
}

RunSettlement::RunSettlement(const SettlementWords& words, const Knowledge& knowledge,
                             const std::vector<std::filesystem::path>& rule_folders,
                             std::optional<Date> as_of) {
    if (words.licences.empty())
        return;
    const LicenceVocabulary vocabulary{
        knowledge.catalogue,
        [&](std::string_view text) { return ids_of(text, knowledge.catalogue); },
        all_regimes(knowledge.rules),
        [&](const std::string& word) { return regimes_in(word, knowledge.rules); }};
    std::vector<LicenceFile> files;
    for (const std::string& path : words.licences)
        files.push_back(read_licences(path, vocabulary));
    names_.emplace(NameWords::load(rule_folders));
    settlement_.emplace(knowledge.rules);
    settlement_->use(LicenceCover(std::move(files), *names_, {today(), as_of}));
}

std::optional<LicenceReport> RunSettlement::licences() const {
    const LicenceCover* cover = settlement_ ? settlement_->licences() : nullptr;
    if (cover == nullptr)
        return std::nullopt;
    LicenceReport report;
    for (const LicenceFile& file : cover->files())
        report.files.push_back({file.file, file.digest, file.licences.size()});
    report.uses = cover->uses();
    return report;
}

} // namespace preflag

#include <preflag/run/explanation.h>
#include <preflag/run/run_clearance.h>

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

std::vector<std::string> all_regimes(const RuleSet& rules) {
    std::set<std::string> ids;
    for (const Rule* law : rules.laws())
        ids.insert(law->regime);
    return {ids.begin(), ids.end()};
}

/// The laws of a country, of the members of a union, and of everywhere; empty when no law is of
/// these countries in particular.
std::vector<std::string> regimes_in(const std::string& word, const RuleSet& rules) {
    const CountryTable& countries = rules.countries();
    const auto members = countries.members_of(countries.code_of(word).value_or(word));
    bool is_known = false;
    std::vector<std::string> regimes;
    for (const RulePack& pack : rules.packs()) {
        if (!pack.has_law())
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

std::unordered_map<std::string, std::string> editions_of(const RuleSet& rules) {
    std::unordered_map<std::string, std::string> by_pack;
    for (const RulePack& pack : rules.packs())
        by_pack.emplace(pack.id, pack.edition);
    std::unordered_map<std::string, std::string> editions;
    for (const RulePack& pack : rules.packs())
        for (const Rule& rule : pack.rules)
            if (rule.is_active())
                editions[rule.id] = by_pack[rule.pack];
    return editions;
}

RunSettlement::RunSettlement(const ClearanceFiles& files, const Knowledge& knowledge) {
    if (files.licences.empty() && files.decisions.empty())
        return;
    line_clearance_.emplace();
    if (!files.licences.empty())
        use_licences(files, knowledge);
    if (!files.decisions.empty())
        use_decisions(files, knowledge);
}

void RunSettlement::use_decisions(const ClearanceFiles& files, const Knowledge& knowledge) {
    DecisionFile file = read_decisions(files.decisions);
    torn_line_ = file.torn;
    line_clearance_->use(DecisionBook(
        std::move(file), knowledge.name_vocabulary, knowledge.countries(),
        {files.as_of.value_or(files.day), files.quantity_margin, editions_of(knowledge.rules)}));
}

void RunSettlement::use_licences(const ClearanceFiles& files, const Knowledge& knowledge) {
    const LicenceVocabulary vocabulary{
        knowledge.catalogue, knowledge.countries(),
        [&](std::string_view text) { return ids_of(text, knowledge.catalogue); },
        all_regimes(knowledge.rules),
        [&](const std::string& word) { return regimes_in(word, knowledge.rules); }};
    std::vector<LicenceFile> read;
    for (const std::string& path : files.licences)
        read.push_back(read_licences(path, vocabulary));
    line_clearance_->use(LicenceCover(std::move(read), knowledge.name_vocabulary,
                                      knowledge.countries(), {files.day, files.as_of}));
}

} // namespace preflag

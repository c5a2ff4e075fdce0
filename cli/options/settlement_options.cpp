#include "settlement_options.h"

#include "options/amount.h"
#include "terminal.h"

#include <preflag/base/country_table.h>
#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/run/explanation.h>

#include <fmt/format.h>

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

/// "10%" as a share of 1.
double quantity_margin(const std::string& word) {
    constexpr double largest = 1000;
    const auto amount = parse_amount(word);
    if (!amount || !amount->is_percent || amount->value > largest)
        throw UsageError(
            fmt::format("--quantity-margin {}: give a share of the quantity such as 10%", word));
    return amount->value / 100;
}

} // namespace

void tell_torn(const DecisionFile& file) {
    if (file.torn)
        tell(to_string(*file.torn));
}

Option& add_decisions_option(OptionSet& options, std::string& file_name) {
    options.begin_group("Letting legitimate trade pass");
    return options
        .add(file("--decisions", &file_name,
                  "Keep quiet about what people decided to clear, until its facts change"))
        .manual("A decision holds until the facts change or it expires. See DECISIONS.");
}

void add_settlement_options(OptionSet& options, SettlementWords& words) {
    options.begin_group("Letting legitimate trade pass");
    options
        .add(file("--licences", &words.licences,
                  "Clear the lines that licences in this YAML or CSV file cover (repeatable)"))
        .manual("Cleared is what the laws say of goods that go to the holder of a licence for "
                "them, up to its strength and quantity, on the shipment's date, or today when it "
                "has none. CSV when the name ends in .csv. See LICENCES.");
    add_decisions_option(options, words.decisions);
    options.add(text("--quantity-margin", &words.quantity_margin, "P%",
                     "How far a quantity may differ from the one that was decided on"));
    options.add(flag("--show-suppressed", words.show_suppressed,
                     "Report the lines that were cleared, too, with the reason"));
}

void check_settlement(const SettlementWords& words) {
    if (words.show_suppressed && words.licences.empty() && words.decisions.empty())
        throw UsageError("--show-suppressed is given, but neither --licences FILE nor --decisions "
                         "FILE: nothing is suppressed");
    static_cast<void>(quantity_margin(words.quantity_margin));
}

std::unordered_map<std::string, std::string> editions_of(const RuleSet& rules) {
    std::unordered_map<std::string, std::string> by_pack;
    for (const RulePack& pack : rules.packs())
        by_pack.emplace(pack.id, pack.edition);
    std::unordered_map<std::string, std::string> editions;
    for (const RulePack& pack : rules.packs())
        for (const Rule& rule : pack.rules)
            if (rule.disabled_because.empty())
                editions[rule.id] = by_pack[rule.pack];
    return editions;
}

RunSettlement::RunSettlement(const SettlementWords& words, const Knowledge& knowledge,
                             const std::vector<std::filesystem::path>& rule_folders,
                             std::optional<Date> as_of) {
    if (words.licences.empty() && words.decisions.empty())
        return;
    names_.emplace(NameWords::load(rule_folders));
    settlement_.emplace(knowledge.rules);
    if (!words.licences.empty())
        use_licences(words.licences, knowledge, as_of);
    if (!words.decisions.empty())
        use_decisions(words, knowledge, as_of);
}

void RunSettlement::use_licences(const std::vector<std::string>& paths, const Knowledge& knowledge,
                                 std::optional<Date> as_of) {
    const LicenceVocabulary vocabulary{
        knowledge.catalogue,
        [&](std::string_view text) { return ids_of(text, knowledge.catalogue); },
        all_regimes(knowledge.rules),
        [&](const std::string& word) { return regimes_in(word, knowledge.rules); }};
    std::vector<LicenceFile> files;
    for (const std::string& path : paths)
        files.push_back(read_licences(path, vocabulary));
    settlement_->use(LicenceCover(std::move(files), *names_, {today(), as_of}));
}

void RunSettlement::use_decisions(const SettlementWords& words, const Knowledge& knowledge,
                                  std::optional<Date> as_of) {
    DecisionFile file = read_decisions(words.decisions);
    tell_torn(file);
    settlement_->use(DecisionBook(std::move(file), *names_,
                                  {as_of.value_or(today()), quantity_margin(words.quantity_margin),
                                   editions_of(knowledge.rules)}));
}

std::optional<DecisionReport> RunSettlement::decisions() const {
    const DecisionBook* book = settlement_ ? settlement_->decisions() : nullptr;
    return book == nullptr ? std::nullopt : std::optional(book->report());
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

#include <preflag/base/text.h>
#include <preflag/clearance/decision_book.h>
#include <preflag/rules/packs/rule_pack.h>

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace preflag {

namespace {

std::string then_and_now(std::string_view what, std::string_view then, std::string_view now) {
    return fmt::format("{}{}{} then, {} now", what, what.empty() ? "" : " ", then, now);
}

std::string quoted(const std::string& text) {
    return text.empty() ? "nothing" : '"' + text + '"';
}

bool is_within(const std::optional<StatedFigure>& then, const std::optional<StatedFigure>& now,
               double margin) {
    if (!then || !now)
        return !then && !now;
    return then->unit == now->unit && now->value.low >= then->value.low * (1 - margin) &&
           now->value.high <= then->value.high * (1 + margin);
}

std::string country_of(const std::string& text, const CountryTable& countries) {
    const auto code = countries.code_of(text);
    return code ? *code : fold(text);
}

const DecidedSubstance* find(const std::vector<DecidedSubstance>& all, const std::string& id) {
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const DecidedSubstance& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

void add_substances(const DecisionFacts& then, const DecisionFacts& now, double margin,
                    std::vector<std::string>& changes) {
    const bool is_named = then.substances.size() > 1 || now.substances.size() > 1;
    for (const DecidedSubstance& old : then.substances) {
        const DecidedSubstance* current = find(now.substances, old.id);
        if (current == nullptr) {
            changes.push_back(fmt::format("{} then, no longer", old.id));
            continue;
        }
        const std::string name = is_named ? old.id : "";
        if (old.strength != current->strength)
            changes.push_back(then_and_now(name.empty() ? "strength" : name,
                                           to_string(old.strength), to_string(current->strength)));
        if (!is_within(old.quantity, current->quantity, margin))
            changes.push_back(then_and_now(
                name.empty() && (!old.quantity || !current->quantity) ? "quantity" : name,
                to_string(old.quantity), to_string(current->quantity)));
    }
    for (const DecidedSubstance& current : now.substances)
        if (find(then.substances, current.id) == nullptr)
            changes.push_back(fmt::format("{} now, not then", current.id));
}

} // namespace

std::vector<std::string> changed_facts(const DecisionFacts& then, const DecisionFacts& now,
                                       double quantity_margin, KnownNames& names,
                                       const CountryTable& countries) {
    std::vector<std::string> changes;
    if (folded_words(then.goods) != folded_words(now.goods))
        changes.push_back(then_and_now("goods", quoted(then.goods), quoted(now.goods)));
    if (names.key_of(then.consignee) != names.key_of(now.consignee))
        changes.push_back(then_and_now("consignee", quoted(then.consignee), quoted(now.consignee)));
    if (country_of(then.country, countries) != country_of(now.country, countries))
        changes.push_back(
            then_and_now("consignee country", quoted(then.country), quoted(now.country)));
    add_substances(then, now, quantity_margin, changes);
    if (then.outcome != now.outcome)
        changes.push_back(then_and_now("outcome", name_of(then.outcome), name_of(now.outcome)));
    if (then.edition != now.edition)
        changes.push_back(
            then_and_now("edition of the pack", quoted(then.edition), quoted(now.edition)));
    return changes;
}

DecisionBook::DecisionBook(DecisionFile file, const NameVocabulary& words,
                           const CountryTable& countries, Options options)
    : file_(std::move(file)), countries_(countries), options_(std::move(options)), names_(words),
      fates_(file_.decisions.size(), Fate::unused) {
    for (std::uint32_t i = 0; i < file_.decisions.size(); ++i) {
        const Decision& decision = file_.decisions[i];
        if (decision.is_superseded)
            continue;
        const DecisionFacts& facts = decision.facts;
        by_finding_[decision.finding].push_back(i);
        by_consignee_[facts.rule + '\n' + key_of(facts.consignee)].push_back(i);
        if (!facts.shipment.empty())
            by_shipment_[facts.rule + '\n' + facts.shipment].push_back(i);
    }
}

std::string DecisionBook::key_of(const std::string& consignee) {
    return keys_.get(consignee, [&] { return names_.key_of(consignee); });
}

std::vector<std::uint32_t> DecisionBook::candidates(const DecisionFacts& now, std::string_view id) {
    std::set<std::uint32_t> all;
    const auto add = [&](const auto& index, const std::string& key) {
        if (const auto found = index.find(key); found != index.end())
            all.insert(found->second.begin(), found->second.end());
    };
    add(by_finding_, std::string(id));
    add(by_consignee_, now.rule + '\n' + key_of(now.consignee));
    if (!now.shipment.empty())
        add(by_shipment_, now.rule + '\n' + now.shipment);
    return {all.begin(), all.end()};
}

/// The decision with the fewest changed facts, the last of equal ones. One that has only the
/// shipment in common counts when nothing but the consignee changed: a shipment that was
/// redirected.
std::optional<DecisionBook::Match> DecisionBook::best_match(const DecisionFacts& now,
                                                            std::string_view id) {
    std::optional<Match> best;
    for (const std::uint32_t place : candidates(now, id)) {
        const Decision& decision = file_.decisions[place];
        auto changes =
            changed_facts(decision.facts, now, options_.quantity_margin, names_, countries_);
        const bool is_redirected =
            decision.finding != id && key_of(decision.facts.consignee) != key_of(now.consignee);
        if (is_redirected && changes.size() > 1)
            continue;
        if (!best || changes.size() <= best->changes.size())
            best = Match{place, std::move(changes)};
    }
    return best;
}

void DecisionBook::settle(Finding& finding, const Match& match) {
    const Decision& decision = file_.decisions[match.decision];
    Fate& fate = fates_[match.decision];
    const std::string who =
        fmt::format("{} by {} on {}", name_of(decision.kind), decision.by, to_string(decision.on));
    if (!match.changes.empty()) {
        fate = std::max(fate, Fate::changed);
        finding.remarks.push_back(fmt::format("{}, but {}", who, fmt::join(match.changes, "; ")));
        return;
    }
    fate = Fate::applied;
    if (decision.is_expired(options_.today)) {
        finding.remarks.push_back(
            fmt::format("{} until {}, which has passed", who, to_string(*decision.until)));
        return;
    }
    const Clearance clearance{Clearance::By::decision, decision.by, decision.on, decision.until,
                              decision.because};
    if (decision.kind == DecisionKind::cleared)
        finding.clearance = clearance;
    else
        finding.confirmation = clearance;
}

void DecisionBook::apply(const ScreenedLine& line, Finding& finding) {
    if (file_.decisions.empty())
        return;
    const auto edition = options_.editions.find(finding.rule->id);
    const DecisionFacts now =
        facts_of(line, finding, edition == options_.editions.end() ? "" : edition->second);
    if (const auto match = best_match(now, finding.id))
        settle(finding, *match);
}

DecisionReport DecisionBook::report() const {
    DecisionReport report;
    report.file = file_.file;
    report.digest = file_.digest;
    report.records = file_.decisions.size();
    for (std::size_t i = 0; i < fates_.size(); ++i) {
        const Decision& decision = file_.decisions[i];
        if (decision.is_superseded)
            ++report.superseded;
        else if (decision.is_expired(options_.today))
            report.expired.push_back(decision.finding);
        else if (fates_[i] == Fate::applied)
            ++report.applied;
        else if (fates_[i] == Fate::changed)
            ++report.changed;
        else
            report.unused.push_back(decision.finding);
    }
    return report;
}

} // namespace preflag

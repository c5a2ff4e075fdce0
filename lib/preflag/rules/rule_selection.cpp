#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/rules/rule_selection.h>

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace preflag {

namespace {

bool contains(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

[[noreturn]] void fail(std::string_view option, const std::string& word, std::string_view what,
                       const std::set<std::string>& known) {
    const std::vector<std::string> names(known.begin(), known.end());
    const auto near = nearest(word, names);
    throw UsageError(fmt::format("{} {}: no pack has this {}{}; there are: {}", option, word, what,
                                 near ? fmt::format(", did you mean {}?", *near) : "",
                                 fmt::join(names, ", ")));
}

void check_regimes(const std::vector<RulePack>& packs, const RuleSelection& selection) {
    std::set<std::string> known;
    for (const RulePack& pack : packs)
        if (pack.has_law())
            known.insert(pack.id);
    for (const std::string& regime : selection.regimes)
        if (!known.contains(regime))
            fail("--regime", regime, "id", known);
}

std::string upper(std::string_view text) {
    std::string all(text);
    for (char& c : all)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return all;
}

/// The chosen countries, with unions expanded to their members.
std::vector<std::string> chosen_countries(const PackSet& set, const RuleSelection& selection) {
    std::set<std::string> known;
    for (const RulePack& pack : set.packs)
        known.insert(pack.jurisdiction.begin(), pack.jurisdiction.end());
    std::vector<std::string> chosen;
    for (const std::string& word : selection.jurisdictions) {
        const std::string code = set.countries.code_of(word).value_or(upper(word));
        const std::vector<std::string> members = set.countries.members_of(code);
        const bool has_law = std::any_of(members.begin(), members.end(), [&](const auto& member) {
            return known.contains(member);
        });
        if (!has_law)
            fail("--jurisdiction", word, "jurisdiction", known);
        chosen.insert(chosen.end(), members.begin(), members.end());
    }
    return chosen;
}

/// Why a rule is not chosen; empty when it is.
std::string reason_against(const RulePack& pack, const Rule& rule, const RuleSelection& selection,
                           const std::vector<std::string>& countries) {
    if (rule.kind() == RuleKind::law && !selection.regimes.empty() &&
        !contains(selection.regimes, rule.regime))
        return "not among the regimes chosen";
    const bool is_foreign =
        !pack.jurisdiction.empty() && !countries.empty() &&
        std::none_of(pack.jurisdiction.begin(), pack.jurisdiction.end(),
                     [&](const std::string& code) { return contains(countries, code); });
    if (is_foreign)
        return "not of the jurisdictions chosen";
    const bool is_out_of_force =
        selection.as_of && !(in_force(pack.from, pack.until, *selection.as_of) &&
                             in_force(rule.from, rule.until, *selection.as_of));
    return is_out_of_force ? fmt::format("not in force on {}", to_string(*selection.as_of)) : "";
}

/// Red flags answer only beside a law: their cases need one that is chosen.
void drop_cases_without_law(std::vector<RulePack>& packs, Date day) {
    std::set<std::string> listed; // substances, and the rules themselves
    for (const RulePack& pack : packs)
        for (const Rule& rule : pack.rules)
            if (rule.kind() == RuleKind::law && rule.is_active() &&
                in_force(pack.from, pack.until, day) && in_force(rule.from, rule.until, day))
                listed.insert({rule.substance, rule.id});
    for (RulePack& pack : packs)
        for (Rule& rule : pack.rules)
            std::erase_if(rule.cases, [&](const RuleCase& rule_case) {
                return !rule_case.needs.empty() && !listed.contains(rule_case.needs);
            });
}

} // namespace

bool in_force(const std::optional<Date>& from, const std::optional<Date>& until, Date day) {
    return (!from || *from <= day) && (!until || day <= *until);
}

std::string home_country(const CountryTable& countries, const std::string& home) {
    if (home.empty())
        return {};
    if (auto code = countries.code_of(home))
        return *std::move(code);
    throw UsageError(
        fmt::format("--home {}: there is no such country; give its name or a code such "
                    "as DE",
                    home));
}

void apply_selection(PackSet& set, const RuleSelection& selection, Date today) {
    std::vector<RulePack>& packs = set.packs;
    check_regimes(packs, selection);
    const std::vector<std::string> countries = chosen_countries(set, selection);
    for (RulePack& pack : packs)
        for (Rule& rule : pack.rules)
            if (rule.is_active())
                rule.disabled_because = reason_against(pack, rule, selection, countries);
    drop_cases_without_law(packs, selection.as_of.value_or(today));
}

} // namespace preflag

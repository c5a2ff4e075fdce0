#include <preflag/rules/packs/rule_diff.h>

#include <fmt/format.h>

#include <map>

namespace preflag {

namespace {

/// What is compared, in the order told.
using Values = std::vector<std::pair<std::string, std::string>>;

std::string joined(const std::vector<std::string>& words) {
    return fmt::format("{}", fmt::join(words, ", "));
}

std::string text_of(const std::optional<Date>& date) {
    return date ? to_string(*date) : "";
}

Values values_of(const Rule& rule) {
    const bool is_asked = rule.condition.kind != Condition::Kind::always;
    return {{"limit", rule.limit.text},
            {"outcome", std::string(name_of(rule.outcome))},
            {"leaves out", rule.reservation ? fmt::format("{}, if {}", rule.reservation->limit.text,
                                                          rule.reservation->goods)
                                            : ""},
            {"switched off", rule.disabled_because},
            {"score", rule.score ? std::to_string(*rule.score) : ""},
            {"summed with", joined(rule.summed_with)},
            {"condition", is_asked ? to_string(rule.condition) : ""},
            {"across lines", rule.across_lines ? to_string(*rule.across_lines) : ""},
            {"below limits", rule.even_below_limits ? "answers, too" : ""},
            {"licence limit", rule.licence_limit},
            {"from", text_of(rule.from)},
            {"until", text_of(rule.until)},
            {"duty", rule.duty},
            {"citation", rule.citation},
            {"title", rule.title},
            {"message", rule.message},
            {"codes", joined(rule.codes)},
            {"note", rule.note},
            {"verified", rule.verified ? "yes" : "no"},
            {"pack", rule.pack}};
}

Values values_of(const RulePack& pack) {
    return {{"title", pack.title},
            {"edition", pack.edition},
            {"countries", joined(pack.shown_countries)},
            {"from", text_of(pack.from)},
            {"until", text_of(pack.until)},
            {"reviewed", text_of(pack.reviewed)},
            {"review by", text_of(pack.review_by)},
            {"source", pack.source}};
}

RuleDifference changed(const std::string& id, const Values& before, const Values& after) {
    RuleDifference difference{RuleDifference::Kind::changed, id, {}};
    for (std::size_t i = 0; i < before.size(); ++i)
        if (before[i].second != after[i].second)
            difference.changes.push_back({before[i].first, before[i].second, after[i].second});
    return difference;
}

/// The first two values tell enough of what is only on one side.
RuleDifference one_sided(const std::string& id, const Values& values, RuleDifference::Kind kind) {
    RuleDifference difference{kind, id, {}};
    const bool is_added = kind == RuleDifference::Kind::added;
    for (std::size_t i = 0; i < 2; ++i)
        if (!values[i].second.empty())
            difference.changes.push_back({values[i].first, is_added ? "" : values[i].second,
                                          is_added ? values[i].second : ""});
    return difference;
}

template <typename Items>
std::vector<RuleDifference> compare_all(const Items& before, const Items& after) {
    std::vector<RuleDifference> differences;
    for (const auto& [id, old] : before) {
        const auto found = after.find(id);
        RuleDifference difference =
            found == after.end() ? one_sided(id, values_of(*old), RuleDifference::Kind::removed)
                                 : changed(id, values_of(*old), values_of(*found->second));
        if (difference.kind == RuleDifference::Kind::removed || !difference.changes.empty())
            differences.push_back(std::move(difference));
    }
    for (const auto& [id, item] : after)
        if (!before.contains(id))
            differences.push_back(one_sided(id, values_of(*item), RuleDifference::Kind::added));
    return differences;
}

std::map<std::string, const Rule*> rules_of(const RuleSet& rules) {
    std::map<std::string, const Rule*> all;
    for (const RulePack& pack : rules.packs())
        for (const Rule& rule : pack.rules)
            all.emplace(rule.id, &rule);
    return all;
}

std::map<std::string, const RulePack*> packs_of(const RuleSet& rules) {
    std::map<std::string, const RulePack*> all;
    for (const RulePack& pack : rules.packs())
        all.emplace(pack.id, &pack);
    return all;
}

} // namespace

std::vector<RuleDifference> pack_differences(const RuleSet& before, const RuleSet& after) {
    return compare_all(packs_of(before), packs_of(after));
}

std::vector<RuleDifference> rule_differences(const RuleSet& before, const RuleSet& after) {
    return compare_all(rules_of(before), rules_of(after));
}

} // namespace preflag

#include <preflag/base/background.h>
#include <preflag/run/cases/canaries.h>
#include <preflag/run/cases/case_coverage.h>
#include <preflag/run/cases/case_runner.h>

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <span>
#include <utility>

namespace preflag {

namespace {

/// A case with the rule it belongs to.
struct Trial {
    const Rule* rule;
    const RuleCase* rule_case;
};

bool is_positive(const RuleCase& rule_case) {
    return rule_case.expected && *rule_case.expected != Outcome::below_limit;
}

/// Runs a trial, counts it, and gives what the rule answered.
std::optional<Finding> run(const Trial& trial, Screener& screener, CaseResults& results) {
    auto finding = answer_of(*trial.rule, *trial.rule_case, screener);
    const auto outcome = finding ? std::optional(finding->outcome) : std::nullopt;
    ++results.total;
    if (outcome == trial.rule_case->expected)
        ++results.passed;
    else
        results.failures.push_back(
            fmt::format("{}: case \"{}\" expects {}, but the result is {}", trial.rule->id,
                        trial.rule_case->name,
                        trial.rule_case->expected ? name_of(*trial.rule_case->expected) : "silence",
                        outcome ? name_of(*outcome) : "silence"));
    return finding;
}

/// The canaries of one law, or of the rules of one pack that belong to none.
class CanaryChoice {
  public:
    void add(const Trial& trial) {
        is_law_ = trial.rule->kind() == RuleKind::law;
        const bool is_hit = is_positive(*trial.rule_case);
        auto& stand_in = is_hit ? positive_stand_in_ : negative_stand_in_;
        if (!trial.rule_case->is_canary) {
            stand_in = stand_in ? stand_in : std::optional(trial);
            return;
        }
        chosen_.push_back(trial);
        (is_hit ? has_positive_ : has_negative_) = true;
    }

    [[nodiscard]] std::vector<Trial> trials() const {
        std::vector<Trial> all = chosen_;
        if (!has_positive_ && positive_stand_in_)
            all.push_back(*positive_stand_in_);
        if (!has_negative_ && negative_stand_in_)
            all.push_back(*negative_stand_in_);
        return all;
    }

    /// What is missing of a law; empty when there is a positive and a negative. Red flags answer
    /// only beside a law that lists their goods, which may not be chosen.
    [[nodiscard]] std::string_view missing() const {
        if (!is_law_)
            return "";
        if (!has_positive_ && !positive_stand_in_)
            return "expects an answer";
        return has_negative_ || negative_stand_in_ ? "" : "expects none";
    }

  private:
    std::vector<Trial> chosen_;
    std::optional<Trial> positive_stand_in_, negative_stand_in_;
    bool has_positive_ = false, has_negative_ = false, is_law_ = false;
};

/// The law's name, or the id of a pack with red flags.
using LawCanaries = std::pair<std::string, CanaryChoice>;

/// In the order of their names.
std::vector<LawCanaries> choose_canaries(const RuleSet& rules) {
    std::map<std::string, CanaryChoice> choices;
    for (const RulePack& pack : rules.packs())
        for (const Rule& rule : pack.rules) {
            if (!rule.is_active())
                continue;
            CanaryChoice& choice = choices[rule.kind() == RuleKind::law ? rule.regime : pack.id];
            for (const RuleCase& rule_case : rule.cases)
                choice.add({&rule, &rule_case});
        }
    return {choices.begin(), choices.end()};
}

CaseResults run_choices(std::span<const LawCanaries> choices, const Knowledge& knowledge) {
    Screener screener(knowledge);
    CaseResults results;
    for (const auto& [law, choice] : choices) {
        for (const Trial& trial : choice.trials())
            run(trial, screener, results);
        if (choice.missing().empty())
            continue;
        ++results.total;
        results.failures.push_back(
            fmt::format("{}: no case is left that {}", law, choice.missing()));
    }
    return results;
}

void run_pack(const RulePack& pack, Screener& screener, CaseResults& results) {
    PackCases counts{pack.id, 0, results.passed, results.total};
    for (const Rule& rule : pack.rules) {
        if (!rule.is_active())
            continue;
        ++counts.rules;
        std::set<CaseKind> covered;
        for (const RuleCase& rule_case : rule.cases) {
            const auto finding = run({&rule, &rule_case}, screener, results);
            covered.merge(kinds_of(rule, finding ? &*finding : nullptr));
        }
        if (std::string missing = missing_kinds(rule, covered); !missing.empty())
            results.thin.push_back({rule.id, std::move(missing)});
    }
    counts.passed = results.passed - counts.passed;
    counts.total = results.total - counts.total;
    results.packs.push_back(std::move(counts));
}

} // namespace

CaseResults run_canaries(const Knowledge& knowledge) {
    const std::vector<LawCanaries> all = choose_canaries(knowledge.rules);
    const std::span<const LawCanaries> first(all.data(), all.size() / 2);
    const std::span<const LawCanaries> second(all.data() + first.size(), all.size() - first.size());
    auto beside = in_background([&] { return run_choices(first, knowledge); });
    CaseResults later = run_choices(second, knowledge);
    CaseResults results = beside.get();
    results.passed += later.passed;
    results.total += later.total;
    std::move(later.failures.begin(), later.failures.end(), std::back_inserter(results.failures));
    return results;
}

CaseResults run_rule_cases(const Knowledge& knowledge) {
    Screener screener(knowledge);
    CaseResults results;
    for (const RulePack& pack : knowledge.rules.packs())
        run_pack(pack, screener, results);
    return results;
}

} // namespace preflag

#include <preflag/base/cells/written_date.h>
#include <preflag/base/error.h>
#include <preflag/rules/applicability.h>
#include <preflag/rules/conditions/condition_evaluator.h>
#include <preflag/rules/packs/outcome_table.h>
#include <preflag/rules/rule_set.h>
#include <preflag/rules/verdict_writer.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <unordered_map>

namespace preflag {

namespace {

/// A rule that is switched on, with the pack it stands in.
struct ActiveRule {
    const RulePack* pack;
    const Rule* rule;
};

/// The goods are a finished product that the rule's list leaves out.
bool is_outside(const Rule& rule, const GoodsReading& goods) {
    const auto& outside = rule.outside_products;
    return goods.product &&
           std::find(outside.begin(), outside.end(), goods.product->form) != outside.end();
}

bool regulates(const Verdict& law) {
    return law.outcome != Outcome::below_limit && !law.is_off_route();
}

/// A law's row that has something to say of a substance.
struct LawAnswer {
    std::uint32_t law;
    const Identification* substance;
    RouteReach reach;
};

struct ActiveFlag {
    ActiveRule active;
    ConditionEvaluator condition;
    bool asks_about_substance;
};

/// Whether the manifest has what the rule asks for; an absent column is no empty cell.
bool can_be_checked(const Rule& rule, const FieldSet* columns) {
    return columns == nullptr || std::all_of(rule.needed_columns.begin(), rule.needed_columns.end(),
                                             [&](Field field) { return columns->contains(field); });
}

/// What is known of a line while it is judged.
struct LineView {
    const LineCells& line;
    const GoodsReading& goods;
    const LineFacts& facts;
    const Applicability& chosen;

    [[nodiscard]] ConditionFacts about(const Identification* substance,
                                       std::span<const Verdict> laws) const {
        return {line,
                substance,
                goods.quantity ? &*goods.quantity : nullptr,
                chosen.countries(),
                laws,
                facts.consignee_kind,
                facts.places};
    }
};

} // namespace

struct RuleSet::Compiled {
    PackSet set;
    RuleSelection selection;
    std::vector<const Rule*> all_laws, all_flags;               ///< in pack order
    std::vector<ActiveRule> laws;                               ///< in pack order
    std::map<std::uint32_t, ConditionEvaluator> law_conditions; ///< of the laws that have one
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> laws_by_substance;
    std::vector<ActiveFlag> flags;
    std::unordered_map<const Rule*, std::size_t> flag_places;
    std::map<std::string_view, ActiveRule> contradictions; ///< by rule id
    std::map<std::string_view, const Rule*> rules;         ///< all that were read
    std::size_t active = 0;

    void index() {
        for (const RulePack& pack : set.packs)
            for (const Rule& rule : pack.rules) {
                rules.emplace(rule.id, &rule);
                if (rule.kind() == RuleKind::law)
                    all_laws.push_back(&rule);
                else if (rule.kind() == RuleKind::red_flag)
                    all_flags.push_back(&rule);
                if (rule.is_active())
                    add({&pack, &rule});
            }
    }

    void add(ActiveRule active_rule) {
        const Rule& rule = *active_rule.rule;
        ++active;
        if (rule.kind() == RuleKind::contradiction) {
            contradictions.emplace(rule.id, active_rule);
        } else if (rule.kind() == RuleKind::red_flag) {
            flag_places.emplace(&rule, flags.size());
            flags.push_back({active_rule, ConditionEvaluator(rule.condition),
                             asks_about_substance(rule.condition)});
        } else {
            if (rule.condition.kind != Condition::Kind::always)
                law_conditions.emplace(static_cast<std::uint32_t>(laws.size()),
                                       ConditionEvaluator(rule.condition));
            laws_by_substance[rule.substance].push_back(static_cast<std::uint32_t>(laws.size()));
            laws.push_back(active_rule);
        }
    }

    [[nodiscard]] ShipmentDays days_of(const FieldValues& line) const {
        const std::string_view date = line[Field::date];
        if (selection.as_of || date.empty())
            return {{selection.as_of.value_or(selection.day)}};
        std::vector<Date> days = read_date(date, date_order(line));
        if (days.empty())
            return {{selection.day}, true};
        return {std::move(days)};
    }

    /// By the line's days and route, unless the selection says otherwise. A red flag that is asked
    /// alone finds the laws of all countries beside it.
    [[nodiscard]] Applicability applicability(const FieldValues& line, const Route& route,
                                              const Rule* only) const {
        const bool is_flag_alone = only != nullptr && only->kind() != RuleKind::law;
        return {days_of(line).days, route, selection.jurisdictions.empty() && !is_flag_alone,
                set.countries};
    }

    /// A law answers without the others; a flag and a contradiction ask what all of them said.
    static bool is_asked(const Rule& law, const Rule* only) {
        return only == nullptr || only->kind() != RuleKind::law || only == &law;
    }

    [[nodiscard]] std::span<const ActiveFlag> asked_flags(const Rule* only) const {
        if (only == nullptr)
            return flags;
        const auto found = flag_places.find(only);
        return found == flag_places.end() ? std::span<const ActiveFlag>{}
                                          : std::span(flags).subspan(found->second, 1);
    }

    [[nodiscard]] RouteReach reach(std::uint32_t law, const Identification& substance,
                                   const LineView& view) const {
        const RouteReach reach = view.chosen.reach(*laws[law].pack, *laws[law].rule);
        if (reach == RouteReach::outside)
            return reach;
        const auto condition = law_conditions.find(law);
        return condition == law_conditions.end() ||
                       condition->second.holds(view.about(&substance, {}))
                   ? reach
                   : RouteReach::outside;
    }

    /// Goods below the limit of a law that may not even hold are of no interest.
    void add_verdict(const LawAnswer& answer, const GoodsReading& goods,
                     std::vector<Verdict>& verdicts) const {
        const Rule& rule = *laws[answer.law].rule;
        if (answer.reach == RouteReach::within) {
            verdicts.push_back(law_verdict(rule, *answer.substance, goods, set.outcomes));
            return;
        }
        Verdict open = law_verdict_off_route(rule, *answer.substance, goods, set.outcomes);
        if (open.outcome != Outcome::below_limit)
            verdicts.push_back(std::move(open));
    }

    void judge_goods(const LineView& view, std::vector<Verdict>& verdicts) const {
        const GoodsReading& goods = view.goods;
        std::vector<LawAnswer> answers;
        for (const Identification& identification : goods.substances) {
            const auto found = laws_by_substance.find(identification.substance->id);
            if (found == laws_by_substance.end())
                continue;
            for (const std::uint32_t law : found->second) {
                if (!is_asked(*laws[law].rule, view.facts.only) ||
                    is_outside(*laws[law].rule, goods))
                    continue;
                const RouteReach reached = reach(law, identification, view);
                if (reached != RouteReach::outside)
                    answers.push_back({law, &identification, reached});
            }
        }
        std::stable_sort(
            answers.begin(), answers.end(),
            [](const LawAnswer& left, const LawAnswer& right) { return left.law < right.law; });
        for (const LawAnswer& answer : answers)
            add_verdict(answer, goods, verdicts);
    }

    void judge_contradictions(const GoodsReading& goods, const Applicability& chosen,
                              std::vector<Verdict>& verdicts) const {
        for (const Contradiction& contradiction : goods.contradictions) {
            auto found = contradictions.find("contradiction/" + contradiction.kind);
            if (found == contradictions.end() &&
                !rules.contains("contradiction/" + contradiction.kind))
                found = contradictions.find(other_contradiction);
            if (found != contradictions.end() &&
                chosen.applies(*found->second.pack, *found->second.rule))
                verdicts.push_back(contradiction_verdict(*found->second.rule, contradiction));
        }
    }

    /// `said` are the verdicts of the laws, not touched while flags are added elsewhere.
    void judge_flags(const LineView& view, std::span<const Verdict> said,
                     std::vector<Verdict>& answers) const {
        const bool is_regulated = std::any_of(said.begin(), said.end(), regulates);
        for (const ActiveFlag& flag : asked_flags(view.facts.only)) {
            if ((!is_regulated && !flag.active.rule->even_below_limits) ||
                !view.chosen.applies(*flag.active.pack, *flag.active.rule) ||
                !can_be_checked(*flag.active.rule, view.facts.columns))
                continue;
            if (!flag.asks_about_substance) {
                const ConditionFacts facts = view.about(nullptr, said);
                if (flag.condition.holds(facts))
                    answers.push_back(flag_verdict(*flag.active.rule, facts));
                continue;
            }
            for (const Identification& substance : view.goods.substances) {
                const ConditionFacts facts = view.about(&substance, said);
                if (!flag.condition.holds(facts))
                    continue;
                answers.push_back(flag_verdict(*flag.active.rule, facts));
                break;
            }
        }
    }
};

RuleSet::RuleSet(std::unique_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
RuleSet::~RuleSet() = default;
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;

RuleSet RuleSet::compile(PackSet packs, const RuleSelection& selection) {
    auto compiled = std::make_unique<Compiled>();
    compiled->selection = selection;
    compiled->selection.home = home_country(packs.countries, selection.home);
    apply_selection(packs, selection, selection.day);
    compiled->set = std::move(packs);
    compiled->index();
    return RuleSet(std::move(compiled));
}

void RuleSet::evaluate(const FieldValues& line, const GoodsReading& goods,
                       std::vector<Verdict>& verdicts, const LineFacts& facts) const {
    if (goods.substances.empty())
        return;
    if (facts.places == nullptr) {
        PlaceMemory memory(places());
        LineFacts all = facts;
        all.places = &memory;
        return evaluate(line, goods, verdicts, all);
    }
    const Route route =
        facts.route != nullptr ? *facts.route : read_route(line, *facts.places, home());
    const Applicability chosen = compiled_->applicability(line, route, facts.only);
    const LineCells cells(line);
    const LineView view{cells, goods, facts, chosen};
    const std::size_t first = verdicts.size();
    compiled_->judge_goods(view, verdicts);
    if (verdicts.size() == first)
        return;
    const std::span<const Verdict> laws = std::span(verdicts).subspan(first);
    std::vector<Verdict> flags;
    compiled_->judge_flags(view, laws, flags);
    for (Verdict& flag : flags)
        verdicts.push_back(std::move(flag));
    compiled_->judge_contradictions(goods, chosen, verdicts);
}

ShipmentDays RuleSet::days_of(const FieldValues& line) const {
    return compiled_->days_of(line);
}

const OutcomeTable& RuleSet::outcomes() const {
    return compiled_->set.outcomes;
}

PlaceReader RuleSet::places() const {
    return {compiled_->set.places, compiled_->set.countries};
}

bool RuleSet::follows_routes() const {
    return compiled_->selection.jurisdictions.empty();
}

const std::string& RuleSet::home() const {
    return compiled_->selection.home;
}

const CountryTable& RuleSet::countries() const {
    return compiled_->set.countries;
}

Severity RuleSet::severity_of(int score) const {
    return compiled_->set.outcomes.severity_of(score);
}

const std::vector<RulePack>& RuleSet::packs() const {
    return compiled_->set.packs;
}

std::span<const Rule* const> RuleSet::laws() const {
    return compiled_->all_laws;
}

std::span<const Rule* const> RuleSet::flags() const {
    return compiled_->all_flags;
}

std::size_t RuleSet::active_rule_count() const {
    return compiled_->active;
}

std::size_t RuleSet::rule_count() const {
    return compiled_->rules.size();
}

const Rule* RuleSet::find(std::string_view id) const {
    const auto found = compiled_->rules.find(id);
    return found == compiled_->rules.end() ? nullptr : found->second;
}

} // namespace preflag

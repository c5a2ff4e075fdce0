#include <preflag/goods/reading/particle_size.h>
#include <preflag/rules/verdict_writer.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <deque>

namespace preflag {

namespace {

void join(std::string& text, const std::string& part) {
    if (part.empty() || text == part)
        return;
    text += text.empty() ? "" : " and ";
    text += part;
}

/// Differences of decimal figures without the noise of binary ones.
double rounded_margin(double value) {
    return std::round(value * 1e6) / 1e6;
}

bool is_upward(Operator op) {
    return op == Operator::above || op == Operator::at_least;
}

/// Words and numbers of one verdict.
class LawVerdictWriter {
  public:
    LawVerdictWriter(const Rule& rule, const Identification& identification,
                     const GoodsReading& goods, const OutcomeTable& table)
        : rule_(rule), identification_(identification), table_(table),
          sum_(summed_strength(rule, identification, goods)),
          facts_{identification, sum_ ? std::optional(sum_->total) : std::nullopt,
                 goods.quantity ? &*goods.quantity : nullptr},
          judgement_(judge(rule.limit, facts_)) {
        if (judgement_.result != Comparison::fails && is_weak(identification))
            judgement_ = {Comparison::undetermined, judgement_.term, OpenPoint::identity};
        if (judgement_.result == Comparison::holds && is_reserved())
            judgement_ = {Comparison::undetermined, &rule_.reservation->limit.terms.front(),
                          OpenPoint::reservation};
    }

    void leave_route_open() {
        if (judgement_.result != Comparison::fails)
            judgement_ = {Comparison::undetermined, judgement_.term, OpenPoint::route};
    }

    Verdict write() {
        Verdict verdict;
        verdict.rule = &rule_;
        verdict.identification = &identification_;
        verdict.outcome = outcome();
        verdict.score = score(verdict.outcome);
        strength_ = strength_text();
        verdict.measured = measured_strength();
        measure_margin(verdict);
        prepare_words();
        if (judgement_.doubt) {
            verdict.missing = missing();
            words_.missing = verdict.missing;
            verdict.would_settle = would_settle();
        }
        verdict.message = render(sentence());
        return verdict;
    }

  private:
    struct Words {
        std::string measured, limit_value, missing, total;
        std::string_view relation;
        mutable std::string clearing; ///< when it was asked for
    };

    [[nodiscard]] bool is_reserved() const {
        return rule_.reservation &&
               judge(rule_.reservation->limit, facts_).result == Comparison::holds;
    }

    [[nodiscard]] Outcome outcome() const {
        if (judgement_.result == Comparison::fails)
            return Outcome::below_limit;
        return judgement_.doubt ? Outcome::undetermined : rule_.outcome;
    }

    /// A row that a pack lets weigh less than usual weighs no more while it is undetermined.
    [[nodiscard]] int score(Outcome outcome) const {
        if (judgement_.doubt == OpenPoint::route)
            return 0;
        const int usual = table_.score_of(outcome);
        if (!rule_.score || outcome == Outcome::below_limit)
            return usual;
        return outcome == rule_.outcome ? *rule_.score : std::min(usual, *rule_.score);
    }

    /// Of the strength and the size only: amounts vary from shipment to shipment.
    [[nodiscard]] std::string measured_strength() const {
        std::string text = strength_;
        for (const LimitTerm& term : rule_.limit.terms)
            if (term.measure == Measure::particle_micrometres)
                join(text, measured(term));
        return text;
    }

    [[nodiscard]] std::string strength_text() const {
        if (sum_)
            return to_string(Concentration{sum_->total, Basis::weight_by_weight});
        return identification_.strength ? to_string(identification_.strength->stated) : "";
    }

    [[nodiscard]] std::string measured(const LimitTerm& term) const {
        const auto value = value_of(term, facts_);
        if (term.measure == Measure::particle_micrometres)
            return value ? micrometre_text(*value) : "";
        if (term.measure == Measure::kilograms)
            return value ? to_string(Quantity{value, std::nullopt}) : "";
        return strength_;
    }

    /// Of the deciding term, or of all of them when all hold.
    [[nodiscard]] std::string measured_words() const {
        if (judgement_.result != Comparison::holds)
            return judgement_.term == nullptr ? "" : measured(*judgement_.term);
        std::string text;
        for (const LimitTerm& term : rule_.limit.terms)
            join(text, measured(term));
        return text;
    }

    void prepare_words() {
        words_.measured = measured_words();
        if (sum_) {
            words_.total = words_.measured;
            words_.measured = to_string(identification_.strength->stated);
            words_.measured = render(table_.summed());
        }
        if (judgement_.term == nullptr)
            return;
        const LimitTerm& term = *judgement_.term;
        const std::string_view unit = unit_of(term.measure);
        words_.limit_value = fmt::format("{} {}", term.value, unit);
        words_.relation = table_.relation(term.op);
    }

    /// Few sentences tell it.
    [[nodiscard]] std::string_view clearing() const {
        if (words_.clearing.empty() && judgement_.term != nullptr)
            words_.clearing = render(table_.clearing(judgement_.term->op));
        return words_.clearing;
    }

    [[nodiscard]] const MessageTemplate& sentence() const {
        if (judgement_.doubt)
            return table_.message(*judgement_.doubt);
        const bool is_below = judgement_.result == Comparison::fails;
        return table_.message(outcome(), is_below ? 1 : rule_.limit.terms.size());
    }

    /// Where other terms must hold as well, meeting this one decides nothing.
    [[nodiscard]] std::string would_settle() const {
        const MessageTemplate& meeting = table_.meeting(*judgement_.doubt);
        std::string text;
        if (rule_.limit.terms.size() == 1 && !meeting.empty())
            text = render(meeting) + "; ";
        return text + render(table_.settle(*judgement_.doubt));
    }

    [[nodiscard]] std::string missing() const {
        if (judgement_.doubt == OpenPoint::straddling)
            return sum_ && sum_->has_unknown ? "strength" : "";
        if (judgement_.doubt == OpenPoint::unconverted)
            return "strength";
        return std::string(name_of(*judgement_.doubt));
    }

    /// The value of the range that is nearest to the limit.
    void measure_margin(Verdict& verdict) const {
        if (verdict.outcome == Outcome::undetermined || judgement_.term == nullptr)
            return;
        const LimitTerm& term = *judgement_.term;
        const auto value = value_of(term, facts_);
        if (!value)
            return;
        const bool is_met = judgement_.result == Comparison::holds;
        const double margin = is_upward(term.op) ? (is_met ? value->low : value->high) - term.value
                                                 : term.value - (is_met ? value->high : value->low);
        if (!std::isfinite(margin))
            return;
        verdict.margin = rounded_margin(margin);
        verdict.margin_unit = unit_of(term.measure);
        verdict.limit_value = term.value;
    }

    [[nodiscard]] std::string_view word(std::string_view placeholder) const {
        if (placeholder == "substance")
            return identification_.substance->name;
        if (placeholder == "list")
            return rule_.title;
        if (placeholder == "limit")
            return rule_.limit.text;
        if (placeholder == "reserved_for")
            return rule_.reservation ? std::string_view(rule_.reservation->goods)
                                     : std::string_view();
        if (placeholder == "summed")
            return sum_ ? std::string_view(sum_->partners) : std::string_view();
        if (placeholder == "measured")
            return words_.measured;
        if (placeholder == "limit_value")
            return words_.limit_value;
        if (placeholder == "relation")
            return words_.relation;
        if (placeholder == "missing")
            return words_.missing;
        if (placeholder == "consequence")
            return table_.consequence(rule_.outcome);
        return placeholder == "clearing" ? clearing() : std::string_view(words_.total);
    }

    [[nodiscard]] std::string render(const MessageTemplate& text) const {
        return text.render([this](std::string_view name) { return word(name); });
    }

    const Rule& rule_;
    const Identification& identification_;
    const OutcomeTable& table_;
    std::optional<SummedStrength> sum_;
    LimitFacts facts_;
    LimitJudgement judgement_;
    std::string strength_; ///< as it is measured
    Words words_;
};

} // namespace

Verdict law_verdict(const Rule& rule, const Identification& identification,
                    const GoodsReading& goods, const OutcomeTable& table) {
    return LawVerdictWriter(rule, identification, goods, table).write();
}

Verdict law_verdict_off_route(const Rule& rule, const Identification& identification,
                              const GoodsReading& goods, const OutcomeTable& table) {
    LawVerdictWriter writer(rule, identification, goods, table);
    writer.leave_route_open();
    return writer.write();
}

Verdict flag_verdict(const Rule& rule, const ConditionFacts& facts) {
    Verdict verdict;
    verdict.rule = &rule;
    verdict.outcome = rule.outcome;
    verdict.score = rule.score.value_or(0);
    verdict.identification = facts.goods;
    std::deque<std::string> words; // holds what the template is given
    verdict.message = MessageTemplate(rule.message).render([&](std::string_view name) {
        if (const auto field = parse_field(name))
            return facts.line[*field];
        if (const auto fact = parse_fact(name))
            words.push_back(fmt::format("{}", fmt::join(facts.words(*fact), ", ")));
        return words.empty() ? std::string_view() : std::string_view(words.back());
    });
    return verdict;
}

Verdict contradiction_verdict(const Rule& rule, const Contradiction& contradiction) {
    Verdict verdict;
    verdict.rule = &rule;
    verdict.outcome = rule.outcome;
    verdict.score = rule.score.value_or(0);
    verdict.message = contradiction.message;
    return verdict;
}

} // namespace preflag

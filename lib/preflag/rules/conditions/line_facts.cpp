#include <preflag/rules/conditions/line_facts.h>
#include <preflag/rules/packs/rule_pack.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace preflag {

namespace {

/// Of two amounts above zero; nullopt where one is zero or not known.
std::optional<Interval> quotient(const std::optional<Interval>& above,
                                 const std::optional<Interval>& below) {
    if (!above || !below || above->low <= 0 || below->low <= 0)
        return std::nullopt;
    return Interval{above->low / below->high, above->high / below->low,
                    above->low_open || below->high_open, above->high_open || below->low_open};
}

double rounded(double figure) {
    const double scale = figure < 1 ? 1e4 : 1e2;
    return std::round(figure * scale) / scale;
}

/// As many digits as a person wants to read.
Interval rounded(const Interval& figures) {
    return {rounded(figures.low), rounded(figures.high), figures.low_open, figures.high_open};
}

} // namespace

std::optional<Interval> ConditionFacts::number(Fact fact) const {
    if (goods == nullptr)
        return std::nullopt;
    switch (fact) {
    case Fact::strength:
        return goods->strength ? goods->strength->weight_percent : std::nullopt;
    case Fact::value_per_kg:
        return quotient(line.number(Field::value), kilograms());
    case Fact::kg_per_package:
        return quotient(kilograms(), line.number(Field::packages));
    case Fact::limit_share:
        return limit_share();
    default:
        return kilograms();
    }
}

std::optional<Interval> ConditionFacts::kilograms() const {
    const MeasuredQuantity* const amount = goods->quantity ? &*goods->quantity : line_quantity;
    return amount == nullptr ? std::nullopt : amount->value.kilograms;
}

std::optional<Interval> ConditionFacts::limit_share() const {
    std::optional<Interval> most;
    for (const Verdict& verdict : laws) {
        if (verdict.identification != goods)
            continue;
        const auto share = verdict.share_of_quantity_limit();
        if (share && (!most || *share > most->high))
            most = Interval{*share, *share};
    }
    return most;
}

std::string_view ConditionFacts::substance_word() const {
    return goods->substance->id;
}

std::string_view ConditionFacts::law_word(Fact fact, const Verdict& law) {
    return fact == Fact::regime ? std::string_view(law.rule->regime) : name_of(law.outcome);
}

std::vector<std::string> ConditionFacts::words(Fact fact) const {
    std::vector<std::string> words;
    switch (fact) {
    case Fact::strength:
        if (goods != nullptr && goods->strength)
            words.push_back(to_string(goods->strength->stated));
        break;
    case Fact::substance_quantity:
        if (const auto kilograms = number(fact))
            words.push_back(to_string(Quantity{kilograms, std::nullopt}));
        break;
    case Fact::value_per_kg:
        if (const auto value = number(fact))
            words.push_back(to_string(rounded(*value)));
        break;
    case Fact::kg_per_package:
        if (const auto weight = number(fact))
            words.push_back(to_string(Quantity{rounded(*weight), std::nullopt}));
        break;
    case Fact::limit_share:
        if (const auto share = limit_share())
            words.push_back(to_string(rounded(*share)));
        break;
    default:
        static_cast<void>(any_word(fact, [&](std::string_view word) {
            add_once(words, word);
            return false; // so that all are asked
        }));
        break;
    }
    return words;
}

} // namespace preflag

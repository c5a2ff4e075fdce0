#include <preflag/rules/line_facts.h>
#include <preflag/rules/rule_pack.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace preflag {

namespace {

constexpr std::array<std::string_view, fact_count> names{
    "substance", "strength", "substance-quantity", "consignee-kind", "jurisdiction",
    "regulated", "regime"};

void add_once(std::vector<std::string>& words, std::string_view word) {
    if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end())
        words.emplace_back(word);
}

} // namespace

std::string_view name_of(Fact fact) {
    return names[static_cast<std::size_t>(fact)];
}

std::optional<Fact> parse_fact(std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<Fact>(found - names.begin());
}

const std::vector<std::string>& fact_names() {
    static const std::vector<std::string> all(names.begin(), names.end());
    return all;
}

bool is_number(Fact fact) {
    return fact == Fact::strength || fact == Fact::substance_quantity;
}

bool is_of_substance(Fact fact) {
    return fact != Fact::consignee_kind && fact != Fact::jurisdiction;
}

const std::vector<std::string>& consignee_kinds() {
    static const std::vector<std::string> all{"business", "public-body", "forwarder",
                                              "private-person", "unknown"};
    return all;
}

std::optional<Interval> ConditionFacts::number(Fact fact) const {
    if (goods == nullptr)
        return std::nullopt;
    if (fact == Fact::strength)
        return goods->strength ? goods->strength->weight_percent : std::nullopt;
    const MeasuredQuantity* const amount = goods->quantity ? &*goods->quantity : line_quantity;
    return amount == nullptr ? std::nullopt : amount->value.kilograms;
}

std::vector<std::string> ConditionFacts::words(Fact fact) const {
    std::vector<std::string> words;
    switch (fact) {
    case Fact::substance:
        if (goods != nullptr)
            words.push_back(goods->substance->id);
        break;
    case Fact::strength:
        if (goods != nullptr && goods->strength)
            words.push_back(to_string(goods->strength->stated));
        break;
    case Fact::substance_quantity:
        if (const auto kilograms = number(fact))
            words.push_back(to_string(Quantity{kilograms, std::nullopt}));
        break;
    case Fact::consignee_kind:
        add_once(words, consignee_kind);
        break;
    case Fact::jurisdiction:
        words.assign(countries.begin(), countries.end());
        break;
    case Fact::regulated:
    case Fact::regime:
        for (const Verdict& verdict : laws)
            if (goods == nullptr || verdict.identification == goods)
                add_once(words, fact == Fact::regime ? std::string_view(verdict.rule->regime)
                                                     : name_of(verdict.outcome));
        break;
    }
    return words;
}

} // namespace preflag

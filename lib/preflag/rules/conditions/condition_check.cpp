#include <preflag/rules/conditions/condition_check.h>

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace preflag {

namespace {

using Kind = Condition::Kind;

std::string subject_of(const Condition& leaf) {
    return leaf.fact ? std::string(name_of(*leaf.fact)) : leaf.field;
}

bool is_leaf(const Condition& condition) {
    return !subject_of(condition).empty();
}

bool is_numeric(const Condition& leaf) {
    return !leaf.numbers.empty();
}

bool is_whole(const Condition& leaf) {
    return leaf.kind == Kind::equals || leaf.kind == Kind::one_of || leaf.kind == Kind::in_list;
}

/// The numbers that satisfy an operator; both ends are taken as belonging, so that only a true gap
/// excludes.
Interval range_of(const Condition& leaf) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    if (leaf.kind == Kind::above)
        return {leaf.numbers.front(), infinite, true, false};
    if (leaf.kind == Kind::below)
        return {-infinite, leaf.numbers.front(), false, true};
    return {leaf.numbers.front(), leaf.numbers.back()};
}

bool are_apart(const Interval& left, const Interval& right) {
    const auto precedes = [](const Interval& low, const Interval& high) {
        return low.high < high.low || (low.high == high.low && (low.high_open || high.low_open));
    };
    return precedes(left, right) || precedes(right, left);
}

/// Whether some whole text satisfies both leaves.
bool share_text(const Condition& left, const Condition& right) {
    return std::any_of(left.values.begin(), left.values.end(), [&](const std::string& value) {
        return std::any_of(right.values.begin(), right.values.end(), [&](const std::string& other) {
            if (right.kind == Kind::starts_with)
                return value.starts_with(other);
            if (right.kind == Kind::contains_word)
                return value.find(other) != std::string::npos;
            return value == other;
        });
    });
}

bool is_word_operator(const Condition& leaf) {
    return is_whole(leaf) || leaf.kind == Kind::starts_with || leaf.kind == Kind::contains_word;
}

/// A fact that can have several words at once excludes nothing by its words.
bool has_one_value(const Condition& leaf) {
    return !leaf.fact || *leaf.fact == Fact::substance || *leaf.fact == Fact::consignee_kind ||
           is_number(*leaf.fact);
}

bool exclude(const Condition& left, const Condition& right) {
    if (subject_of(left) != subject_of(right))
        return false;
    const bool left_gone = left.kind == Kind::missing && left.expected;
    const bool right_gone = right.kind == Kind::missing && right.expected;
    if (left_gone || right_gone) {
        const Condition& other = left_gone ? right : left;
        return left_gone != right_gone && other.kind != Kind::matches;
    }
    if (!has_one_value(left))
        return false;
    if (is_numeric(left) && is_numeric(right))
        return are_apart(range_of(left), range_of(right));
    if (is_whole(left) && is_word_operator(right))
        return !share_text(left, right);
    return is_whole(right) && is_word_operator(left) && !share_text(right, left);
}

void find_in_all(const Condition& all, std::vector<NeverHolds>& found) {
    for (std::size_t i = 0; i < all.children.size(); ++i) {
        const Condition& first = all.children[i];
        for (std::size_t k = i + 1; k < all.children.size(); ++k) {
            const Condition& second = all.children[k];
            const bool excluded = is_leaf(first) && is_leaf(second) && exclude(first, second);
            const bool denied = second.kind == Kind::none_of &&
                                to_string(second.children.front()) == to_string(first);
            if (excluded || denied)
                found.push_back({second.position,
                                 fmt::format("this can never hold beside the condition of line {}",
                                             first.position.line)});
        }
    }
}

void find_below(const Condition& condition, std::vector<NeverHolds>& found) {
    if (names_other_field(condition.kind) && condition.field == condition.values.front())
        found.push_back(
            {condition.position, fmt::format("\"{}\" is compared with itself", condition.field)});
    if (condition.kind == Kind::all)
        find_in_all(condition, found);
    for (const Condition& child : condition.children)
        find_below(child, found);
}

Interval values_of(const LimitTerm& term) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    const bool is_size = term.measure == Measure::particle_micrometres;
    const bool is_weight = term.measure == Measure::kilograms;
    const double most = is_size || is_weight ? infinite : 100;
    switch (term.op) {
    case Operator::above:
        return {term.value, most, true, false};
    case Operator::at_least:
        return {term.value, most};
    case Operator::below:
        return {0, term.value, false, true};
    case Operator::at_most:
        return {0, term.value};
    }
    return {};
}

bool is_empty(const Interval& values) {
    return values.low > values.high ||
           (values.low == values.high && (values.low_open || values.high_open));
}

} // namespace

std::vector<NeverHolds> find_never(const Condition& condition) {
    std::vector<NeverHolds> found;
    find_below(condition, found);
    return found;
}

std::optional<std::string> never_met(const Limit& limit) {
    for (std::size_t i = 0; i < limit.terms.size(); ++i) {
        const Interval values = values_of(limit.terms[i]);
        if (is_empty(values))
            return fmt::format("no goods can meet the limit \"{}\"", limit.text);
        for (std::size_t k = i + 1; k < limit.terms.size(); ++k)
            if (limit.terms[k].measure == limit.terms[i].measure &&
                are_apart(values, values_of(limit.terms[k])))
                return fmt::format("the terms of the limit \"{}\" exclude each other", limit.text);
    }
    return std::nullopt;
}

} // namespace preflag

#include <preflag/base/phrase.h>
#include <preflag/base/text.h>
#include <preflag/rules/conditions/condition_evaluator.h>
#include <preflag/rules/conditions/expression.h>
#include <preflag/rules/conditions/phrase_prefixes.h>

#include <re2/re2.h>

#include <algorithm>
#include <mutex>
#include <optional>
#include <span>

namespace preflag {

namespace {

using Kind = Condition::Kind;

bool contains(std::span<const std::string> all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

bool share_one(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    return std::any_of(left.begin(), left.end(),
                       [&](const std::string& one) { return contains(right, one); });
}

/// Whether a phrase or word must be one of the values.
bool is_looked_up(Kind kind) {
    return kind == Kind::equals || kind == Kind::one_of || kind == Kind::in_list ||
           kind == Kind::only_words;
}

bool is_number_word(std::string_view word) {
    return word.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

struct ConditionEvaluator::Node {
    explicit Node(const Condition& from)
        : kind(from.kind), fact(from.fact), values(from.values), numbers(from.numbers),
          expected(from.expected) {
        for (const Condition& child : from.children)
            children.push_back(std::make_unique<const Node>(child));
        if (const auto known = parse_field(from.field))
            field = *known;
        if (names_other_field(kind) && !values.empty())
            other = parse_field(values.front()).value_or(field);
        if (kind == Kind::contains_word || kind == Kind::starts_with)
            prefixes = std::make_unique<const PhrasePrefixes>(values);
        else if (is_looked_up(kind))
            std::sort(values.begin(), values.end());
    }

    [[nodiscard]] bool holds(const ConditionFacts& facts) const {
        const auto child_holds = [&](const auto& child) { return child->holds(facts); };
        switch (kind) {
        case Kind::always:
            return true;
        case Kind::all:
            return std::all_of(children.begin(), children.end(), child_holds);
        case Kind::any:
            return std::any_of(children.begin(), children.end(), child_holds);
        case Kind::none_of:
            return std::none_of(children.begin(), children.end(), child_holds);
        case Kind::above:
        case Kind::below:
        case Kind::between:
            return number_holds(number(facts));
        case Kind::shares_word:
            return shares_word(facts.line);
        case Kind::only_words:
            return has_only_words(facts.line);
        case Kind::country_in:
        case Kind::same_country:
        case Kind::other_country:
            return facts.places != nullptr && country_holds(facts);
        default:
            return fact ? fact_holds(facts) : field_holds(facts.line);
        }
    }

  private:
    [[nodiscard]] std::optional<Interval> number(const ConditionFacts& facts) const {
        if (fact)
            return facts.number(*fact);
        return facts.line.number(field);
    }

    [[nodiscard]] bool shares_word(const LineCells& line) const {
        const auto except = std::span(values).subspan(1);
        std::vector<std::string> words = folded_words(line[field]);
        std::erase_if(words, [&](const std::string& word) { return contains(except, word); });
        return share_one(words, folded_words(line[other]));
    }

    [[nodiscard]] bool has_only_words(const LineCells& line) const {
        std::vector<std::string> words = folded_words(line[field]);
        std::erase_if(words, is_number_word);
        return !words.empty() && std::all_of(words.begin(), words.end(), [&](const auto& word) {
            return std::binary_search(values.begin(), values.end(), word);
        });
    }

    [[nodiscard]] bool country_holds(const ConditionFacts& facts) const {
        if (kind == Kind::country_in)
            return share_one(facts.places->countries_in(facts.line[field]), values);
        // A copy: the next answer may take its place in the memory.
        const std::vector<std::string> countries = facts.places->countries_in(facts.line[field]);
        const std::vector<std::string>& others = facts.places->countries_in(facts.line[other]);
        return !countries.empty() && !others.empty() &&
               share_one(countries, others) == (kind == Kind::same_country);
    }

    [[nodiscard]] bool number_holds(const std::optional<Interval>& number) const {
        const auto all_values = [&](Operator op, double limit) {
            return compare(*number, op, limit) == Comparison::holds;
        };
        if (!number)
            return false;
        if (kind == Kind::above)
            return all_values(Operator::above, numbers.front());
        if (kind == Kind::below)
            return all_values(Operator::below, numbers.front());
        return all_values(Operator::at_least, numbers.front()) &&
               all_values(Operator::at_most, numbers.back());
    }

    /// A fact can have several words, as the countries of a route: one that holds is enough.
    [[nodiscard]] bool fact_holds(const ConditionFacts& facts) const {
        if (kind == Kind::missing)
            return facts.any_word(*fact, [](std::string_view) { return true; }) != expected;
        return facts.any_word(*fact, [&](std::string_view word) {
            return kind == Kind::matches ? matches(word)
                                         : phrase_holds(known_phrase_of(word), facts.line);
        });
    }

    [[nodiscard]] bool field_holds(const LineCells& line) const {
        return kind == Kind::matches ? matches(line[field])
                                     : phrase_holds(line.phrase(field), line);
    }

    /// The expression is compiled for the first text: most runs ask few.
    [[nodiscard]] bool matches(std::string_view text) const {
        std::call_once(compiled, [&] { expression = compile_expression(values.front()); });
        return re2::RE2::PartialMatch(text, *expression);
    }

    /// phrase is copied: that of the other cell may take its place in the memory of phrases.
    [[nodiscard]] bool is_same(const std::string& phrase, const LineCells& line) const {
        std::string own;
        own.assign(phrase);
        return !own.empty() && own == line.phrase(other);
    }

    [[nodiscard]] bool phrase_holds(const std::string& phrase, const LineCells& line) const {
        switch (kind) {
        case Kind::missing:
            return phrase.empty() == expected;
        case Kind::same_as:
            return is_same(phrase, line);
        case Kind::starts_with:
            return prefixes->begin(phrase);
        case Kind::contains_word:
            return prefixes->lie_in(phrase);
        default:
            return std::binary_search(values.begin(), values.end(), phrase);
        }
    }

    Kind kind;
    std::vector<std::unique_ptr<const Node>> children;
    Field field = Field::description;
    Field other = Field::description;
    std::optional<Fact> fact;
    std::vector<std::string> values;
    std::vector<double> numbers;
    bool expected;
    std::unique_ptr<const PhrasePrefixes> prefixes; ///< of starts_with and contains_word
    mutable std::once_flag compiled;
    mutable std::unique_ptr<const re2::RE2> expression; ///< of matches
};

ConditionEvaluator::ConditionEvaluator(const Condition& condition)
    : root_(std::make_unique<const Node>(condition)) {}
ConditionEvaluator::~ConditionEvaluator() = default;
ConditionEvaluator::ConditionEvaluator(ConditionEvaluator&&) noexcept = default;

bool ConditionEvaluator::holds(const ConditionFacts& facts) const {
    return root_->holds(facts);
}

} // namespace preflag

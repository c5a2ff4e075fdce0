#include <preflag/base/phrase.h>
#include <preflag/base/text.h>
#include <preflag/rules/conditions/cell_number.h>
#include <preflag/rules/conditions/condition_evaluator.h>
#include <preflag/rules/conditions/expression.h>

#include <re2/re2.h>

#include <algorithm>
#include <bitset>
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

bool is_number_word(std::string_view word) {
    return word.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Which phrases of a set may begin with a word; false is certain. Phrases are as phrase_of gives
/// them, so a word begins behind each space but the last.
class PhraseBeginnings {
  public:
    explicit PhraseBeginnings(const std::vector<std::string>& phrases) {
        for (const std::string& phrase : phrases)
            if (phrase.size() > 2)
                beginnings_.set(place_of(phrase, 0));
            else
                holds_any_ = true; // it lies in every text
    }

    [[nodiscard]] bool may_lie_in(std::string_view phrase) const {
        if (holds_any_)
            return true;
        for (std::size_t space = 0; space != std::string_view::npos && space + 2 < phrase.size();
             space = phrase.find(' ', space + 1))
            if (beginnings_[place_of(phrase, space)])
                return true;
        return false;
    }

  private:
    static std::size_t place_of(std::string_view phrase, std::size_t space) {
        const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(phrase[at]); };
        return (byte(space + 1) * 61U + byte(space + 2)) % size;
    }

    static constexpr std::size_t size = 4096;
    std::bitset<size> beginnings_;
    bool holds_any_ = false;
};

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
        if (kind == Kind::in_list || kind == Kind::only_words)
            std::sort(values.begin(), values.end());
        if (kind == Kind::contains_word)
            beginnings = std::make_unique<const PhraseBeginnings>(values);
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
            return facts.country_table != nullptr && country_holds(facts);
        default:
            return fact ? fact_holds(facts) : text_holds(facts.line[field], facts.line);
        }
    }

  private:
    [[nodiscard]] std::optional<Interval> number(const ConditionFacts& facts) const {
        if (fact)
            return facts.number(*fact);
        return cell_number(facts.line[field], decimal_mark(facts.line, field));
    }

    [[nodiscard]] bool shares_word(const FieldValues& line) const {
        const auto except = std::span(values).subspan(1);
        std::vector<std::string> words = folded_words(line[field]);
        std::erase_if(words, [&](const std::string& word) { return contains(except, word); });
        return share_one(words, folded_words(line[other]));
    }

    [[nodiscard]] bool has_only_words(const FieldValues& line) const {
        std::vector<std::string> words = folded_words(line[field]);
        std::erase_if(words, is_number_word);
        return !words.empty() && std::all_of(words.begin(), words.end(), [&](const auto& word) {
            return std::binary_search(values.begin(), values.end(), word);
        });
    }

    [[nodiscard]] bool country_holds(const ConditionFacts& facts) const {
        const auto countries = countries_in(facts.line[field], *facts.country_table);
        if (kind == Kind::country_in)
            return share_one(countries, values);
        const auto others = countries_in(facts.line[other], *facts.country_table);
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
        const std::vector<std::string> words = facts.words(*fact);
        if (kind == Kind::missing)
            return words.empty() == expected;
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string& word) { return text_holds(word, facts.line); });
    }

    [[nodiscard]] bool text_holds(std::string_view text, const FieldValues& line) const {
        if (kind == Kind::matches)
            return re2::RE2::PartialMatch(text, expression());
        return phrase_holds(known_phrase_of(text), line);
    }

    /// Compiled for the first line that asks: most runs ask few.
    [[nodiscard]] const re2::RE2& expression() const {
        std::call_once(compiled, [&] { compiled_expression = compile_expression(values.front()); });
        return *compiled_expression;
    }

    /// phrase is copied: the next call of known_phrase_of may take its place.
    [[nodiscard]] bool is_same(const std::string& phrase, const FieldValues& line) const {
        const std::string own(phrase);
        return !own.empty() && own == known_phrase_of(line[other]);
    }

    [[nodiscard]] bool phrase_holds(const std::string& phrase, const FieldValues& line) const {
        if (kind == Kind::missing)
            return phrase.empty() == expected;
        if (kind == Kind::same_as)
            return is_same(phrase, line);
        if (kind == Kind::in_list)
            return std::binary_search(values.begin(), values.end(), phrase);
        if (beginnings && !beginnings->may_lie_in(phrase))
            return false;
        return std::any_of(values.begin(), values.end(), [&](const std::string& value) {
            if (kind == Kind::starts_with)
                return phrase.starts_with(value);
            return kind == Kind::contains_word ? phrase.find(value) != std::string::npos
                                               : phrase == value;
        });
    }

    Kind kind;
    std::vector<std::unique_ptr<const Node>> children;
    Field field = Field::description;
    Field other = Field::description;
    std::optional<Fact> fact;
    std::vector<std::string> values;
    std::vector<double> numbers;
    bool expected;
    std::unique_ptr<const PhraseBeginnings> beginnings; ///< of contains_word
    mutable std::once_flag compiled;
    mutable std::unique_ptr<const re2::RE2> compiled_expression;
};

ConditionEvaluator::ConditionEvaluator(const Condition& condition)
    : root_(std::make_unique<const Node>(condition)) {}
ConditionEvaluator::~ConditionEvaluator() = default;
ConditionEvaluator::ConditionEvaluator(ConditionEvaluator&&) noexcept = default;

bool ConditionEvaluator::holds(const ConditionFacts& facts) const {
    return root_->holds(facts);
}

} // namespace preflag

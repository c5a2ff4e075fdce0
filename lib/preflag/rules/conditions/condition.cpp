#include <preflag/base/text.h>
#include <preflag/rules/conditions/condition.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace preflag {

namespace {

using Kind = Condition::Kind;

constexpr std::array<std::pair<Kind, std::string_view>, 20> kind_names{{
    {Kind::always, "always"},
    {Kind::all, "all"},
    {Kind::any, "any"},
    {Kind::none_of, "not"},
    {Kind::equals, "equals"},
    {Kind::one_of, "one-of"},
    {Kind::starts_with, "starts-with"},
    {Kind::contains_word, "contains-word"},
    {Kind::matches, "matches"},
    {Kind::above, "above"},
    {Kind::below, "below"},
    {Kind::between, "between"},
    {Kind::missing, "missing"},
    {Kind::same_as, "same-as"},
    {Kind::shares_word, "shares-word-with"},
    {Kind::only_words, "only-words"},
    {Kind::country_in, "country-in"},
    {Kind::same_country, "same-country-as"},
    {Kind::other_country, "other-country-than"},
    {Kind::in_list, "in-list"},
}};

std::string joined(const Condition& condition, std::string_view word) {
    std::string text;
    for (const Condition& child : condition.children) {
        text += text.empty() ? "(" : fmt::format(" {} ", word);
        text += to_string(child);
    }
    return text + ")";
}

std::string quoted(std::span<const std::string> values) {
    std::string text;
    for (const std::string& value : values)
        text += fmt::format("{}\"{}\"", text.empty() ? "" : ", ", trim(value));
    return text;
}

std::string shared(const Condition& leaf) {
    const auto except = std::span(leaf.values).subspan(1);
    return fmt::format("sharing a word with {}{}", leaf.values.front(),
                       except.empty() ? "" : " other than " + quoted(except));
}

std::string operand(const Condition& leaf) {
    switch (leaf.kind) {
    case Kind::above:
    case Kind::below:
        return fmt::format("{} {}", name_of(leaf.kind), leaf.numbers.front());
    case Kind::between:
        return fmt::format("between {} and {}", leaf.numbers.front(), leaf.numbers.back());
    case Kind::missing:
        return leaf.expected ? "missing" : "given";
    case Kind::same_as:
        return "same as " + leaf.values.front();
    case Kind::shares_word:
        return shared(leaf);
    case Kind::same_country:
        return "in the country of " + leaf.values.front();
    case Kind::other_country:
        return "in another country than " + leaf.values.front();
    case Kind::country_in:
        return "in the countries " + quoted(leaf.values);
    case Kind::only_words:
        return "with no words but " + quoted(leaf.values);
    case Kind::in_list:
        return fmt::format("in list {} ({} entries)", leaf.list_file, leaf.values.size());
    case Kind::matches:
        return fmt::format("matching \"{}\"", leaf.values.front());
    case Kind::equals:
    case Kind::one_of:
        return fmt::format("{}{}", leaf.values.size() > 1 ? "one of " : "", quoted(leaf.values));
    case Kind::starts_with:
        return "starting with " + quoted(leaf.values);
    default:
        return "with the words " + quoted(leaf.values);
    }
}

} // namespace

std::string_view name_of(Kind kind) {
    return std::find_if(kind_names.begin(), kind_names.end(),
                        [kind](const auto& entry) { return entry.first == kind; })
        ->second;
}

bool names_other_field(Kind kind) {
    return kind == Kind::same_as || kind == Kind::shares_word || kind == Kind::same_country ||
           kind == Kind::other_country;
}

bool asks_about_substance(const Condition& condition) {
    return (condition.fact && is_of_substance(*condition.fact)) ||
           std::any_of(condition.children.begin(), condition.children.end(), asks_about_substance);
}

std::string to_string(const Condition& condition) {
    switch (condition.kind) {
    case Kind::always:
        return "always";
    case Kind::all:
        return joined(condition, "and");
    case Kind::any:
        return joined(condition, "or");
    case Kind::none_of:
        return "not " + joined(condition, "or");
    default:
        return fmt::format("{} {}",
                           condition.fact ? std::string(name_of(*condition.fact)) : condition.field,
                           operand(condition));
    }
}

} // namespace preflag

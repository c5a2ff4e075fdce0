#include "option.h"

#include <preflag/base/error.h>
#include <preflag/base/number.h>
#include <preflag/base/text.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

std::vector<std::string> names_in(std::string_view text) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        names.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return names;
}

Option make(std::string_view names, ValueKind kind, OptionTarget target, std::string value_name,
            std::string help) {
    Option option;
    option.names = names_in(names);
    option.kind = kind;
    option.target = target;
    option.value_name = std::move(value_name);
    option.help = std::move(help);
    if (std::string* const* text = std::get_if<std::string*>(&option.target))
        option.default_value = **text;
    return option;
}

[[noreturn]] void fail(const Option& option, const std::string& message) {
    throw UsageError(fmt::format("{}: {}", option.names.front(), message));
}

void check_choice(const Option& option, const std::string& value) {
    if (std::find(option.choices.begin(), option.choices.end(), value) != option.choices.end())
        return;
    const auto near = nearest(value, option.choices);
    fail(option, fmt::format("\"{}\" is none of {}{}", value, fmt::join(option.choices, ", "),
                             near ? fmt::format("; did you mean \"{}\"?", *near) : ""));
}

unsigned number_in(const Option& option, const std::string& value) {
    const auto number = parse_number<unsigned>(value);
    if (number && *number >= option.range.least && *number <= option.range.most)
        return *number;
    fail(option, fmt::format("\"{}\" is no whole number from {} to {}", value, option.range.least,
                             option.range.most));
}

bool flag_in(const Option& option, const std::string& value) {
    if (value == "true" || value == "yes" || value == "on" || value == "1")
        return true;
    if (value == "false" || value == "no" || value == "off" || value == "0")
        return false;
    fail(option, fmt::format("\"{}\" is neither true nor false", value));
}

const std::string& only_one(const Option& option, const std::vector<std::string>& values) {
    if (values.size() != 1)
        fail(option, values.empty() ? "the value is missing" : "give it only once");
    return values.front();
}

} // namespace

std::string Option::value_text() const {
    return kind == ValueKind::choice ? fmt::format("{}", fmt::join(choices, "|")) : value_name;
}

Option flag(std::string_view names, bool& target, std::string help) {
    return make(names, ValueKind::flag, &target, "", std::move(help));
}

Option number(std::string_view names, std::optional<unsigned>& target, NumberRange range,
              std::string value_name, std::string help) {
    Option option = make(names, ValueKind::number, &target, std::move(value_name), std::move(help));
    option.range = range;
    return option;
}

Option choice(std::string_view names, std::string& target, std::vector<std::string> choices,
              std::string help) {
    Option option = make(names, ValueKind::choice, &target, "", std::move(help));
    option.choices = std::move(choices);
    return option;
}

Option text(std::string_view names, OptionTarget target, std::string value_name, std::string help) {
    return make(names, ValueKind::text, target, std::move(value_name), std::move(help));
}

Option file(std::string_view names, OptionTarget target, std::string help) {
    return make(names, ValueKind::file, target, "FILE", std::move(help));
}

Option folder(std::string_view names, OptionTarget target, std::string help) {
    return make(names, ValueKind::folder, target, "DIR", std::move(help));
}

Option report(std::string_view names, OptionTarget target, std::string help) {
    return make(names, ValueKind::report, target, "[FORMAT:]FILE", std::move(help));
}

void assign(const Option& option, const std::vector<std::string>& values) {
    if (option.kind == ValueKind::choice)
        for (const std::string& value : values)
            check_choice(option, value);
    if (const auto* list = std::get_if<std::vector<std::string>*>(&option.target))
        **list = values;
    else if (const auto* text = std::get_if<std::string*>(&option.target))
        **text = only_one(option, values);
    else if (const auto* number = std::get_if<std::optional<unsigned>*>(&option.target))
        **number = number_in(option, only_one(option, values));
    else if (!values.empty())
        *std::get<bool*>(option.target) = flag_in(option, values.back());
}

} // namespace preflag

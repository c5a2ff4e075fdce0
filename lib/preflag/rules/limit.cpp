#include <preflag/base/text.h>
#include <preflag/rules/limit.h>

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace preflag {

namespace {

constexpr std::array<std::pair<std::string_view, Operator>, 4> operators{{
    {">=", Operator::at_least},
    {"<=", Operator::at_most},
    {">", Operator::above},
    {"<", Operator::below},
}};

constexpr std::array<std::pair<std::string_view, Measure>, 5> units{{
    {"% w/w", Measure::weight_percent},
    {"% N", Measure::nitrogen_percent},
    {"um", Measure::particle_micrometres},
    {"% w/w metal", Measure::metal_percent},
    {"kg", Measure::kilograms},
}};

std::optional<Operator> take_operator(std::string_view& text) {
    for (const auto& [sign, op] : operators) {
        if (!text.starts_with(sign))
            continue;
        text = trim(text.substr(sign.size()));
        return op;
    }
    return std::nullopt;
}

std::optional<double> take_number(std::string_view& text) {
    if (text.empty() || !is_ascii_digit(text.front()))
        return std::nullopt;
    double number = 0;
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, number, std::chars_format::fixed);
    if (error != std::errc{} || !std::isfinite(number))
        return std::nullopt;
    text = trim(text.substr(static_cast<std::size_t>(end - text.data())));
    return number;
}

std::optional<Measure> unit(std::string_view text) {
    for (const auto& [name, measure] : units)
        if (text == name)
            return measure;
    return std::nullopt;
}

bool is_percent(Measure measure) {
    return measure != Measure::particle_micrometres && measure != Measure::kilograms;
}

std::optional<LimitTerm> parse_term(std::string_view text) {
    const auto op = take_operator(text);
    if (!op)
        return std::nullopt;
    const auto value = take_number(text);
    if (!value)
        return std::nullopt;
    const auto measure = unit(text);
    if (!measure || (is_percent(*measure) && *value > 100))
        return std::nullopt;
    return LimitTerm{*measure, *op, *value};
}

} // namespace

std::string_view unit_of(Measure measure) {
    for (const auto& [name, known] : units)
        if (known == measure)
            return name;
    return {};
}

std::string_view sign_of(Operator op) {
    for (const auto& [sign, known] : operators)
        if (known == op)
            return sign;
    return {};
}

std::optional<Limit> Limit::parse(std::string_view text) {
    constexpr std::string_view conjunction = " and ";
    Limit limit{std::string(trim(text)), {}};
    if (limit.text == "any")
        return limit;
    std::string_view rest = limit.text;
    while (true) {
        const std::size_t end = rest.find(conjunction);
        const auto term = parse_term(trim(rest.substr(0, end)));
        if (!term)
            return std::nullopt;
        limit.terms.push_back(*term);
        if (end == std::string_view::npos)
            return limit;
        rest = rest.substr(end + conjunction.size());
    }
}

} // namespace preflag

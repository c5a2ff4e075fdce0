#include <preflag/rules/limit.h>
#include <preflag/rules/verdict.h>

#include <algorithm>
#include <array>

namespace preflag {

namespace {

constexpr std::array<std::string_view, outcome_count> outcome_names{
    "below-limit", "monitored",     "reportable", "undetermined",
    "red-flag",    "contradiction", "restricted", "watchlist"};

constexpr std::array<std::string_view, severity_count> severity_names{"info", "low", "medium",
                                                                      "high", "critical"};

template <typename Value, std::size_t Count>
std::optional<Value> parse_name(const std::array<std::string_view, Count>& names,
                                std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<Value>(found - names.begin());
}

} // namespace

std::string_view name_of(Outcome outcome) {
    return outcome_names[static_cast<std::size_t>(outcome)];
}

std::optional<Outcome> parse_outcome(std::string_view name) {
    return parse_name<Outcome>(outcome_names, name);
}

std::string_view name_of(Severity severity) {
    return severity_names[static_cast<std::size_t>(severity)];
}

std::optional<Severity> parse_severity(std::string_view name) {
    return parse_name<Severity>(severity_names, name);
}

std::optional<double> RuleAnswer::share_of_quantity_limit() const {
    if (outcome != Outcome::below_limit || !margin || !limit_value || *limit_value <= 0 ||
        margin_unit != unit_of(Measure::kilograms))
        return std::nullopt;
    return (*limit_value + *margin) / *limit_value;
}

} // namespace preflag

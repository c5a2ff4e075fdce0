#include <preflag/rules/conditions/line_count.h>

#include <fmt/format.h>

#include <array>

namespace preflag {

namespace {

const std::array<std::string, 2> groups{"consignee", "shipment"};
const std::array<std::string, 6> countables{"lines",        "substances", "consignees",
                                            "destinations", "kilograms",  "limit-share"};

bool is_sum(LineCount::What what) {
    return what == LineCount::What::kilograms || what == LineCount::What::limit_share;
}

/// One line alone is judged by conditions.
void check_threshold(MapReader& map, const LineCount& count) {
    if (is_sum(count.what) ? count.at_least <= 0 : count.at_least < 2)
        map.error_at("at-least", fmt::format("\"at-least\" must be {}",
                                             is_sum(count.what) ? "above 0" : "2 or more"));
    constexpr int longest = 3660;
    if (count.within_days && (*count.within_days < 1 || *count.within_days > longest))
        map.error_at("within-days", fmt::format("\"within-days\" must be from 1 to {}", longest));
}

} // namespace

std::string counted_text(LineCount::What what, double number) {
    if (what == LineCount::What::kilograms)
        return fmt::format("{} kg", number);
    if (what == LineCount::What::limit_share)
        return fmt::format("{} of the limit", number);
    std::string name = countables[static_cast<std::size_t>(what)];
    if (number == 1)
        name.pop_back();
    return fmt::format("{} {}", number, name);
}

std::string to_string(const LineCount& count) {
    const std::string days =
        count.within_days ? fmt::format(" within {} days", *count.within_days) : "";
    return fmt::format("at least {} {} one {}{}", counted_text(count.what, count.at_least),
                       count.of == LineCount::Of::consignee ? "to" : "in",
                       groups[static_cast<std::size_t>(count.of)], days);
}

LineCount read_line_count(const Document& document, const DocumentNode& node,
                          std::vector<Diagnostic>& diagnostics) {
    MapReader map(document, node, "count over several lines", diagnostics);
    LineCount count;
    for (const std::string_view key : {"of", "count", "at-least"})
        if (map.child(key) == nullptr)
            map.error(map.position(), fmt::format("\"{}\" is missing", key));
    count.of = static_cast<LineCount::Of>(map.choice("of", groups).value_or(0));
    count.what = static_cast<LineCount::What>(map.choice("count", countables).value_or(0));
    count.at_least = map.number("at-least").value_or(count.at_least);
    if (const auto days = map.integer("within-days"))
        count.within_days = static_cast<int>(*days);
    check_threshold(map, count);
    map.finish();
    return count;
}

} // namespace preflag

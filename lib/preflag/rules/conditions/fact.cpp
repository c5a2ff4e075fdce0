#include <preflag/rules/conditions/fact.h>

#include <algorithm>
#include <array>

namespace preflag {

namespace {

constexpr std::array<std::string_view, fact_count> names{
    "substance",      "strength",     "substance-quantity", "value-per-kg", "kg-per-package",
    "consignee-kind", "jurisdiction", "regulated",          "limit-share",  "regime"};

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
    return fact == Fact::strength || fact == Fact::substance_quantity ||
           fact == Fact::value_per_kg || fact == Fact::kg_per_package || fact == Fact::limit_share;
}

bool is_of_substance(Fact fact) {
    return fact != Fact::consignee_kind && fact != Fact::jurisdiction;
}

const std::vector<std::string>& consignee_kinds() {
    static const std::vector<std::string> all{"business",       "public-body",   "forwarder",
                                              "private-person", "personal-name", "unknown"};
    return all;
}

} // namespace preflag

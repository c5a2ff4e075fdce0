#include <preflag/consignees/consignee_kind.h>

#include <algorithm>
#include <array>

namespace preflag {

namespace {

constexpr std::array<std::string_view, consignee_kind_count> names{
    "business", "public-body", "forwarder", "private-person", "personal-name", "unknown"};

} // namespace

std::string_view name_of(ConsigneeKind kind) {
    return names[static_cast<std::size_t>(kind)];
}

std::optional<ConsigneeKind> parse_consignee_kind(std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<ConsigneeKind>(found - names.begin());
}

} // namespace preflag

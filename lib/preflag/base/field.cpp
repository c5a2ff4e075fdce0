#include <preflag/base/field.h>

#include <algorithm>

namespace preflag {

namespace {

constexpr std::array<std::string_view, field_count> names{
    "description",
    "proper-shipping-name",
    "cas",
    "ec",
    "un",
    "hs",
    "cus",
    "concentration",
    "concentration-unit",
    "particle-size",
    "quantity",
    "quantity-unit",
    "packages",
    "package-kind",
    "package-content",
    "net-weight",
    "net-weight-unit",
    "gross-weight",
    "gross-weight-unit",
    "weight-unit",
    "volume",
    "hazard-class",
    "packing-group",
    "marks",
    "shipment",
    "item",
    "date",
    "consignee",
    "consignee-address",
    "consignee-country",
    "consignee-email",
    "consignee-phone",
    "consignee-identifier",
    "shipper",
    "shipper-address",
    "shipper-country",
    "notify-party",
    "notify-party-address",
    "end-user",
    "end-use",
    "payer",
    "payment",
    "origin",
    "destination",
    "transit",
    "loading-port",
    "discharge-port",
    "value",
    "currency",
    "container",
    "transport-mode",
    "carrier",
    "amendment",
};

} // namespace

std::string_view field_name(Field field) {
    return names[static_cast<std::size_t>(field)];
}

std::optional<Field> parse_field(std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<Field>(found - names.begin());
}

const std::vector<std::string>& field_names() {
    static const std::vector<std::string> all(names.begin(), names.end());
    return all;
}

std::optional<Field> unit_field(Field field) {
    switch (field) {
    case Field::quantity:
        return Field::quantity_unit;
    case Field::net_weight:
        return Field::net_weight_unit;
    case Field::gross_weight:
        return Field::gross_weight_unit;
    case Field::concentration:
        return Field::concentration_unit;
    default:
        return std::nullopt;
    }
}

std::optional<Field> unit_column(Field field) {
    return field == Field::packages ? Field::package_kind : unit_field(field);
}

bool is_code(Field field) {
    return field >= Field::cas && field <= Field::cus;
}

bool is_of_consignee(Field field) {
    return field >= Field::consignee && field <= Field::consignee_identifier;
}

} // namespace preflag

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// What a manifest column can mean. The names (field_name) are those of --map, of rules and of
/// rules/fields.yaml.
enum class Field : std::uint8_t {
    description,
    proper_shipping_name,
    cas,
    ec,
    un,
    hs,
    cus,
    concentration,
    concentration_unit,
    particle_size,
    quantity,
    quantity_unit,
    packages,
    package_kind,
    package_content,
    net_weight,
    net_weight_unit,
    gross_weight,
    gross_weight_unit,
    weight_unit,
    volume,
    hazard_class,
    packing_group,
    marks,
    shipment,
    item,
    date,
    consignee,
    consignee_address,
    consignee_country,
    consignee_email,
    consignee_phone,
    consignee_identifier,
    shipper,
    shipper_address,
    shipper_country,
    notify_party,
    notify_party_address,
    end_user,
    end_use,
    payer,
    payment,
    origin,
    destination,
    transit,
    loading_port,
    discharge_port,
    value,
    currency,
    container,
    transport_mode,
    carrier,
    amendment,
};

inline constexpr std::size_t field_count = static_cast<std::size_t>(Field::amendment) + 1;

/// "consignee-address": kebab-case, stable.
std::string_view field_name(Field field);
std::optional<Field> parse_field(std::string_view name);
const std::vector<std::string>& field_names();
/// The field that holds the unit of another one, if there is such a field.
std::optional<Field> unit_field(Field field);
/// What a column of units is beside another field: packages are counted in their kind.
std::optional<Field> unit_column(Field field);
/// CAS, EC, UN, HS and CUS.
bool is_code(Field field);
/// The fields that follow from who the consignee is.
bool is_of_consignee(Field field);

struct CellStyles;

/// One manifest line's values, trimmed, UTF-8; empty means missing. The views point into the batch
/// that the line came from and live as long as it does.
class FieldValues {
  public:
    std::string_view operator[](Field field) const { return values_[index(field)]; }
    void set(Field field, std::string_view value) { values_[index(field)] = value; }
    void clear() { values_.fill({}); }

    /// How the manifest that the line is of writes its cells, see cell_styles.h; nullptr when that
    /// is not known.
    [[nodiscard]] const CellStyles* styles() const { return styles_; }
    /// The styles must outlive the values.
    void set_styles(const CellStyles* styles) { styles_ = styles; }

  private:
    static constexpr std::size_t index(Field field) { return static_cast<std::size_t>(field); }
    std::array<std::string_view, field_count> values_{};
    const CellStyles* styles_ = nullptr;
};

} // namespace preflag

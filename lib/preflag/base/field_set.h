#pragma once

#include <preflag/base/field.h>

#include <bitset>
#include <cstddef>

namespace preflag {

/// Fields of a manifest, such as those that it has columns for.
class FieldSet {
  public:
    static FieldSet all() {
        FieldSet fields;
        fields.fields_.set();
        return fields;
    }
    void add(Field field) { fields_.set(index(field)); }
    [[nodiscard]] bool contains(Field field) const { return fields_[index(field)]; }

  private:
    static constexpr std::size_t index(Field field) { return static_cast<std::size_t>(field); }
    std::bitset<field_count> fields_;
};

} // namespace preflag

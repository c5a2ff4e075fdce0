#pragma once

#include <preflag/base/field.h>
#include <preflag/goods/interval.h>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace preflag {

/// The cells of one line as conditions compare them. What several conditions ask of a cell is
/// worked out once, for the first of them. For one thread; the line must outlive it.
class LineCells {
  public:
    /// Not explicit: a line alone is enough for a condition on its fields.
    LineCells(const FieldValues& line) : line_(line) {} // NOLINT(google-explicit-constructor)

    std::string_view operator[](Field field) const { return line_[field]; }

    /// Of the cell as phrase_of gives it; lives as long as this.
    [[nodiscard]] const std::string& phrase(Field field) const;
    /// Of the cell as cell_number gives it, in the style of its column.
    [[nodiscard]] const std::optional<Interval>& number(Field field) const;

  private:
    struct Cell {
        std::optional<std::string> phrase;
        std::optional<std::optional<Interval>> number;
    };
    Cell& cell(Field field) const;

    const FieldValues& line_;
    mutable std::array<std::unique_ptr<Cell>, field_count> cells_;
};

} // namespace preflag

#pragma once

#include <preflag/base/diagnostic.h>

#include <cstdint>
#include <string>
#include <vector>

namespace preflag {

/// What is to be told of a sheet beside its cells. Filled in while the sheet is read.
struct SheetNotes {
    /// So many cells of a kind, and the first one.
    struct Cells {
        std::uint64_t count = 0;
        std::string first; ///< "F7"

        void add(std::uint64_t row, std::uint32_t column);
    };

    std::string workbook; ///< its name as reported
    std::string format;   ///< "xlsx" or "ods"
    bool is_hidden = false;
    bool is_of_report = false;                 ///< it repeats what a report of this program found
    std::uint64_t hidden_rows = 0;             ///< with anything in them
    std::vector<std::uint32_t> hidden_columns; ///< from 1, those with anything in them
    Cells without_value;                       ///< formulas of which no value is stored
    Cells errors;                              ///< "#REF!", "#N/A"
    Cells covered;                             ///< with a value of their own under merged cells

    void add_hidden_column(std::uint32_t column);
    /// What is known before its rows are read: that the whole sheet is hidden.
    [[nodiscard]] std::vector<std::string> told_at_first() const;
    /// Notes and warnings about what was read so far.
    [[nodiscard]] std::vector<Diagnostic> told(const std::string& file) const;
};

} // namespace preflag

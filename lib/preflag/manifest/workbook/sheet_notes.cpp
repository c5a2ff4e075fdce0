#include <preflag/manifest/workbook/sheet_notes.h>
#include <preflag/manifest/workbook/value/cell_reference.h>

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace preflag {

namespace {

constexpr std::size_t most_columns_told = 10;

std::string names_of_columns(std::vector<std::uint32_t> columns) {
    std::sort(columns.begin(), columns.end());
    std::string names;
    for (std::size_t i = 0; i < std::min(columns.size(), most_columns_told); ++i)
        names += (i == 0 ? "" : ", ") + column_letters(columns[i]);
    return columns.size() > most_columns_told ? names + ", ..." : names;
}

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

} // namespace

void SheetNotes::Cells::add(std::uint64_t row, std::uint32_t column) {
    if (count++ == 0)
        first = column_letters(column) + std::to_string(row);
}

void SheetNotes::add_hidden_column(std::uint32_t column) {
    if (std::find(hidden_columns.begin(), hidden_columns.end(), column) == hidden_columns.end())
        hidden_columns.push_back(column);
}

std::vector<std::string> SheetNotes::told_at_first() const {
    if (!is_hidden)
        return {};
    return {"the sheet is hidden in the workbook; it was read as well"};
}

std::vector<Diagnostic> SheetNotes::told(const std::string& file) const {
    std::vector<Diagnostic> diagnostics;
    const auto tell = [&](DiagnosticLevel level, std::string message, std::string advice) {
        Diagnostic& diagnostic = diagnostics.emplace_back();
        diagnostic.level = level;
        diagnostic.file = file;
        diagnostic.message = std::move(message);
        diagnostic.advice = std::move(advice);
    };
    if (hidden_rows > 0)
        tell(DiagnosticLevel::note,
             counted(hidden_rows, "hidden row was read as well", "hidden rows were read as well"),
             "");
    if (!hidden_columns.empty())
        tell(DiagnosticLevel::note,
             fmt::format("{} ({})",
                         counted(hidden_columns.size(), "hidden column was read as well",
                                 "hidden columns were read as well"),
                         names_of_columns(hidden_columns)),
             "");
    const auto tell_cells = [&](const Cells& cells, DiagnosticLevel level, std::string_view one,
                                std::string_view many, std::string advice) {
        if (cells.count > 0)
            tell(level, fmt::format("{} (first {})", counted(cells.count, one, many), cells.first),
                 std::move(advice));
    };
    tell_cells(covered, DiagnosticLevel::note, "value under merged cells was read as well",
               "values under merged cells were read as well", "");
    tell_cells(errors, DiagnosticLevel::warning, "cell shows an error and counts as empty",
               "cells show errors and count as empty", "");
    tell_cells(without_value, DiagnosticLevel::warning, "formula has no stored value",
               "formulas have no stored values",
               "open the workbook in a spreadsheet program, save it, and screen it again");
    return diagnostics;
}

} // namespace preflag

#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/manifest/source/byte_source.h>
#include <preflag/manifest/source/unpacking.h>
#include <preflag/manifest/workbook/sheet_marks.h>
#include <preflag/manifest/workbook/sheet_notes.h>
#include <preflag/manifest/workbook/workbook_table.h>

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace preflag {

namespace {

constexpr std::size_t largest_table = std::size_t{256} << 20;

/// All rows of a sheet, see sheet_marks.h.
std::string whole_sheet(const OpenedFile& sheet) {
    std::string rows;
    std::vector<char> block(std::size_t{1} << 18);
    while (const std::size_t got = sheet.content->read(block.data(), block.size())) {
        rows.append(block.data(), got);
        if (rows.size() > largest_table)
            throw InputError(fmt::format("{}: holds more than {} MiB; save it as csv", sheet.name,
                                         largest_table >> 20U));
    }
    if (sheet.sheet->without_value.count > 0)
        throw InputError(
            fmt::format("{}: holds formulas without stored values (first {}); open the "
                        "workbook in a spreadsheet program and save it",
                        sheet.name, sheet.sheet->without_value.first));
    return rows;
}

/// Line breaks become blanks, so that a row is a line.
void append_csv_cell(std::string_view cell, std::string& text) {
    cell.remove_prefix(has_sheet_mark(cell) ? 1 : 0);
    const bool is_quoted = cell.find_first_of(",\"") != std::string_view::npos;
    text += is_quoted ? "\"" : "";
    for (const char sign : cell) {
        if (sign == '"')
            text += '"';
        text += sign == '\n' || sign == '\r' ? ' ' : sign;
    }
    text += is_quoted ? "\"" : "";
}

std::size_t cells_of_row(std::string_view row) {
    return static_cast<std::size_t>(std::count(row.begin(), row.end(), sheet_marks::cell_end)) + 1;
}

std::string csv_of_rows(std::string_view rows) {
    std::string text;
    std::size_t width = 0;
    for (int line = 0; !rows.empty(); ++line) {
        std::string_view row = rows.substr(0, rows.find(sheet_marks::row_end));
        rows.remove_prefix(std::min(row.size() + 1, rows.size()));
        const std::size_t cells = cells_of_row(row);
        if (line < 2)
            width = std::max(width, cells);
        const bool is_empty = row.empty();
        for (std::size_t i = 0; i < cells && !is_empty; ++i) {
            const std::string_view cell = row.substr(0, row.find(sheet_marks::cell_end));
            row.remove_prefix(std::min(cell.size() + 1, row.size()));
            text += i == 0 ? "" : ",";
            append_csv_cell(cell, text);
        }
        if (!is_empty && cells < width)
            text.append(width - cells, ',');
        text += '\n';
    }
    return text;
}

} // namespace

bool may_be_workbook(std::string_view bytes) {
    return compression_of(bytes) == "zip";
}

std::string workbook_table(const std::string& path) {
    std::optional<std::string> rows;
    for (const OpenedFile& sheet : open_files(path)) {
        if (!sheet.sheet)
            throw InputError(
                fmt::format("{}: is a zip archive; unpack it and name the file in it", path));
        std::string found = whole_sheet(sheet);
        if (found.empty())
            continue;
        if (rows)
            throw InputError(fmt::format("{}: several of its sheets hold something; name the one "
                                         "that is meant, like {}!{}",
                                         path, path,
                                         std::string_view(sheet.name).substr(path.size() + 1)));
        rows = std::move(found);
    }
    return rows ? csv_of_rows(*rows) : std::string();
}

} // namespace preflag

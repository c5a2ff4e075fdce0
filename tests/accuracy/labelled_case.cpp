#include "labelled_case.h"

#include <preflag/manifest/csv/csv_dialect.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string_view>

namespace preflag::accuracy {

namespace {

using Row = std::map<std::string, std::string, std::less<>>;

constexpr std::array<std::pair<std::string_view, Field>, 7> manifest_columns{{
    {"description", Field::description},
    {"hs_code", Field::hs},
    {"cas", Field::cas},
    {"un", Field::un},
    {"quantity", Field::quantity},
    {"unit", Field::quantity_unit},
    {"concentration_pct", Field::concentration},
}};

Answer answer_of(std::string_view cell) {
    if (cell == "yes")
        return Answer::yes;
    if (cell == "no")
        return Answer::no;
    if (cell == "uncertain")
        return Answer::uncertain;
    throw std::runtime_error(fmt::format("'{}' is not yes, no or uncertain", cell));
}

double number_of(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        throw std::runtime_error(fmt::format("'{}' is not a number", text));
    return value;
}

/// "35" or "20-60"; nullopt for an empty cell.
std::optional<Interval> interval_of(std::string_view cell) {
    if (cell.empty())
        return std::nullopt;
    const std::size_t dash = cell.find('-');
    const double low = number_of(cell.substr(0, dash));
    const double high = dash == std::string_view::npos ? low : number_of(cell.substr(dash + 1));
    return Interval{low, high};
}

std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos)
        return {};
    return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

/// "sodium nitrate; potassium nitrate" -> two ids, in the cell's order.
std::vector<std::string> substances_of(std::string_view cell) {
    std::vector<std::string> ids;
    while (!cell.empty()) {
        const std::size_t end = cell.find_first_of(";+");
        const std::string name = trimmed(cell.substr(0, end));
        if (!name.empty())
            ids.push_back(substance_id(name));
        cell = end == std::string_view::npos ? std::string_view{} : cell.substr(end + 1);
    }
    return ids;
}

LabelledCase case_of(const Row& row) {
    LabelledCase labelled;
    labelled.id = row.at("id");
    for (const auto& [column, field] : manifest_columns)
        if (const std::string value = trimmed(row.at(std::string(column))); !value.empty())
            labelled.cells.emplace_back(field, value);
    labelled.substances = substances_of(row.at("expected_substance"));
    labelled.strength = interval_of(row.at("expected_concentration_pct"));
    labelled.annex_i = answer_of(row.at("expect_eu_annex1"));
    labelled.annex_ii = answer_of(row.at("expect_eu_annex2"));
    labelled.global_shield = answer_of(row.at("expect_pgs"));
    labelled.why = row.at("why");
    return labelled;
}

std::string without_line_end(std::string line) {
    if (line.ends_with('\r'))
        line.pop_back();
    return line;
}

Row row_of(const std::vector<std::string>& header, const std::vector<std::string>& cells) {
    if (cells.size() != header.size())
        throw std::runtime_error(
            fmt::format("{} cells where the header has {}", cells.size(), header.size()));
    Row row;
    for (std::size_t column = 0; column < header.size(); ++column)
        row[header[column]] = cells[column];
    return row;
}

} // namespace

FieldValues LabelledCase::values() const {
    FieldValues values;
    for (const auto& [field, value] : cells)
        values.set(field, value);
    return values;
}

std::string LabelledCase::description() const {
    return std::string(values()[Field::description]);
}

bool LabelledCase::leaves_substance_open() const {
    return substances.empty() && (annex_i == Answer::uncertain || annex_ii == Answer::uncertain ||
                                  global_shield == Answer::uncertain);
}

std::string substance_id(std::string name) {
    if (const std::size_t place = name.find("sulph"); place != std::string::npos)
        name.replace(place, 5, "sulf");
    std::replace(name.begin(), name.end(), ' ', '-');
    return name;
}

std::vector<LabelledCase> read_cases(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string line;
    if (!stream || !std::getline(stream, line))
        throw std::runtime_error(fmt::format("{}: cannot be read", file.string()));
    const std::vector<std::string> header = split_cells(without_line_end(line), ',');
    std::vector<LabelledCase> cases;
    for (std::size_t number = 2; std::getline(stream, line); ++number) {
        try {
            cases.push_back(case_of(row_of(header, split_cells(without_line_end(line), ','))));
        } catch (const std::exception& error) {
            throw std::runtime_error(fmt::format("{}:{}: {}", file.string(), number, error.what()));
        }
    }
    return cases;
}

} // namespace preflag::accuracy

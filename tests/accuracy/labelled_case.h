#pragma once

#include <preflag/base/field.h>
#include <preflag/goods/interval.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace preflag::accuracy {

/// What a label says to a question. `uncertain`: the line does not let anybody know; it counts in
/// neither precision nor recall.
enum class Answer : std::uint8_t { no, yes, uncertain };

/// A manifest line with the right answers.
struct LabelledCase {
    std::string id;
    std::vector<std::pair<Field, std::string>> cells;
    std::vector<std::string> substances; ///< catalogue ids; empty: none of the EU or WCO lists
    std::optional<Interval> strength;    ///< of the first substance, in the line's own unit
    Answer annex_i = Answer::no;
    Answer annex_ii = Answer::no;
    Answer global_shield = Answer::no;
    std::string why;

    /// The values point into this case.
    [[nodiscard]] FieldValues values() const;
    [[nodiscard]] std::string description() const;
    /// No substance is named, yet an answer is left open: whether one is there is open too.
    [[nodiscard]] bool leaves_substance_open() const;
};

/// Reads a file with the columns of development.csv, one record per line. Throws
/// std::runtime_error that names file, line and cell for anything it does not understand.
std::vector<LabelledCase> read_cases(const std::filesystem::path& file);

/// "sulphuric acid" -> "sulfuric-acid": the catalogue id of a dossier name.
std::string substance_id(std::string name);

} // namespace preflag::accuracy

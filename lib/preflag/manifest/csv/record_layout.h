#pragma once

#include <preflag/base/cell_styles.h>
#include <preflag/manifest/cell_scanner.h>
#include <preflag/manifest/csv/csv_quoting.h>
#include <preflag/manifest/header/placeholders.h>
#include <preflag/manifest/manifest_line.h>

#include <atomic>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preflag {

/// What one column is for.
struct ColumnTarget {
    std::optional<Field> field; ///< none: ignored
    bool joins = false;         ///< is joined to earlier columns of its field
    /// The constant that holds for values from this column: the unit that its header names.
    std::optional<std::size_t> constant = std::nullopt;
    std::string_view joint = " | "; ///< what it is joined with: a literal of at most 3 bytes
};

/// Which of the layout's constants hold for a record.
using HoldingConstants = std::bitset<64>;

/// Room to read records in, one after the other: what a line's values point to.
struct RecordScratch {
    CellScanner cells;
    std::string mended; ///< the record, where its bytes had to be changed
    std::string text;   ///< changed cells
    HoldingConstants holding;
    bool is_whole = false; ///< all fields are filled
};

/// How a record's bytes become field values: delimiter, quotes and the meaning of each column.
/// Shared by all batches of a manifest; the counters are its only changing part.
class RecordLayout {
  public:
    /// No quotes are read when `quotes` is false. `constants` fill fields that no column gives,
    /// such as the unit that a header names; one that belongs to a column only where that column
    /// gave its field's value.
    RecordLayout(char delimiter, bool quotes, std::vector<ColumnTarget> columns,
                 std::vector<std::pair<Field, std::string>> constants,
                 Placeholders placeholders = {});

    /// The records are rows of a sheet: cells may begin with a mark (workbook/sheet_marks.h), and
    /// those to the right of the header's are not read.
    void set_sheet(bool is_sheet) { is_sheet_ = is_sheet; }
    [[nodiscard]] bool is_sheet() const { return is_sheet_; }

    /// How quotes are read, where they are.
    void set_quoting(CsvQuoting quoting) { quoting_ = quoting; }

    /// Begins a line: fills the fields that can tell what the goods are, and `line.raw`, and says
    /// why the record must be rejected, if it must. Bytes that are no UTF-8 are read as
    /// Windows-1252, characters that do not print are left out. Record and scratch must live as
    /// long as the line; the scratch is that of one line at a time.
    std::optional<std::string> read_goods(std::string_view record, RecordScratch& scratch,
                                          ManifestLine& line) const;
    /// Fills the other fields of the same line.
    void read_rest(RecordScratch& scratch, ManifestLine& line) const;
    /// Both.
    std::optional<std::string> read(std::string_view record, RecordScratch& scratch,
                                    ManifestLine& line) const;

    /// The same as `read` without counting the record, or changing its bytes.
    std::optional<std::string> sample(std::string_view record, RecordScratch& scratch,
                                      ManifestLine& line) const;

    /// How the cells are written; lines point to it.
    void set_styles(const CellStyles& styles) { styles_ = styles; }

    /// See ManifestDescription::fields.
    [[nodiscard]] const FieldSet& fields() const { return fields_; }
    [[nodiscard]] std::uint64_t short_records() const { return short_records_; }
    /// Rows of a sheet with cells to the right of the header's.
    [[nodiscard]] std::uint64_t wide_records() const { return wide_records_; }
    [[nodiscard]] std::uint64_t repaired_records() const { return repaired_records_; }
    /// A record for the eyes of the user: as it is written, or "field: value, ..." when it was
    /// rebuilt from a tree.
    [[nodiscard]] std::string shown(std::string_view record) const;
    /// A record that is not UTF-8, read as Windows-1252.
    [[nodiscard]] std::string repaired(std::string_view record) const;

  private:
    /// What is counted of a record.
    struct Shape {
        bool is_short = false;
        bool is_wide = false;
        bool is_unknown = false; ///< a cell of the goods is a formula without a value
    };
    /// A record while it is taken apart.
    struct Parts {
        std::string_view record;
        RecordScratch& scratch;
        FieldValues& values;
        Shape& shape;
    };

    std::string_view mended(std::string_view record, RecordScratch& scratch) const;
    void scan(std::string_view record, RecordScratch& scratch) const;
    std::optional<std::string> begin(std::string_view record, RecordScratch& scratch,
                                     ManifestLine& line, Shape& shape) const;
    std::optional<std::string> fill_goods(const Parts& parts) const;
    std::optional<std::string> fill_all(const Parts& parts) const;
    void fill_columns(const std::vector<std::size_t>& columns, const Parts& parts) const;
    std::optional<std::string> excess(std::size_t column, std::string_view cell,
                                      Shape& shape) const;
    bool take_mark(std::size_t column, std::string_view& cell, Shape& shape) const;

    void put(std::size_t column, std::string_view cell, const Parts& parts) const;
    void fill_constants(const HoldingConstants& holding, FieldValues& values) const;
    std::string_view halved(std::string_view cell, std::string& text) const;
    std::string_view next_cell(std::string_view record, std::size_t& offset, std::string& text,
                               bool& is_escaped) const;
    std::string_view unescaped_cell(std::string_view record, std::size_t close, std::size_t& offset,
                                    std::string& text, bool& is_escaped) const;
    std::string_view backslashed_cell(std::string_view record, std::size_t& offset,
                                      std::string& text) const;

    char delimiter_;
    bool quotes_;
    bool is_sheet_ = false;
    CsvQuoting quoting_;
    std::vector<ColumnTarget> columns_;
    std::vector<std::size_t> goods_columns_, other_columns_; ///< those that have a field
    std::vector<std::pair<Field, std::string>> constants_;
    HoldingConstants always_;  ///< constants that belong to no column
    bool fills_goods_ = false; ///< a constant can tell what the goods are
    Placeholders placeholders_;
    std::size_t joins_;
    FieldSet fields_;
    CellStyles styles_;
    mutable std::atomic<std::uint64_t> short_records_{0};
    mutable std::atomic<std::uint64_t> wide_records_{0};
    mutable std::atomic<std::uint64_t> repaired_records_{0};
};

/// Whether any of the fields that can tell what the goods are is filled.
bool names_goods(const FieldValues& values);

/// Why a record in which nothing does is rejected.
inline constexpr std::string_view names_no_goods =
    "names no goods: description, CAS, EC, UN and HS are all empty";

} // namespace preflag

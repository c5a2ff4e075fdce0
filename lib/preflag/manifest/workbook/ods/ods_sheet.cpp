#include <preflag/base/text.h>
#include <preflag/manifest/csv/record_splitter.h>
#include <preflag/manifest/workbook/ods/ods_sheet.h>
#include <preflag/manifest/workbook/sheet_marks.h>

#include <algorithm>
#include <charconv>

namespace preflag {

namespace {

constexpr std::size_t longest_ods_text = RecordSplitter::longest_record + 1;

/// How often something is repeated: 1 when nothing is said, never more than `most`.
template <class Number>
Number repeats(std::string_view text, Number most) {
    Number number = 1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc::result_out_of_range)
        return most;
    return std::clamp<Number>(number, 1, most);
}

bool is_hidden_row_or_column(std::string_view visibility) {
    return visibility == "collapse" || visibility == "filter";
}

} // namespace

void OdsSheet::begin(std::string_view name, const XmlAttributes& attributes) {
    ++level_;
    if (cell_level_ != 0)
        begin_in_cell(name, attributes);
    else if (is_in_table_)
        begin_in_table(name, attributes);
    else if (name == "spreadsheet" && sheets_level_ == 0)
        sheets_level_ = level_;
    else if (name == "table" && sheets_level_ > 0 && level_ == sheets_level_ + 1 && !has_ended_)
        is_in_table_ = sheets_before_-- == 0;
}

void OdsSheet::end(std::string_view name) {
    if (level_ == skipped_level_)
        skipped_level_ = 0;
    else if (level_ == paragraph_level_)
        paragraph_level_ = 0;
    else if (level_ == cell_level_)
        end_cell();
    else if (level_ == row_level_)
        end_row();
    else if (is_in_table_ && name == "table" && level_ == sheets_level_ + 1) {
        is_in_table_ = false;
        has_ended_ = true;
    }
    --level_;
}

void OdsSheet::begin_in_table(std::string_view name, const XmlAttributes& attributes) {
    if (row_level_ != 0) {
        if (level_ == row_level_ + 1 && (name == "table-cell" || name == "covered-table-cell"))
            begin_cell(attributes);
    } else if (name == "table-row") {
        begin_row(attributes);
    } else if (name == "table-column") {
        begin_column(attributes);
    }
}

void OdsSheet::begin_column(const XmlAttributes& attributes) {
    const std::uint32_t times = repeats(attributes["number-columns-repeated"], most_sheet_columns);
    if (is_hidden_row_or_column(attributes["visibility"]))
        rows_.hide_columns(columns_ + 1, columns_ + times);
    columns_ = std::min(columns_ + times, most_sheet_columns);
}

void OdsSheet::begin_row(const XmlAttributes& attributes) {
    row_level_ = level_;
    row_times_ = repeats(attributes["number-rows-repeated"], most_sheet_rows);
    column_ = 1;
    rows_.begin_row(next_row_, is_hidden_row_or_column(attributes["visibility"]));
}

void OdsSheet::end_row() {
    row_level_ = 0;
    rows_.end_row(row_times_);
    next_row_ = rows_.row() + 1;
    if (rows_.is_full())
        pause_();
}

void OdsSheet::begin_cell(const XmlAttributes& attributes) {
    cell_level_ = level_;
    has_paragraph_ = false;
    cell_ = {};
    cell_.type = attributes["value-type"];
    cell_.currency = attributes["currency"];
    for (const std::string_view name :
         {"value", "date-value", "time-value", "boolean-value", "string-value"})
        if (cell_.value.empty())
            cell_.value = attributes[name];
    formula_ = attributes["formula"];
    cell_.has_formula = !formula_.empty();
    cell_times_ = repeats(attributes["number-columns-repeated"], most_sheet_columns);
    const std::uint64_t rows = repeats(attributes["number-rows-spanned"], most_sheet_rows);
    const std::uint32_t columns = repeats(attributes["number-columns-spanned"], most_sheet_columns);
    if (rows > 1 || columns > 1)
        rows_.add_merged({{next_row_, column_}, {next_row_ + rows - 1, column_ + columns - 1}});
}

void OdsSheet::begin_in_cell(std::string_view name, const XmlAttributes& attributes) {
    if (skipped_level_ != 0)
        return;
    if (paragraph_level_ == 0) {
        if (level_ != cell_level_ + 1 || (name != "p" && name != "h")) {
            skipped_level_ = level_;
            return;
        }
        paragraph_level_ = level_;
        if (has_paragraph_)
            add_text("\n");
        has_paragraph_ = true;
    } else if (name == "s") {
        add_text(std::string(repeats<std::uint32_t>(attributes["c"], 100), ' '));
    } else if (name == "tab" || name == "line-break") {
        add_text(name == "tab" ? " " : "\n");
    } else if (name == "annotation" || name == "ruby-text" || name == "note" || name == "frame") {
        skipped_level_ = level_;
    }
}

void OdsSheet::text(std::string_view piece) {
    if (paragraph_level_ != 0 && skipped_level_ == 0)
        add_text(piece);
}

void OdsSheet::add_text(std::string_view piece) {
    if (cell_.text.size() < longest_ods_text)
        cell_.text += piece;
}

void OdsSheet::end_cell() {
    cell_level_ = 0;
    const std::uint32_t first = column_;
    column_ += cell_times_;
    const bool lacks_value = cell_.has_formula && cell_.type.empty() && !has_paragraph_;
    // An error is a text, and of the formula's own type "error" in another namespace.
    const bool is_error =
        cell_.has_formula && (cell_.text.starts_with('#') || cell_.text.starts_with("Err:"));
    const std::string value = lacks_value || is_error ? std::string() : ods_value(cell_);
    if (value.empty() && !lacks_value && !is_error)
        return;
    for (std::uint32_t column = first; column < first + cell_times_; ++column) {
        if (column > most_sheet_columns)
            break;
        if (is_error) {
            rows_.notes().errors.add(rows_.row(), column);
        } else if (lacks_value) {
            rows_.notes().without_value.add(rows_.row(), column);
            rows_.add(column, formula_, sheet_marks::without_value);
        } else {
            rows_.add(column, value);
        }
    }
}

} // namespace preflag

#include <preflag/base/cells/invisible.h>
#include <preflag/base/text.h>
#include <preflag/manifest/csv/record_layout.h>
#include <preflag/manifest/header/header_rules.h>
#include <preflag/manifest/source/encoding.h>
#include <preflag/manifest/source/plain_text.h>
#include <preflag/manifest/table_header.h>
#include <preflag/manifest/workbook/sheet_marks.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace preflag {

namespace {

constexpr std::size_t longest_joint = 3;

std::size_t find(std::string_view text, char c, std::size_t from) {
    if (from >= text.size())
        return text.size();
    const void* found = std::memchr(text.data() + from, c, text.size() - from);
    return found == nullptr
               ? text.size()
               : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

/// Whether the field holds an amount, which is shared where cells are merged.
bool is_amount(Field field) {
    constexpr std::array amounts{Field::quantity,   Field::packages,     Field::package_content,
                                 Field::net_weight, Field::gross_weight, Field::volume,
                                 Field::value};
    return std::find(amounts.begin(), amounts.end(), field) != amounts.end();
}

/// ="00123" and '00123: the ways in which spreadsheets are told to keep a text as it is.
std::string_view without_text_marks(std::string_view cell) {
    const bool is_marked = cell.size() >= 2 && cell[0] == '\'' && cell.back() != '\'' &&
                           (is_ascii_digit(cell[1]) ||
                            std::string_view("=+-@(").find(cell[1]) != std::string_view::npos);
    if (is_marked)
        cell.remove_prefix(1);
    if (cell.size() >= 3 && cell.substr(0, 2) == "=\"" && cell.back() == '"')
        return trim(cell.substr(2, cell.size() - 3));
    return cell;
}

/// What columns and constants can fill.
FieldSet fields_of(const std::vector<ColumnTarget>& columns,
                   const std::vector<std::pair<Field, std::string>>& constants) {
    FieldSet fields;
    for (const ColumnTarget& column : columns)
        if (column.field)
            fields.add(*column.field);
    for (const auto& [field, value] : constants)
        fields.add(field);
    return fields;
}

} // namespace

bool names_goods(const FieldValues& values) {
    constexpr std::array fields{Field::description, Field::proper_shipping_name,
                                Field::cas,         Field::ec,
                                Field::un,          Field::hs};
    return std::any_of(fields.begin(), fields.end(),
                       [&](Field field) { return !values[field].empty(); });
}

RecordLayout::RecordLayout(char delimiter, bool quotes, std::vector<ColumnTarget> columns,
                           std::vector<std::pair<Field, std::string>> constants,
                           Placeholders placeholders)
    : delimiter_(delimiter), quotes_(quotes), columns_(std::move(columns)),
      constants_(std::move(constants)), placeholders_(std::move(placeholders)),
      joins_(static_cast<std::size_t>(
          std::count_if(columns_.begin(), columns_.end(),
                        [](const ColumnTarget& column) { return column.joins; }))),
      fields_(quotes ? fields_of(columns_, constants_) : FieldSet::all()) {
    constants_.resize(std::min(constants_.size(), always_.size()));
    for (std::size_t i = 0; i < constants_.size(); ++i)
        always_.set(i);
    for (ColumnTarget& column : columns_) {
        if (column.constant && *column.constant < constants_.size())
            always_.reset(*column.constant);
        else
            column.constant.reset();
    }
    fills_goods_ = std::any_of(constants_.begin(), constants_.end(),
                               [](const auto& constant) { return is_of_goods(constant.first); });
    for (std::size_t i = 0; i < columns_.size(); ++i)
        if (columns_[i].field)
            (is_of_goods(*columns_[i].field) ? goods_columns_ : other_columns_).push_back(i);
}

/// Sets `is_escaped` when a quote behind a backslash ends the cell in its middle.
std::string_view RecordLayout::next_cell(std::string_view record, std::size_t& offset,
                                         std::string& text, bool& is_escaped) const {
    const std::size_t start = offset;
    if (quoting_.backslash)
        return backslashed_cell(record, offset, text);
    if (!quotes_ || start >= record.size() || record[start] != quoting_.quote) {
        const std::size_t end = find(record, delimiter_, start);
        offset = end + 1;
        return record.substr(start, end - start);
    }
    const std::size_t close = find(record, quoting_.quote, start + 1);
    if (close + 1 >= record.size() || record[close + 1] == delimiter_) {
        offset = close + 2;
        return record.substr(start + 1, close - start - 1);
    }
    return unescaped_cell(record, close, offset, text, is_escaped);
}

/// A quoted cell that holds doubled quotes, the first of them at `close`, or text behind its end.
std::string_view RecordLayout::unescaped_cell(std::string_view record, std::size_t close,
                                              std::size_t& offset, std::string& text,
                                              bool& is_escaped) const {
    const std::size_t begin = text.size();
    std::size_t from = offset + 1;
    while (close + 1 < record.size() && record[close + 1] == quoting_.quote) {
        text.append(record.substr(from, close + 1 - from));
        from = close + 2;
        close = find(record, quoting_.quote, from);
    }
    text.append(record.substr(from, close - from));
    const std::size_t end = find(record, delimiter_, close + 1);
    if (close + 1 < end) {
        text.append(record.substr(close + 1, end - close - 1));
        is_escaped = is_escaped || (close > 0 && record[close - 1] == '\\');
    }
    offset = end + 1;
    return std::string_view(text).substr(begin);
}

/// A cell of a file in which backslashes take the next character as it is; "\n" is a blank, and
/// "\N" alone stands for nothing, as databases write it.
std::string_view RecordLayout::backslashed_cell(std::string_view record, std::size_t& offset,
                                                std::string& text) const {
    const std::size_t begin = text.size();
    std::size_t at = offset;
    bool quoted = at < record.size() && record[at] == quoting_.quote;
    const bool is_null = record.substr(at).starts_with("\\N");
    at += quoted ? 1 : 0;
    for (; at < record.size() && (quoted || record[at] != delimiter_); ++at) {
        const bool has_next = at + 1 < record.size();
        if (record[at] == '\\' && has_next && !is_null) {
            const char next = record[++at];
            text += next == 'n' || next == 'r' || next == 't' ? ' ' : next;
        } else if (quoted && record[at] == quoting_.quote) {
            if (has_next && record[at + 1] == quoting_.quote)
                text += record[++at];
            else
                quoted = false;
        } else {
            text += record[at];
        }
    }
    offset = at + 1;
    return std::string_view(text).substr(begin);
}

/// A cell of a plain record with each two quotes as one.
std::string_view RecordLayout::halved(std::string_view cell, std::string& text) const {
    std::size_t quote = find(cell, quoting_.quote, 0);
    if (quote == cell.size())
        return cell;
    const std::size_t begin = text.size();
    std::size_t from = 0;
    for (; quote < cell.size(); quote = find(cell, quoting_.quote, from)) {
        text.append(cell.substr(from, quote + 1 - from));
        from = quote + 2;
    }
    text.append(cell.substr(std::min(from, cell.size())));
    return std::string_view(text).substr(begin);
}

/// The column must have a field.
void RecordLayout::put(std::size_t column, std::string_view cell, const Parts& parts) const {
    if (is_sheet_ && has_sheet_mark(cell) && !take_mark(column, cell, parts.shape))
        return;
    if (cell.empty())
        return;
    const ColumnTarget& target = columns_[column];
    RecordScratch& scratch = parts.scratch;
    if (scratch.cells.has_markup() || !scratch.cells.is_ascii())
        cell = plain_text(cell, is_of_goods(*target.field), scratch.text);
    const std::string_view value = without_text_marks(trim(cell));
    if (value.empty() || placeholders_.stands_for_nothing(*target.field, value))
        return;
    const std::string_view present = parts.values[*target.field];
    if (present.empty()) {
        parts.values.set(*target.field, value);
        if (target.constant)
            scratch.holding.set(*target.constant);
    } else if (target.joins && present != value) {
        const std::size_t begin = scratch.text.size();
        scratch.text.append(present).append(target.joint).append(value);
        parts.values.set(*target.field, std::string_view(scratch.text).substr(begin));
    }
}

void RecordLayout::fill_constants(const HoldingConstants& holding, FieldValues& values) const {
    for (std::size_t i = 0; i < constants_.size(); ++i)
        if (const auto& [field, value] = constants_[i]; holding[i] && values[field].empty())
            values.set(field, value);
}

std::optional<std::string> RecordLayout::read_goods(std::string_view record, RecordScratch& scratch,
                                                    ManifestLine& line) const {
    Shape shape;
    line.raw = mended(record, scratch);
    auto reason = begin(line.raw, scratch, line, shape);
    if (shape.is_short)
        short_records_.fetch_add(1, std::memory_order_relaxed);
    if (shape.is_wide)
        wide_records_.fetch_add(1, std::memory_order_relaxed);
    return reason;
}

void RecordLayout::read_rest(RecordScratch& scratch, ManifestLine& line) const {
    Shape counted;
    if (!scratch.is_whole)
        fill_columns(other_columns_, {line.raw, scratch, line.values, counted});
    fill_constants(scratch.holding, line.values);
}

std::optional<std::string> RecordLayout::read(std::string_view record, RecordScratch& scratch,
                                              ManifestLine& line) const {
    auto reason = read_goods(record, scratch, line);
    if (!reason)
        read_rest(scratch, line);
    return reason;
}

std::optional<std::string> RecordLayout::sample(std::string_view record, RecordScratch& scratch,
                                                ManifestLine& line) const {
    Shape shape;
    line.raw = record;
    scan(record, scratch);
    auto reason = begin(record, scratch, line, shape);
    if (!reason)
        read_rest(scratch, line);
    return reason;
}

void RecordLayout::scan(std::string_view record, RecordScratch& scratch) const {
    scratch.cells.scan(record, delimiter_, quoting_.quote, quotes_);
}

/// The record as it is to be read; it is scanned afterwards.
std::string_view RecordLayout::mended(std::string_view record, RecordScratch& scratch) const {
    scan(record, scratch);
    if (scratch.cells.is_ascii())
        return record;
    const bool is_valid = is_valid_utf8(record);
    if (is_valid && !has_invisible(record))
        return record;
    scratch.mended = is_valid ? std::string(record) : repaired(record);
    if (has_invisible(scratch.mended))
        scratch.mended = without_invisible(scratch.mended);
    scan(scratch.mended, scratch);
    return scratch.mended;
}

/// Everything that a record can be rejected for is found here.
std::optional<std::string> RecordLayout::begin(std::string_view record, RecordScratch& scratch,
                                               ManifestLine& line, Shape& shape) const {
    line.values.clear();
    line.values.set_styles(&styles_);
    line.columns = &fields_;
    if (scratch.cells.has_nul())
        return "holds NUL bytes, so the record is damaged";
    scratch.text.clear();
    // Views into the text stay valid: it never grows beyond what is reserved here. A cell is
    // unescaped once and freed of markup once; its letters may grow to two bytes; a join repeats
    // what was joined before.
    scratch.text.reserve(record.size() * (2 * joins_ + 4) + longest_joint * joins_);
    scratch.holding = always_;
    scratch.is_whole = !scratch.cells.is_plain() || quoting_.backslash;
    const Parts parts{record, scratch, line.values, shape};
    if (auto reason = scratch.is_whole ? fill_all(parts) : fill_goods(parts))
        return reason;
    if (shape.is_unknown)
        return "holds a formula without a stored value in a cell about the goods; open the "
               "workbook in a spreadsheet program, save it, and screen it again";
    if (fills_goods_)
        fill_constants(scratch.holding, line.values);
    if (!names_goods(line.values))
        return std::string(names_no_goods);
    return std::nullopt;
}

/// Of a plain record.
std::optional<std::string> RecordLayout::fill_goods(const Parts& parts) const {
    const CellScanner& cells = parts.scratch.cells;
    for (std::size_t i = columns_.size(); i < cells.size(); ++i)
        if (auto reason = excess(i, cells.cell(i), parts.shape))
            return reason;
    parts.shape.is_short = cells.size() < columns_.size();
    fill_columns(goods_columns_, parts);
    return std::nullopt;
}

void RecordLayout::fill_columns(const std::vector<std::size_t>& columns, const Parts& parts) const {
    const CellScanner& cells = parts.scratch.cells;
    const bool is_halved = cells.has_doubled_quotes();
    for (const std::size_t column : columns)
        if (column < cells.size())
            put(column,
                is_halved ? halved(cells.cell(column), parts.scratch.text) : cells.cell(column),
                parts);
}

/// Cell by cell, in any way of quoting.
std::optional<std::string> RecordLayout::fill_all(const Parts& parts) const {
    std::size_t offset = 0;
    std::size_t cells = 0;
    bool is_escaped = false;
    for (; offset <= parts.record.size(); ++cells) {
        const std::string_view cell =
            next_cell(parts.record, offset, parts.scratch.text, is_escaped);
        if (cells < columns_.size()) {
            if (columns_[cells].field)
                put(cells, cell, parts);
        } else if (auto reason = excess(cells, cell, parts.shape); reason && !is_escaped) {
            return reason;
        }
    }
    if (is_escaped)
        return "has a quote behind a backslash; in this file quotes within cells are doubled, as "
               "far as its beginning shows";
    parts.shape.is_short = cells < columns_.size();
    return std::nullopt;
}

/// A cell to the right of the header's columns: why the record must be rejected for it.
std::optional<std::string> RecordLayout::excess(std::size_t column, std::string_view cell,
                                                Shape& shape) const {
    if (is_sheet_) {
        shape.is_wide = shape.is_wide || (!has_sheet_mark(cell) && !trim(cell).empty());
        return std::nullopt;
    }
    if (trim(cell).empty())
        return std::nullopt;
    return fmt::format("has a value in cell {}, but the header has {} columns; a cell that "
                       "holds the delimiter must be quoted",
                       column + 1, columns_.size());
}

/// Takes the mark of a sheet off a cell; false when the cell has no value of its own. An amount
/// that several rows share is that of its first row.
bool RecordLayout::take_mark(std::size_t column, std::string_view& cell, Shape& shape) const {
    const bool is_merged = cell.front() == sheet_marks::merged;
    cell.remove_prefix(1);
    const auto field = column < columns_.size() ? columns_[column].field : std::nullopt;
    if (!field)
        return false;
    if (!is_merged)
        shape.is_unknown = shape.is_unknown || is_of_goods(*field);
    return is_merged && !is_amount(*field);
}

std::string RecordLayout::shown(std::string_view record) const {
    if (is_sheet_) {
        std::string text;
        for (const std::string& cell : split_cells(record, delimiter_, quoting_))
            add_passed_over_cell(text, std::string_view(cell).substr(has_sheet_mark(cell) ? 1 : 0));
        return text;
    }
    if (quotes_)
        return std::string(record);
    std::string text;
    std::size_t offset = 0;
    for (const ColumnTarget& column : columns_) {
        if (offset > record.size())
            break;
        const std::size_t end = find(record, delimiter_, offset);
        if (column.field && end > offset)
            text += fmt::format("{}{}: {}", text.empty() ? "" : ", ", field_name(*column.field),
                                record.substr(offset, end - offset));
        offset = end + 1;
    }
    return text.empty() ? std::string(record) : text;
}

std::string RecordLayout::repaired(std::string_view record) const {
    repaired_records_.fetch_add(1, std::memory_order_relaxed);
    std::string text;
    append_windows_1252(record, text);
    return text;
}

} // namespace preflag

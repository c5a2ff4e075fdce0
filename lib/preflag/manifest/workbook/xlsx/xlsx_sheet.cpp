#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/manifest/csv/record_splitter.h>
#include <preflag/manifest/workbook/sheet_marks.h>
#include <preflag/manifest/workbook/xlsx/text_escapes.h>
#include <preflag/manifest/workbook/xlsx/xlsx_sheet.h>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace preflag {

namespace {

constexpr std::size_t longest_value = RecordSplitter::longest_record + 1;
constexpr std::size_t exact_digits = 15;

template <class Number>
Number number_of(std::string_view text) {
    Number number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// Names of one letter are most of a sheet.
bool is_letter(std::string_view name, char letter) {
    return name.size() == 1 && name.front() == letter;
}

bool is_value(std::string_view name) {
    return is_letter(name, 'v') || is_letter(name, 't');
}

bool says_yes(std::string_view value) {
    return value == "1" || value == "true";
}

} // namespace

void XlsxSheet::fail(std::string_view reason) const {
    throw InputError(fmt::format("{}: the sheet is damaged in row {} ({}); get the workbook again "
                                 "from its source, or open and save it in a spreadsheet program",
                                 rows_.name(), rows_.row(), reason));
}

void XlsxSheet::begin(std::string_view name, const XmlAttributes& attributes) {
    if (is_in_cell_) {
        if (is_value(name)) {
            is_taken_ = phonetic_ == 0;
            has_value_ = true;
        } else if (is_letter(name, 'f')) {
            has_formula_ = is_formula_ = true;
        } else if (name == "rPh") {
            ++phonetic_;
        }
    } else if (is_in_data_) {
        if (is_letter(name, 'c'))
            begin_cell(attributes);
        else if (name == "row")
            begin_row(attributes);
    } else if (name == "sheetData") {
        is_in_data_ = true;
    } else if (name == "col") {
        hide_columns(attributes);
    }
}

void XlsxSheet::end(std::string_view name) {
    if (is_in_cell_) {
        if (is_value(name))
            is_taken_ = false;
        else if (is_letter(name, 'c'))
            end_cell();
        else if (is_letter(name, 'f'))
            is_formula_ = false;
        else if (name == "rPh")
            --phonetic_;
    } else if (is_in_data_ && name == "row") {
        rows_.end_row();
        if (rows_.is_full())
            pause_();
    } else if (name == "sheetData") {
        is_in_data_ = false;
    }
}

void XlsxSheet::text(std::string_view piece) {
    if (is_taken_ && value_.size() < longest_value)
        value_ += piece;
    else if (is_formula_ && formula_.size() < longest_value)
        formula_ += piece;
}

void XlsxSheet::begin_row(const XmlAttributes& attributes) {
    const std::string_view number = attributes["r"];
    const bool is_flat =
        says_yes(attributes["customHeight"]) && number_of<double>(attributes["ht"]) <= 0;
    column_ = 0;
    rows_.begin_row(number.empty() ? rows_.row() + 1 : number_of<std::uint64_t>(number),
                    says_yes(attributes["hidden"]) || is_flat);
}

void XlsxSheet::hide_columns(const XmlAttributes& attributes) {
    const std::string_view width = attributes["width"];
    const bool is_narrow = !width.empty() && number_of<double>(width) <= 0;
    if (says_yes(attributes["hidden"]) || is_narrow)
        rows_.hide_columns(number_of<std::uint32_t>(attributes["min"]),
                           number_of<std::uint32_t>(attributes["max"]));
}

void XlsxSheet::begin_cell(const XmlAttributes& attributes) {
    const std::string_view place = attributes["r"];
    ++column_;
    if (!place.empty()) {
        const auto reference = parse_cell_reference(place);
        if (!reference)
            fail(fmt::format("\"{}\" is no cell", printable(place.substr(0, 20))));
        column_ = reference->column;
    }
    if (column_ > most_sheet_columns)
        fail("it has too many cells");
    const std::string_view type = attributes["t"];
    type_ = type == "s"           ? Type::shared
            : type == "inlineStr" ? Type::inline_text
            : type == "str"       ? Type::formula_text
            : type == "b"         ? Type::boolean
            : type == "e"         ? Type::error
            : type == "d"         ? Type::date
                                  : Type::number;
    const std::string_view style = attributes["s"];
    style_ = style.empty() ? 0 : number_of<std::size_t>(style);
    is_in_cell_ = true;
    has_formula_ = has_value_ = false;
    value_.clear();
    formula_.clear();
}

/// Programs that do not calculate store no value, an empty one, or a zero.
bool XlsxSheet::lacks_value() const {
    if (!has_formula_)
        return false;
    if (type_ == Type::formula_text)
        return !has_value_;
    const bool is_zero = type_ == Type::number && trim(value_) == "0";
    return trim(value_).empty() || (is_zero && book_->is_calculated_on_load);
}

void XlsxSheet::end_cell() {
    is_in_cell_ = is_taken_ = is_formula_ = false;
    phonetic_ = 0;
    if (lacks_value()) {
        rows_.notes().without_value.add(rows_.row(), column_);
        rows_.add(column_, "=" + formula_, sheet_marks::without_value);
        return;
    }
    switch (type_) {
    case Type::shared:
        return add_shared();
    case Type::number:
        return add_number();
    case Type::error:
        if (!trim(value_).empty())
            rows_.notes().errors.add(rows_.row(), column_);
        return;
    case Type::boolean:
        return rows_.add(column_, trim(value_) == "1" ? "TRUE" : value_.empty() ? "" : "FALSE");
    case Type::inline_text:
    case Type::formula_text:
        unescape_in_place(value_);
        break;
    case Type::date:
        if (const std::size_t sign = value_.find('T'); sign != std::string::npos)
            value_[sign] = ' ';
        break;
    }
    rows_.add(column_, value_);
}

void XlsxSheet::add_shared() {
    if (trim(value_).empty())
        return;
    std::size_t number = book_->strings.count();
    const std::string_view digits = trim(value_);
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const auto text = book_->strings.at(number);
    if (!text)
        fail(fmt::format("the workbook has no text number {}", printable(digits.substr(0, 20))));
    rows_.add(column_, *text);
}

void XlsxSheet::add_number() {
    const std::string_view stored = trim(value_);
    if (stored.empty())
        return;
    const NumberFormat& format = book_->styles.format(style_);
    const bool is_plain = format.is_general() && stored.size() <= exact_digits &&
                          (stored.front() != '0' || stored.size() == 1) && all_digits(stored);
    if (is_plain)
        rows_.add(column_, stored);
    else
        rows_.add(column_, format.shown(stored, book_->epoch));
}

namespace {

/// Whether an XML file may hold an element of this name. It is read to its end.
bool may_mention(ByteSource& part, std::string_view name) {
    std::string text;
    std::vector<char> block(std::size_t{1} << 16);
    bool is_found = false;
    while (const std::size_t got = part.read(block.data(), block.size())) {
        if (is_found)
            continue;
        text.erase(0, text.size() - std::min(text.size(), name.size() - 1));
        text.append(block.data(), got);
        is_found = text.find(name) != std::string::npos || // or it is not in UTF-8
                   text.find('\0') != std::string::npos;
    }
    return is_found;
}

class MergedCellsReader : public XmlHandler {
  public:
    explicit MergedCellsReader(const std::string& name) : name_(name) {}

    void begin(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "mergeCell")
            return;
        if (ranges_.size() == MergedCells::most_ranges)
            throw InputError(
                fmt::format("{}: holds more than {} merged cells; part them and screen "
                            "the sheet again",
                            name_, MergedCells::most_ranges));
        if (const auto range = parse_cell_range(attributes["ref"]))
            ranges_.push_back(*range);
    }
    void end(std::string_view /*name*/) override {}
    void text(std::string_view /*piece*/) override {}

    std::vector<CellRange> take() { return std::move(ranges_); }

  private:
    const std::string& name_;
    std::vector<CellRange> ranges_;
};

} // namespace

std::vector<CellRange> xlsx_merged_cells(const XlsxPackage& package, const std::string& part,
                                         const std::string& name) {
    if (!may_mention(*package.open(part), "mergeCell"))
        return {};
    MergedCellsReader reader(name);
    const auto source = package.open(part);
    read_xml_part(*source, name, SheetRows::most_bytes, reader);
    return reader.take();
}

} // namespace preflag

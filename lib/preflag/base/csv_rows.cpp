#include <preflag/base/csv_rows.h>
#include <preflag/base/text.h>

#include <algorithm>
#include <array>

namespace preflag {

bool CsvRows::at_line_end() const {
    return at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r';
}

void CsvRows::pass_line_end() {
    if (at_ < text_.size() && text_[at_] == '\r')
        ++at_;
    if (at_ < text_.size() && text_[at_] == '\n')
        ++at_;
    ++line_;
}

void CsvRows::give_up(CsvRow& row, std::size_t start, std::string fault) {
    at_ = start;
    while (!at_line_end())
        ++at_;
    line_ = row.position.line;
    row.fault = std::move(fault);
}

bool CsvRows::read_quoted(std::string& cell, CsvRow& row) {
    for (++at_; at_ < text_.size(); ++at_) {
        const char c = text_[at_];
        if (c == '"') {
            if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"')
                break;
            ++at_;
        }
        line_ += c == '\n' ? 1 : 0;
        cell += c;
    }
    if (at_ >= text_.size()) {
        row.fault = "a quoted cell is never closed";
        return false;
    }
    ++at_;
    while (at_ < text_.size() && text_[at_] == ' ')
        ++at_;
    if (!at_line_end() && text_[at_] != delimiter_) {
        row.fault = "text stands behind the closing quote of a cell";
        return false;
    }
    return true;
}

void CsvRows::read_plain(std::string& cell, CsvRow& row) {
    const std::size_t start = at_;
    while (!at_line_end() && text_[at_] != delimiter_) {
        if (text_[at_] == '"')
            row.fault = "a quote stands in the middle of an unquoted cell";
        ++at_;
    }
    cell = trim(text_.substr(start, at_ - start));
}

void CsvRows::read_row(CsvRow& row) {
    const std::size_t start = at_;
    for (;;) {
        while (at_ < text_.size() && text_[at_] == ' ')
            ++at_;
        std::string& cell = row.cells.emplace_back();
        if (at_ < text_.size() && text_[at_] == '"') {
            if (!read_quoted(cell, row))
                return give_up(row, start, row.fault);
            cell = trim(cell);
        } else {
            read_plain(cell, row);
        }
        if (at_line_end())
            break;
        ++at_;
    }
    row.source = text_.substr(start, at_ - start);
}

std::optional<CsvRow> CsvRows::next() {
    constexpr char control_z = '\x1A';
    while (at_ < text_.size() && at_line_end())
        pass_line_end();
    if (at_ >= text_.size() || (text_[at_] == control_z && trim(text_.substr(at_ + 1)).empty()))
        return std::nullopt;
    CsvRow row;
    row.position = {line_, 1};
    const std::size_t start = at_;
    read_row(row);
    if (row.source.empty())
        row.source = text_.substr(start, at_ - start);
    if (at_ < text_.size())
        pass_line_end();
    return row;
}

char guess_delimiter(std::string_view text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char candidate : {',', ';', '\t', '|'}) {
        const auto count = std::count(line.begin(), line.end(), candidate);
        if (count > most) {
            most = count;
            best = candidate;
        }
    }
    return best;
}

CsvHeader::CsvHeader(const CsvRow& row) {
    for (const std::string& cell : row.cells)
        names_.push_back(ascii_lower(trim(cell)));
}

std::optional<std::size_t> CsvHeader::find(std::string_view name) const {
    const auto place = std::find(names_.begin(), names_.end(), ascii_lower(name));
    if (place == names_.end())
        return std::nullopt;
    return static_cast<std::size_t>(place - names_.begin());
}

std::string_view CsvHeader::value(const CsvRow& row,
                                  std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names)
        if (const auto column = find(name))
            if (const std::string_view cell = row.cell(*column); !cell.empty())
                return cell;
    return {};
}

} // namespace preflag

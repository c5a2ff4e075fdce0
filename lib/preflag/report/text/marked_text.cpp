#include <preflag/base/text.h>
#include <preflag/report/text/marked_text.h>

#include <algorithm>
#include <optional>

namespace preflag {

namespace {

using Kind = std::optional<Mark::Kind>;

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

std::size_t end_of_character(std::string_view text, std::size_t at) {
    ++at;
    while (at < text.size() && is_continuation(text[at]))
        ++at;
    return at;
}

/// The mark on each byte of the text.
std::vector<Kind> marks_by_byte(std::string_view text, const std::vector<Mark>& marks) {
    std::vector<Kind> kinds(text.size());
    for (const Mark& mark : marks) {
        const std::size_t begin = std::min(mark.offset, text.size());
        const std::size_t end = begin + std::min(mark.length, text.size() - begin);
        for (std::size_t at = begin; at < end; ++at)
            if (kinds[at] != Mark::Kind::counts)
                kinds[at] = mark.kind;
    }
    return kinds;
}

std::string_view escape_code(Kind kind) {
    if (!kind)
        return "\x1b[0m";
    return *kind == Mark::Kind::counts ? "\x1b[1;4m" : "\x1b[2;9m";
}

char sign_of(Kind kind) {
    if (!kind)
        return ' ';
    return *kind == Mark::Kind::counts ? '~' : '-';
}

/// Rows under construction, each with the row of signs that goes below it.
class MarkedRows {
  public:
    MarkedRows(std::size_t columns, bool colour)
        : columns_(std::max<std::size_t>(columns, 2)), colour_(colour) {}

    void add(const std::string& character, Kind kind) {
        const std::size_t width = display_width(character);
        if (width_ + width > columns_)
            end_row();
        if (colour_ && kind != kind_)
            row_ += escape_code(kind);
        kind_ = kind;
        row_ += character;
        signs_.append(width, sign_of(kind));
        width_ += width;
    }

    std::vector<std::string> take() {
        end_row();
        return std::move(rows_);
    }

  private:
    void end_row() {
        if (colour_ && kind_)
            row_ += escape_code(Kind());
        if (!row_.empty())
            rows_.push_back(std::move(row_));
        const auto last = signs_.find_last_not_of(' ');
        if (!colour_ && last != std::string::npos)
            rows_.push_back(signs_.substr(0, last + 1));
        row_.clear();
        signs_.clear();
        kind_ = {};
        width_ = 0;
    }

    std::size_t columns_;
    bool colour_;
    std::size_t width_ = 0;
    Kind kind_;
    std::string row_;
    std::string signs_;
    std::vector<std::string> rows_;
};

} // namespace

std::vector<std::string> marked_rows(std::string_view text, const std::vector<Mark>& marks,
                                     std::size_t columns, bool colour) {
    const std::vector<Kind> kinds = marks_by_byte(text, marks);
    MarkedRows rows(columns, colour);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = end_of_character(text, at);
        rows.add(printable(text.substr(at, end - at)), kinds[at]);
        at = end;
    }
    return rows.take();
}

std::size_t character_number(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    return 1 + static_cast<std::size_t>(std::count_if(
                   before.begin(), before.end(), [](char byte) { return !is_continuation(byte); }));
}

} // namespace preflag

#include <preflag/base/text.h>
#include <preflag/report/text/wrap.h>

#include <algorithm>

namespace preflag {

namespace {

/// Bytes of the longest beginning of `word` that takes at most `columns`; at least one character.
std::size_t bytes_that_fit(std::string_view word, std::size_t columns) {
    std::size_t fitting = 0;
    std::size_t width = 0;
    for (std::size_t at = 0; at < word.size();) {
        std::size_t next = at + 1;
        while (next < word.size() && (static_cast<unsigned char>(word[next]) & 0xC0U) == 0x80U)
            ++next;
        width += display_width(word.substr(at, next - at));
        if (width > columns && fitting > 0)
            break;
        fitting = next;
        at = next;
    }
    return fitting;
}

/// Rows under construction.
class Rows {
  public:
    explicit Rows(std::size_t columns) : columns_(std::max<std::size_t>(columns, 1)) {}

    void add(std::string_view word) {
        if (!row_.empty() && width_ + 1 + display_width(word) > columns_)
            end_row();
        while (row_.empty() && display_width(word) > columns_) {
            const std::size_t bytes = bytes_that_fit(word, columns_);
            rows_.emplace_back(word.substr(0, bytes));
            word.remove_prefix(bytes);
        }
        append(word);
    }

    std::vector<std::string> take() {
        end_row();
        return std::move(rows_);
    }

  private:
    void append(std::string_view word) {
        if (word.empty())
            return;
        if (!row_.empty()) {
            row_ += ' ';
            ++width_;
        }
        row_ += word;
        width_ += display_width(word);
    }

    void end_row() {
        if (!row_.empty())
            rows_.push_back(std::move(row_));
        row_.clear();
        width_ = 0;
    }

    std::size_t columns_;
    std::size_t width_ = 0;
    std::string row_;
    std::vector<std::string> rows_;
};

} // namespace

std::vector<std::string> wrapped(std::string_view printable_text, std::size_t columns) {
    Rows rows(columns);
    while (!printable_text.empty()) {
        const std::size_t end = std::min(printable_text.find(' '), printable_text.size());
        rows.add(printable_text.substr(0, end));
        printable_text.remove_prefix(std::min(end + 1, printable_text.size()));
    }
    return rows.take();
}

std::string padded(std::string_view printable_text, std::size_t columns) {
    std::string cell = fit(printable_text, columns);
    const std::size_t width = display_width(cell);
    if (width < columns)
        cell.append(columns - width, ' ');
    return cell;
}

} // namespace preflag

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace preflag {

/// Finds the cells of one record after the other in one pass over its bytes, and tells which kinds
/// of bytes it holds. Nothing is copied and, once the scratch has grown, nothing allocated.
class CellScanner {
  public:
    /// Without `quotes` a quote is a byte like any other.
    void scan(std::string_view record, char delimiter, char quote, bool quotes);

    /// Whether quotes stand only around whole cells, or doubled within such a cell. Of another
    /// record cell() tells nothing.
    [[nodiscard]] bool is_plain() const { return is_plain_; }
    /// The cells of a plain record: at least one.
    [[nodiscard]] std::size_t size() const { return count_; }
    /// One of them without the quotes around it. Valid as long as the record.
    [[nodiscard]] std::string_view cell(std::size_t index) const {
        const std::size_t begin = index == 0 ? 0 : ends_[index - 1] + std::size_t{1};
        const std::string_view text(record_.data() + begin, ends_[index] - begin);
        return has_quotes_ && !text.empty() && text.front() == quote_
                   ? std::string_view(text.data() + 1, text.size() - 2)
                   : text;
    }
    /// Whether doubled quotes stand in a cell.
    [[nodiscard]] bool has_doubled_quotes() const { return has_doubled_; }

    [[nodiscard]] bool is_ascii() const { return !has_high_; }
    [[nodiscard]] bool has_nul() const { return has_nul_; }
    /// See may_have_markup.
    [[nodiscard]] bool has_markup() const { return has_markup_; }

  private:
    struct Quoting;
    void add_block(std::size_t at, char delimiter, Quoting& quoting);
    void add_ends(std::size_t at, std::uint64_t delimiters);

    std::string_view record_;
    char quote_ = '"';
    std::size_t count_ = 0;
    std::vector<std::uint32_t> ends_; ///< of the cells: the first `count_` of them
    bool is_plain_ = true;
    bool has_quotes_ = false;
    bool has_doubled_ = false;
    bool has_high_ = false;
    bool has_nul_ = false;
    bool has_markup_ = false;
};

} // namespace preflag

#pragma once

#include <preflag/manifest/header/header_phrases.h>

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// Tells rows of a report that are no lines of goods: totals, the feet of its pages, rows of
/// dashes.
class ReportRows {
  public:
    enum class Kind { line, total, foot, dashes };

    ReportRows() = default;
    ReportRows(HeaderPhrases totals, HeaderPhrases feet);

    /// Whether a record that begins with this cell may be any of these. Cheap.
    [[nodiscard]] bool may_begin(std::string_view first_cell) const;
    /// The kind of a record by its cells. When its first cell is of the goods, it must say nothing
    /// else than that this is a total, or the foot of a page.
    [[nodiscard]] Kind kind_of(const std::vector<std::string>& cells, bool begins_with_goods) const;

  private:
    static constexpr std::size_t longest_mark = 60;

    HeaderPhrases totals_;
    HeaderPhrases feet_;
    std::bitset<256> beginnings_; ///< first bytes, both cases
    std::bitset<65536> pairs_; ///< the first two letters of those that begin with an ASCII letter
};

} // namespace preflag

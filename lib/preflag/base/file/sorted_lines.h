#pragma once

#include <string>
#include <string_view>

namespace preflag {

/// A table of words as one text of lines KEY=VALUE in the order of their bytes, each ended by a
/// line break. Loading it costs no more than its text; a value is found by halving.
class SortedLines {
  public:
    SortedLines() = default;
    /// Lines in another order are put in order; of equal keys the last counts.
    explicit SortedLines(std::string text);

    /// The value of a key, which lives as long as this; empty without such a line.
    [[nodiscard]] std::string_view find(std::string_view key) const;
    [[nodiscard]] const std::string& text() const { return text_; }

    template <class Archive>
    void serialize(Archive& archive) {
        archive(text_);
    }

  private:
    std::string text_;
};

} // namespace preflag

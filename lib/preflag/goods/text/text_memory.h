#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// Remembers texts, to the byte, in fixed memory: one text has one place, and the last one that
/// came there has it. It forgets at will and never knows a text that was not added. One per thread.
class TextMemory {
  public:
    [[nodiscard]] bool knows(std::string_view text) const {
        return !text.empty() && text.size() <= longest && texts_[place_of(text)] == text;
    }
    /// Longer texts than `longest`, and empty ones, are not kept.
    void add(std::string_view text) {
        if (text.size() <= longest)
            texts_[place_of(text)] = text;
    }

    static constexpr std::size_t longest = 200; ///< bytes of one text

  private:
    static constexpr std::size_t place_count = 2048; ///< some hundred KiB of the usual texts
    static std::size_t place_of(std::string_view text) {
        return std::hash<std::string_view>{}(text) % place_count;
    }

    std::vector<std::string> texts_ = std::vector<std::string>(place_count);
};

} // namespace preflag

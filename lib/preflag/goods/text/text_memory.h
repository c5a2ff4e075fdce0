#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
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
    /// Of the length, the beginning, the middle and the end: nothing more of a text is looked at
    /// until it is compared.
    static std::size_t place_of(std::string_view text) {
        const std::size_t part = std::min<std::size_t>(text.size(), sizeof(std::uint64_t));
        std::uint64_t place = text.size();
        for (const std::size_t offset :
             {std::size_t{0}, (text.size() - part) / 2, text.size() - part}) {
            std::uint64_t bytes = 0;
            std::memcpy(&bytes, text.data() + offset, part);
            place = (place ^ bytes) * 0x9E3779B97F4A7C15ULL;
            place ^= place >> 32;
        }
        return place % place_count;
    }

    std::vector<std::string> texts_ = std::vector<std::string>(place_count);
};

} // namespace preflag

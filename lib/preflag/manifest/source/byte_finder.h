#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace preflag {

/// Finds one byte again and again in a short text, from front to back, eight bytes at a time: cells
/// are so short that a call of memchr for each costs more than its search. The text must outlive
/// it.
class ByteFinder {
  public:
    ByteFinder(std::string_view text, char byte)
        : text_(text), pattern_(ones * static_cast<unsigned char>(byte)) {
        load();
    }

    /// The first place of the byte at or behind `from`, or the text's size. `from` must not lie
    /// before the place that the last call returned.
    std::size_t next(std::size_t from) {
        if (from >= text_.size())
            return text_.size();
        if (from >= block_ + width) {
            block_ = from;
            load();
        }
        found_ &= ~std::uint64_t{0} << ((from - block_) * bits_of_byte);
        while (found_ == 0) {
            block_ += width;
            if (block_ >= text_.size())
                return text_.size();
            load();
        }
        return block_ + static_cast<std::size_t>(std::countr_zero(found_)) / bits_of_byte;
    }

  private:
    static constexpr std::size_t width = sizeof(std::uint64_t);
    static constexpr std::size_t bits_of_byte = 8;
    static constexpr std::uint64_t ones = 0x0101010101010101ULL;
    static constexpr std::uint64_t low_bits = 0x7F7F7F7F7F7F7F7FULL;

    /// Sets the highest bit of each byte of the block that is searched for, and no other bit.
    void load() {
        const std::uint64_t differences = bytes() ^ pattern_;
        found_ = ~(((differences & low_bits) + low_bits) | differences | low_bits);
        if (text_.size() - block_ < width)
            found_ &= (std::uint64_t{1} << ((text_.size() - block_) * bits_of_byte)) - 1;
    }

    /// The block's bytes, the first one lowest; zero behind the text's end.
    [[nodiscard]] std::uint64_t bytes() const {
        std::uint64_t value = 0;
        if (text_.size() - block_ >= width)
            std::memcpy(&value, text_.data() + block_, width);
        else if (block_ < text_.size())
            std::memcpy(&value, text_.data() + block_, text_.size() - block_);
        if constexpr (std::endian::native == std::endian::big)
            value = __builtin_bswap64(value);
        return value;
    }

    std::string_view text_;
    std::uint64_t pattern_;
    std::size_t block_ = 0;
    std::uint64_t found_ = 0;
};

} // namespace preflag

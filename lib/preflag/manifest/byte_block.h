#pragma once

#include <cstddef>
#include <cstdint>

namespace preflag {

/// What is known of up to 64 bytes of a record: a bit for each delimiter and quote, the one of the
/// first byte lowest, and which kinds of bytes there are.
struct ByteBlock {
    static constexpr std::size_t width = 64;

    std::uint64_t delimiters = 0;
    std::uint64_t quotes = 0;
    bool has_high = false; ///< beyond ASCII
    bool has_nul = false;
    bool has_markup = false; ///< what markup begins with: '&', '<', '\'

    friend bool operator==(const ByteBlock&, const ByteBlock&) = default;
};

/// Looks at the 64 bytes from `bytes` on, with vector instructions where the processor is known to
/// have them when the program is built.
ByteBlock byte_block(const char* bytes, char delimiter, char quote);

/// The same, byte by byte.
ByteBlock portable_byte_block(const char* bytes, char delimiter, char quote);

} // namespace preflag

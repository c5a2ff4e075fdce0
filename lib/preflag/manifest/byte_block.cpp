#include <preflag/manifest/byte_block.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace preflag {

ByteBlock portable_byte_block(const char* bytes, char delimiter, char quote) {
    ByteBlock block;
    for (std::size_t i = 0; i < ByteBlock::width; ++i) {
        const char c = bytes[i];
        block.delimiters |= std::uint64_t{c == delimiter} << i;
        block.quotes |= std::uint64_t{c == quote} << i;
        block.has_high = block.has_high || (static_cast<unsigned char>(c) & 0x80U) != 0;
        block.has_nul = block.has_nul || c == '\0';
        block.has_markup = block.has_markup || c == '&' || c == '<' || c == '\\';
    }
    return block;
}

#if defined(__SSE2__)

namespace {

constexpr std::size_t lane = sizeof(__m128i);

struct Lanes {
    __m128i a, b, c, d;
};

std::uint64_t bits_of(__m128i bytes) {
    return static_cast<unsigned>(_mm_movemask_epi8(bytes));
}

/// A bit for each byte that is this one.
std::uint64_t places_of(char c, const Lanes& lanes) {
    const __m128i wanted = _mm_set1_epi8(c);
    return bits_of(_mm_cmpeq_epi8(lanes.a, wanted)) |
           bits_of(_mm_cmpeq_epi8(lanes.b, wanted)) << lane |
           bits_of(_mm_cmpeq_epi8(lanes.c, wanted)) << 2 * lane |
           bits_of(_mm_cmpeq_epi8(lanes.d, wanted)) << 3 * lane;
}

__m128i markup_in(__m128i bytes) {
    return _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('&')),
                                     _mm_cmpeq_epi8(bytes, _mm_set1_epi8('<'))),
                        _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
}

} // namespace

ByteBlock byte_block(const char* bytes, char delimiter, char quote) {
    const auto load = [bytes](std::size_t at) {
        return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + at));
    };
    const Lanes lanes{load(0), load(lane), load(2 * lane), load(3 * lane)};
    const __m128i any =
        _mm_or_si128(_mm_or_si128(lanes.a, lanes.b), _mm_or_si128(lanes.c, lanes.d));
    const __m128i least =
        _mm_min_epu8(_mm_min_epu8(lanes.a, lanes.b), _mm_min_epu8(lanes.c, lanes.d));
    const __m128i markup = _mm_or_si128(_mm_or_si128(markup_in(lanes.a), markup_in(lanes.b)),
                                        _mm_or_si128(markup_in(lanes.c), markup_in(lanes.d)));
    return {places_of(delimiter, lanes), places_of(quote, lanes), _mm_movemask_epi8(any) != 0,
            _mm_movemask_epi8(_mm_cmpeq_epi8(least, _mm_setzero_si128())) != 0,
            _mm_movemask_epi8(markup) != 0};
}

#else

ByteBlock byte_block(const char* bytes, char delimiter, char quote) {
    return portable_byte_block(bytes, delimiter, quote);
}

#endif

} // namespace preflag

#include <preflag/manifest/byte_block.h>
#include <preflag/manifest/cell_scanner.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace preflag {

namespace {

/// The bytes with blanks behind them.
std::array<char, ByteBlock::width> padded(const char* bytes, std::size_t size) {
    std::array<char, ByteBlock::width> block{};
    block.fill(' ');
    std::memcpy(block.data(), bytes, size);
    return block;
}

constexpr unsigned last_bit = ByteBlock::width - 1;

/// For each bit whether an odd number of bits is set up to it, itself counted.
std::uint64_t odd_so_far(std::uint64_t bits) {
    for (unsigned step = 1; step < ByteBlock::width; step *= 2)
        bits ^= bits << step;
    return bits;
}

} // namespace

/// What the bytes before a block leave to it, as bits to be put at its beginning.
struct CellScanner::Quoting {
    bool is_read = true;
    std::uint64_t inside = 0;       ///< all bits where a quoted cell is open
    std::uint64_t begins_cell = 1;  ///< the first byte is the first one of a cell
    std::uint64_t behind_close = 0; ///< the byte before closes a quoted cell

    /// The delimiters of the block that end cells; `valid` are the bits of the record's bytes.
    std::uint64_t ends_of(const ByteBlock& block, std::uint64_t valid, CellScanner& scanner) {
        const std::uint64_t open = odd_so_far(block.quotes) ^ inside;
        const std::uint64_t opening = block.quotes & open;
        const std::uint64_t closing = block.quotes & ~open;
        const std::uint64_t ends = block.delimiters & ~open;
        const std::uint64_t begins = (ends << 1U) | begins_cell;
        const std::uint64_t behind = (closing << 1U) | behind_close;
        const std::uint64_t faults =
            (opening & ~(begins | behind)) | (behind & ~(ends | opening) & valid);
        scanner.is_plain_ = scanner.is_plain_ && faults == 0;
        scanner.has_doubled_ = scanner.has_doubled_ || (opening & behind) != 0;
        scanner.has_quotes_ = scanner.has_quotes_ || block.quotes != 0;
        inside = (open >> last_bit) != 0 ? ~std::uint64_t{0} : 0;
        begins_cell = ends >> last_bit;
        behind_close = closing >> last_bit;
        return ends;
    }
};

void CellScanner::scan(std::string_view record, char delimiter, char quote, bool quotes) {
    record_ = record;
    quote_ = quote;
    count_ = 0;
    is_plain_ = true;
    has_quotes_ = has_doubled_ = has_high_ = has_nul_ = has_markup_ = false;
    Quoting quoting;
    quoting.is_read = quotes;
    for (std::size_t at = 0; at < record.size(); at += ByteBlock::width)
        add_block(at, delimiter, quoting);
    is_plain_ = is_plain_ && quoting.inside == 0;
    if (ends_.size() <= count_)
        ends_.resize(count_ + 1);
    ends_[count_++] = static_cast<std::uint32_t>(record.size());
}

/// Of the bytes behind the record's end no bits are kept.
void CellScanner::add_block(std::size_t at, char delimiter, Quoting& quoting) {
    const std::size_t size = std::min(record_.size() - at, ByteBlock::width);
    const bool is_whole = size == ByteBlock::width;
    const char* const bytes = record_.data() + at;
    const std::uint64_t valid = is_whole ? ~std::uint64_t{0} : (std::uint64_t{1} << size) - 1;
    ByteBlock block = is_whole ? byte_block(bytes, delimiter, quote_)
                               : byte_block(padded(bytes, size).data(), delimiter, quote_);
    has_high_ = has_high_ || block.has_high;
    has_nul_ = has_nul_ || block.has_nul;
    has_markup_ = has_markup_ || block.has_markup;
    block.delimiters &= valid;
    block.quotes &= quoting.is_read ? valid : 0;
    const bool has_no_quotes = (block.quotes | quoting.inside | quoting.behind_close) == 0;
    if (has_no_quotes)
        quoting.begins_cell = block.delimiters >> last_bit;
    add_ends(at, has_no_quotes ? block.delimiters : quoting.ends_of(block, valid, *this));
}

void CellScanner::add_ends(std::size_t at, std::uint64_t delimiters) {
    if (ends_.size() < count_ + ByteBlock::width)
        ends_.resize(count_ + ByteBlock::width);
    for (; delimiters != 0; delimiters &= delimiters - 1)
        ends_[count_++] =
            static_cast<std::uint32_t>(at + static_cast<std::size_t>(std::countr_zero(delimiters)));
}

} // namespace preflag

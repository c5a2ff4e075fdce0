#include <preflag/base/error.h>
#include <preflag/manifest/source/bzip2_source.h>
#include <preflag/manifest/source/unpacking.h>

#include <bzlib.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <new>
#include <utility>

namespace preflag {

namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 17;

} // namespace

struct Bzip2Source::State {
    bz_stream stream{};
    std::uint64_t streams = 0; ///< begun
    bool is_in_stream = false;
    bool has_ended = false;
};

Bzip2Source::Bzip2Source(std::unique_ptr<ByteSource> packed, std::string name)
    : packed_(std::move(packed)), name_(std::move(name)),
      compression_(with_layer(packed_->compression(), "bzip2")), block_(block_bytes),
      state_(std::make_unique<State>()) {}

Bzip2Source::~Bzip2Source() {
    end_stream();
}

/// Makes sure that packed bytes are at hand; false at their end.
bool Bzip2Source::fill() {
    if (state_->stream.avail_in > 0)
        return true;
    const std::size_t got = packed_->read(block_.data(), block_.size());
    state_->stream.next_in = block_.data();
    state_->stream.avail_in = static_cast<unsigned>(got);
    return got > 0;
}

void Bzip2Source::begin_stream() {
    if (BZ2_bzDecompressInit(&state_->stream, 0, 0) != BZ_OK)
        throw std::bad_alloc();
    state_->is_in_stream = true;
    ++state_->streams;
}

void Bzip2Source::end_stream() {
    if (std::exchange(state_->is_in_stream, false))
        BZ2_bzDecompressEnd(&state_->stream);
}

std::size_t Bzip2Source::read(char* target, std::size_t size) {
    const std::size_t most = std::min<std::size_t>(size, std::numeric_limits<unsigned>::max());
    bz_stream& stream = state_->stream;
    while (!state_->has_ended) {
        if (!fill()) {
            if (state_->is_in_stream)
                fail_unpacking(name_, "bzip2", "truncated bzip2 input");
            state_->has_ended = true;
            break;
        }
        if (!state_->is_in_stream)
            begin_stream();
        stream.next_out = target;
        stream.avail_out = static_cast<unsigned>(most);
        const int result = BZ2_bzDecompress(&stream);
        if (result == BZ_STREAM_END)
            end_stream();
        else if (result != BZ_OK)
            fail(result);
        if (stream.avail_out < most)
            return most - stream.avail_out;
    }
    return 0;
}

void Bzip2Source::fail(int result) const {
    if (result == BZ_MEM_ERROR)
        throw std::bad_alloc();
    if (result != BZ_DATA_ERROR_MAGIC)
        fail_unpacking(name_, "bzip2", "a checksum does not match");
    if (state_->streams == 1)
        fail_unpacking(name_, "bzip2", "it begins like such data, but is none");
    fail_unpacking(name_, "bzip2", "what follows its end is no bzip2 data");
}

} // namespace preflag

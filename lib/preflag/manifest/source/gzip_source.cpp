#include <preflag/base/error.h>
#include <preflag/manifest/source/gzip_source.h>
#include <preflag/manifest/source/unpacking.h>

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace preflag {

namespace {

constexpr std::size_t gzip_block_bytes = std::size_t{1} << 17;
constexpr int gzip_only = 16; ///< added to the window's bits: zlib then checks header and trailer

} // namespace

GzipSource::GzipSource(std::unique_ptr<ByteSource> packed, std::string name)
    : packed_(std::move(packed)), name_(std::move(name)),
      compression_(with_layer(packed_->compression(), "gzip")), block_(gzip_block_bytes),
      stream_(std::make_unique<z_stream_s>()) {
    if (inflateInit2(stream_.get(), MAX_WBITS + gzip_only) != Z_OK)
        throw std::bad_alloc();
}

GzipSource::~GzipSource() {
    inflateEnd(stream_.get());
}

/// Makes sure that packed bytes are at hand; false at their end.
bool GzipSource::fill() {
    if (stream_->avail_in > 0)
        return true;
    const std::size_t got = packed_->read(block_.data(), block_.size());
    stream_->next_in = reinterpret_cast<Bytef*>(block_.data());
    stream_->avail_in = static_cast<uInt>(got);
    return got > 0;
}

void GzipSource::begin_member() {
    inflateReset(stream_.get());
    is_in_member_ = true;
    ++members_;
}

std::size_t GzipSource::read(char* target, std::size_t size) {
    const std::size_t most = std::min<std::size_t>(size, std::numeric_limits<uInt>::max());
    while (!has_ended_) {
        if (!fill()) {
            if (is_in_member_)
                fail_unpacking(name_, "gzip", "truncated gzip input");
            has_ended_ = true;
            break;
        }
        if (!is_in_member_)
            begin_member();
        stream_->next_out = reinterpret_cast<Bytef*>(target);
        stream_->avail_out = static_cast<uInt>(most);
        const int result = inflate(stream_.get(), Z_NO_FLUSH);
        if (result == Z_STREAM_END)
            is_in_member_ = false;
        else if (result != Z_OK)
            fail(result);
        if (stream_->avail_out < most)
            return most - stream_->avail_out;
    }
    return 0;
}

void GzipSource::fail(int result) const {
    if (result == Z_MEM_ERROR)
        throw std::bad_alloc();
    const std::string reason = stream_->msg == nullptr ? "error of zlib" : stream_->msg;
    if (stream_->total_out > 0 || reason != "incorrect header check")
        fail_unpacking(name_, "gzip", reason);
    if (members_ == 1)
        fail_unpacking(name_, "gzip", "it begins like such data, but is none");
    fail_unpacking(name_, "gzip", "what follows its end is no gzip data");
}

} // namespace preflag

#pragma once

#include <preflag/manifest/source/byte_source.h>

#include <memory>
#include <string>
#include <string_view>

namespace preflag {

/// How a file is packed, by its first bytes: "none", "gzip", "zstd", "xz", "bzip2", "lz4", "zip".
std::string_view compression_of(std::string_view first);

/// Whether such a file can tell that its content was altered: zstd, lz4 and xz may be written
/// without a checksum, which the beginning of the (first) compressed part says. True for all else.
bool has_checksum(std::string_view first);

/// The content of `packed` when its first bytes say that it is compressed, else `packed` itself.
/// Its checksums are verified, and every byte of it is accounted for: what is cut, altered or
/// followed by other bytes ends in an InputError, at the latest when the end is reached. `name` is
/// used in messages. A zip archive is handed through. Throws InputError for what is packed more
/// than three times over.
std::unique_ptr<ByteSource> unpacked(std::unique_ptr<ByteSource> packed, const std::string& name);

/// A source and some bytes that were taken from its beginning.
std::unique_ptr<ByteSource> with_first(std::string first, std::unique_ptr<ByteSource> rest);

/// Up to `size` bytes from the beginning of a source; fewer only at its end.
std::string first_bytes(ByteSource& source, std::size_t size);

/// The compression of what is packed in `outer`: "gzip"; "zip+gzip" within a zip archive.
std::string with_layer(std::string_view outer, std::string_view compression);

/// Throws the InputError for packed data that is no good.
[[noreturn]] void fail_unpacking(const std::string& name, std::string_view compression,
                                 std::string_view reason);

} // namespace preflag

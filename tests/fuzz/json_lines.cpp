// JSON Lines: a damaged line is one reject. The first byte chooses the size of the batches.
#include "fuzzing.h"

#include <preflag/base/error.h>
#include <preflag/manifest/tree/document_reader.h>

#include <optional>

using namespace preflag;

namespace {

std::optional<fuzzing::Outcome> read(std::string_view bytes, const ReadOptions& options) {
    try {
        JsonLinesReader reader(TextSource(fuzzing::opened(bytes), options.encoding),
                               fuzzing::aliases(), options);
        return fuzzing::read_to_the_end(reader);
    } catch (const InputError&) {
        return std::nullopt;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    ReadOptions options;
    options.batch_bytes = std::size_t{1} << 16;
    const auto large = read(bytes, options);
    options.batch_bytes = std::size_t{1} + data[0];
    const auto small = read(bytes, options);
    // Small batches may find out only later that no line names goods.
    if (large && small)
        fuzzing::require(*large == *small, "the batches' size changes what is read");
    return 0;
}

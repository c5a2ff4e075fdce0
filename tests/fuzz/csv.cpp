// The CSV reader with all that stands before it: encodings, dialects, headers. The first byte
// chooses the size of the batches, which must not change anything.
#include "fuzzing.h"

#include <preflag/base/error.h>
#include <preflag/manifest/csv/csv_reader.h>

#include <optional>

using namespace preflag;

namespace {

std::optional<fuzzing::Outcome> read(std::string_view bytes, const ReadOptions& options) {
    try {
        CsvReader reader(TextSource(fuzzing::opened(bytes), options.encoding), fuzzing::aliases(),
                         options);
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
    if (data[0] % 8 == 7) {
        options.no_header = true;
        options.column_overrides = {{Field::description, "#1"}, {Field::quantity, "#2"}};
    }
    options.batch_bytes = std::size_t{1} << 16;
    const auto large = read(bytes, options);
    options.batch_bytes = std::size_t{1} + data[0];
    fuzzing::require(read(bytes, options) == large, "the batches' size changes what is read");
    return 0;
}

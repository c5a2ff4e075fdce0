// A manifest file of any kind, compressed ones too, the way the program opens it. The first byte
// chooses the name's ending.
#include "fuzzing.h"

#include <preflag/base/error.h>

#include <array>

using namespace preflag;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::array names{"a", "a.csv", "a.yaml", "a.json", "a.jsonl", "a.zip", "a.txt.gz"};
    if (size == 0)
        return 0;
    const std::string path = fuzzing::file_with(
        names[data[0] % names.size()], {reinterpret_cast<const char*>(data) + 1, size - 1});
    try {
        for (const auto& reader : open_manifest(path, fuzzing::aliases(), {})) {
            fuzzing::read_to_the_end(*reader);
            fuzzing::require(reader->digest().size() == 64, "a digest is no digest");
        }
    } catch (const InputError&) {
    }
    return 0;
}

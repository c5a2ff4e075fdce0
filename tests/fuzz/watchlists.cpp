// A watchlist in any of the formats, the way the program opens it. The first byte chooses the
// name's ending; the format itself is found in the bytes.
#include "fuzzing.h"

#include <preflag/base/error.h>
#include <preflag/watchlists/read_list.h>

#include <algorithm>
#include <array>

using namespace preflag;

namespace {

void check(const ListContents& list) {
    fuzzing::require(!list.entries.empty(), "a list without entry is read");
    fuzzing::require(!list.id.empty() && !list.format.empty() && list.digest.size() == 64,
                     "a list does not say what it is");
    for (const ListEntry& entry : list.entries) {
        fuzzing::require(!entry.names.empty(), "an entry has no name");
        fuzzing::require(std::none_of(entry.names.begin(), entry.names.end(),
                                      [](const ListName& name) { return name.text.empty(); }),
                         "a name is empty");
    }
    for (const Diagnostic& reject : list.rejected)
        fuzzing::require(!reject.message.empty(), "a rejected row has no reason");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::array names{"list.csv",   "list.xml", "list.json",
                               "list.jsonl", "list.txt", "list.yaml"};
    if (size == 0)
        return 0;
    const std::string path = fuzzing::file_with(
        names[data[0] % names.size()], {reinterpret_cast<const char*>(data) + 1, size - 1});
    try {
        check(read_list(path));
    } catch (const MalformedFile& error) {
        fuzzing::require(!error.diagnostics().empty(), "an error says nothing");
    } catch (const InputError&) {
    }
    return 0;
}

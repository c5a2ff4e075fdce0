// Files of recorded decisions: what is read can be written and read again.
#include "fuzzing.h"

#include <preflag/base/error.h>
#include <preflag/clearance/decision_reader.h>
#include <preflag/report/clearance/decision_file.h>

using namespace preflag;

namespace {

std::string written(const DecisionFile& file) {
    std::string text;
    for (const Decision& decision : file.decisions)
        text += decision_json(decision);
    return text;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try {
        const std::string once =
            written(read_decisions(fuzzing::file_with("decisions.jsonl", text)));
        const std::string twice = written(read_decisions(fuzzing::file_with("again.jsonl", once)));
        fuzzing::require(once == twice, "a decision is another one after writing it");
    } catch (const MalformedFile& error) {
        fuzzing::require(!error.diagnostics().empty(), "an error says nothing");
    } catch (const InputError&) {
    }
    return 0;
}

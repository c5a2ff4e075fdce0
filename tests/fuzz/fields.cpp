// fields.yaml, the header vocabulary; and what headers mean, by it and by the shipped one.
#include "fuzzing.h"

#include <preflag/base/error.h>

using namespace preflag;

namespace {

void match_lines(const FieldAliases& aliases, std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view header = text.substr(0, end);
        if (const auto match = aliases.match(header))
            fuzzing::require(match->strength == 1 || match->strength == 2, "a strength is odd");
        static_cast<void>(aliases.match_as_written(header));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    match_lines(fuzzing::aliases(), text.substr(0, 400));
    fuzzing::file_with("fields.yaml", text);
    try {
        const FieldAliases own =
            read_or_throw(read_field_aliases, RuleFiles::read({fuzzing::folder()}));
        match_lines(own, "Description\nNet weight (kg)\nConsignee address\nB/L No\nHS Code %\n");
        match_lines(own, text.substr(0, 400));
    } catch (const MalformedFile& error) {
        fuzzing::require(!error.diagnostics().empty(), "an error says nothing");
    }
    return 0;
}

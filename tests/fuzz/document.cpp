// YAML and JSON: the documents, and the manifest lines in them.
#include "fuzzing.h"

#include <preflag/base/document/document.h>
#include <preflag/base/document/rule_image.h>
#include <preflag/base/error.h>
#include <preflag/base/json/json_scanner.h>
#include <preflag/base/yaml/yaml_scanner.h>
#include <preflag/manifest/tree/document_reader.h>

using namespace preflag;

namespace {

std::string told(const DocumentNode& root) {
    RuleImage image;
    image.add("", root);
    return image.bytes();
}

/// What the scanner reads is what the library reads, with the same positions.
void compare_json(const std::string& text, const DocumentLimits& limits) {
    Document scanned{"fuzz", text, {}};
    if (!scan_json(scanned, limits))
        return;
    Document parsed{"fuzz", text, {}};
    parse_json(parsed, limits);
    fuzzing::require(told(scanned.root) == told(parsed.root), "two ways to read JSON differ");
}

/// The same for YAML, of texts that read_yaml lets through.
void compare_yaml(const std::string& text, const DocumentLimits& limits) {
    try {
        const Document document = read_yaml(text, "fuzz", limits);
        Document scanned{"fuzz", document.text, {}};
        Document parsed{"fuzz", document.text, {}};
        if (!scan_yaml(scanned, limits))
            return;
        parse_yaml(parsed, limits);
        fuzzing::require(told(scanned.root) == told(parsed.root), "two ways to read YAML differ");
    } catch (const MalformedFile&) {
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const DocumentLimits limits{std::size_t{1} << 16, 10'000, 32};
    if (size <= limits.bytes) {
        compare_json(text, limits);
        compare_yaml(text, limits);
    }
    for (const auto read : {read_yaml, read_json}) {
        try {
            static_cast<void>(read(text, "fuzz", limits));
        } catch (const MalformedFile& error) {
            fuzzing::require(!error.diagnostics().empty(), "an error says nothing");
            continue; // the readers below have larger limits
        }
        const auto syntax =
            read == read_yaml ? DocumentReader::Syntax::yaml : DocumentReader::Syntax::json;
        try {
            DocumentReader reader(TextSource(fuzzing::opened(text), std::nullopt), syntax,
                                  fuzzing::aliases(), {});
            fuzzing::read_to_the_end(reader);
        } catch (const InputError&) {
        }
    }
    return 0;
}

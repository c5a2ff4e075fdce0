#pragma once

#include <preflag/base/diagnostic.h>
#include <preflag/base/document.h>
#include <preflag/goods/identification.h>
#include <preflag/goods/substance.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace preflag {

/// One file of rules/substances: the substance, and what it is called.
struct SubstanceFile {
    struct Name {
        std::string text;
        EvidenceKind kind = EvidenceKind::name;
        bool is_other_product = false;
        std::optional<Interval> nitrogen = std::nullopt; ///< of a product, see NameEntry
        bool nitrogen_is_stated = false;
        bool is_telling = false;
    };
    Substance substance;
    std::vector<Name> names;
};

/// Reads one file; every defect goes to `diagnostics`.
SubstanceFile read_substance(const Document& document, std::vector<Diagnostic>& diagnostics);

} // namespace preflag

#pragma once

#include <preflag/base/diagnostic.h>
#include <preflag/base/document/document.h>
#include <preflag/goods/identification.h>
#include <preflag/goods/lexicon/substance.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace preflag {

/// One entry of a file of rules/substances: the substance, and what it is called.
struct SubstanceFile {
    struct Name {
        std::string text;
        EvidenceKind kind = EvidenceKind::name;
        bool is_other_product = false;
        std::optional<Interval> content = std::nullopt; ///< of a product, see NameEntry
        bool content_is_substance = false;
        bool content_is_stated = false;
        bool is_telling = false;
    };
    Substance substance;
    std::vector<Name> names;
};

/// Reads one file: a substance, or a list of them below `substances`. Every defect goes to
/// `diagnostics`.
std::vector<SubstanceFile> read_substances(const Document& document,
                                           std::vector<Diagnostic>& diagnostics);

} // namespace preflag

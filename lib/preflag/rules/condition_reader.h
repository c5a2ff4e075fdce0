#pragma once

#include <preflag/base/document.h>
#include <preflag/rules/condition.h>

#include <vector>

namespace preflag {

/// Reads {all: [...]}, {any: [...]}, {not: {...}} or a leaf such as
/// {field: consignee, contains-word: [to order]}. Regular expressions are compiled once to check
/// them. Every defect is added to `diagnostics`; what could not be read is left out of the tree.
Condition read_condition(const Document& document, const DocumentNode& node,
                         std::vector<Diagnostic>& diagnostics);

} // namespace preflag

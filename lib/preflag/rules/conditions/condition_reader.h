#pragma once

#include <preflag/base/document/document.h>
#include <preflag/rules/conditions/condition_values.h>

#include <vector>

namespace preflag {

/// Reads {all: [...]}, {any: [...]}, {not: {...}} or a leaf such as
/// {field: consignee, contains-word: [to order]} or {fact: strength, above: 12}. Regular
/// expressions are compiled once to check them. Every defect is added to `diagnostics`, a tree that
/// can never hold included; what could not be read is left out of the tree.
Condition read_condition(const Document& document, const DocumentNode& node,
                         std::vector<Diagnostic>& diagnostics, const ConditionScope& scope = {});

} // namespace preflag

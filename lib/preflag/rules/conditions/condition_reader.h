#pragma once

#include <preflag/base/country_table.h>
#include <preflag/base/document.h>
#include <preflag/rules/conditions/condition.h>

#include <span>
#include <string>
#include <vector>

namespace preflag {

/// What a condition may refer to.
struct ConditionScope {
    std::span<const std::string> substances; ///< catalogue ids
    const CountryTable* countries = nullptr; ///< none: no country code is checked
    /// The only folder that lists are read from; empty: there are no lists.
    std::string folder;
    /// The condition is asked before the laws have spoken, so that it cannot ask what they said.
    bool is_before_laws = false;
};

/// Reads {all: [...]}, {any: [...]}, {not: {...}} or a leaf such as
/// {field: consignee, contains-word: [to order]} or {fact: strength, above: 12}. Regular
/// expressions are compiled once to check them. Every defect is added to `diagnostics`, a tree that
/// can never hold included; what could not be read is left out of the tree.
Condition read_condition(const Document& document, const DocumentNode& node,
                         std::vector<Diagnostic>& diagnostics, const ConditionScope& scope = {});

} // namespace preflag

#pragma once

#include <preflag/run/explanation.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

enum class ExplanationFormat { text, markdown, json };
std::optional<ExplanationFormat> parse_explanation_format(std::string_view name);

/// The page on each substance, one below the other. `width` is that of the terminal, for text.
std::string explanation_page(const std::vector<Explanation>& substances, ExplanationFormat format,
                             std::size_t width = 100);

/// The page on one rule.
std::string rule_page(const ExplainedRule& rule, ExplanationFormat format, std::size_t width = 100);

/// A Markdown table of laws against substances, a cell each for the limits. Rows that are switched
/// off are left out; those not checked against their source carry a dagger.
std::string law_table_markdown(const RuleSet& rules, const Catalogue& catalogue);

} // namespace preflag

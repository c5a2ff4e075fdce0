#pragma once

#include <preflag/run/explanation.h>

#include <cstddef>
#include <string>
#include <vector>

namespace preflag {

/// One function a format; explanation_writer.h chooses.
std::string explanation_text(const std::vector<Explanation>& substances, std::size_t width);
std::string explanation_markdown(const std::vector<Explanation>& substances);
std::string explanation_json(const std::vector<Explanation>& substances);

std::string rule_text(const ExplainedRule& rule, std::size_t width);
std::string rule_markdown(const ExplainedRule& rule);
std::string rule_json(const ExplainedRule& rule);

} // namespace preflag

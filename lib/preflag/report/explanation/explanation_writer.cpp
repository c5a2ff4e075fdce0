#include <preflag/report/explanation/explanation_formats.h>
#include <preflag/report/explanation/explanation_writer.h>

namespace preflag {

std::optional<ExplanationFormat> parse_explanation_format(std::string_view name) {
    if (name == "text")
        return ExplanationFormat::text;
    if (name == "markdown")
        return ExplanationFormat::markdown;
    return name == "json" ? std::optional(ExplanationFormat::json) : std::nullopt;
}

std::string explanation_page(const std::vector<Explanation>& substances, ExplanationFormat format,
                             std::size_t width) {
    switch (format) {
    case ExplanationFormat::text:
        return explanation_text(substances, width);
    case ExplanationFormat::markdown:
        return explanation_markdown(substances);
    case ExplanationFormat::json:
        break;
    }
    return explanation_json(substances);
}

std::string rule_page(const ExplainedRule& rule, ExplanationFormat format, std::size_t width) {
    switch (format) {
    case ExplanationFormat::text:
        return rule_text(rule, width);
    case ExplanationFormat::markdown:
        return rule_markdown(rule);
    case ExplanationFormat::json:
        break;
    }
    return rule_json(rule);
}

} // namespace preflag

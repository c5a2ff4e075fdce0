#include <preflag/rules/conditions/expression.h>

#include <re2/re2.h>

namespace preflag {

std::unique_ptr<const re2::RE2> compile_expression(const std::string& text) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(expression_memory);
    return std::make_unique<const re2::RE2>(text, options);
}

} // namespace preflag

#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace re2 {
class RE2;
}

namespace preflag {

/// Longest regular expression of a pack, in bytes, and the memory one may take when compiled.
inline constexpr std::size_t longest_expression = 2000;
inline constexpr int expression_memory = 4 << 20;

/// Compiled within those bounds; RE2 takes time linear in the text. ok() tells whether it could be.
std::unique_ptr<const re2::RE2> compile_expression(const std::string& text);

} // namespace preflag

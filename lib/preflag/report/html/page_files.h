#pragma once

#include <string_view>

namespace preflag {

// page.html, page.css, page_early.js and page.js of this folder, as CMake puts them into the
// program.

extern const std::string_view page_template;
extern const std::string_view page_style;
extern const std::string_view page_early_script;
extern const std::string_view page_script;

} // namespace preflag

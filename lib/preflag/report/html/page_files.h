#pragma once

#include <string_view>

namespace preflag {

// page.html, page.css and page.js of this folder, as CMake puts them into the program.

extern const std::string_view page_template;
extern const std::string_view page_style;
extern const std::string_view page_script;

} // namespace preflag

#pragma once

#include <string>
#include <string_view>

namespace preflag {

/// The ISO 3166-1 alpha-2 code, upper case, of a country written as a code or as its English,
/// French, German, Spanish or Russian name (from ICU); empty when it is none of these.
std::string country_code(std::string_view text);

} // namespace preflag

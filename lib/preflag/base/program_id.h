#pragma once

#include <string>

namespace preflag {

/// The build id that the linker gave the running program, in hexadecimal digits: another one for
/// any other code. Empty where the system or the linker has none.
std::string program_id();

} // namespace preflag

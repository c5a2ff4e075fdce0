#pragma once

#include <string>

namespace preflag::test {

/// The folder of the sources, without a slash at its end.
std::string source_dir();

} // namespace preflag::test

#pragma once

#include <functional>

namespace preflag::growth_test {

/// Does the work and prints how many instructions of this thread it took: the processor's own
/// count, or "unknown" where there is none. Under callgrind the work alone is counted and dumped.
void print_instructions(const std::function<void()>& work);

} // namespace preflag::growth_test

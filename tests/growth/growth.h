#pragma once

#include <cstddef>
#include <functional>

namespace preflag::growth_test {

/// Counts the instructions of what it is given; to be called once by each case, with the work alone
/// and not with the making of its input.
using Measure = std::function<void(const std::function<void()>&)>;

/// A case makes an input of the size and measures the work on it. Each row of cases.def declares
/// one; to add one, write the function and its row.
#define GROWTH_CASE(name, size) void name(std::size_t input_size, const Measure& measure);
#include "cases.def"
#undef GROWTH_CASE

} // namespace preflag::growth_test

#include "growth.h"

#include "instruction_counter.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace {

using namespace preflag::growth_test;

struct Case {
    std::string_view name;
    void (*run)(std::size_t input_size, const Measure& measure);
};

constexpr Case cases[] = {
#define GROWTH_CASE(name, size) {#name, name},
#include "cases.def"
#undef GROWTH_CASE
};

} // namespace

/// preflag_growth CASE SIZE...: does the work of one case at each size and prints for each the
/// instructions that it took, or "unknown" where the system does not count them; under callgrind,
/// each is a dump of its own and nothing else is counted.
int main(int argc, char** argv) {
    if (argc >= 3)
        for (const Case& one : cases)
            if (one.name == argv[1]) {
                for (int i = 2; i < argc; ++i)
                    one.run(std::strtoul(argv[i], nullptr, 10), print_instructions);
                return 0;
            }
    fmt::print(stderr, "usage: preflag_growth CASE SIZE...; cases:\n");
    for (const Case& one : cases)
        fmt::print(stderr, "  {}\n", one.name);
    return 2;
}

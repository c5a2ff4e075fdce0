#include "app.h"
#include "interruption.h"
#include "standard_streams.h"

#include <cstdlib> // tells whether this is glibc

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

/// Memory is not given back piece by piece: what is loaded at the start is kept to the end, and the
/// blocks of a manifest come and go.
void keep_freed_memory() {
#ifdef __GLIBC__
    constexpr int step = 1 << 20;
    constexpr int never = 1 << 28;
    constexpr int largest_block = 1 << 25; // the most that glibc takes
    mallopt(M_TOP_PAD, step);
    mallopt(M_TRIM_THRESHOLD, never);
    mallopt(M_MMAP_THRESHOLD, largest_block);
#endif
}

} // namespace

int main(int argc, char** argv) {
    preflag::open_closed_standard_streams();
    preflag::make_failed_writes_errors();
    keep_freed_memory();
    return preflag::run_app(argc, argv);
}

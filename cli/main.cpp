#include "app.h"

#include <cstdlib> // tells whether this is glibc

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

/// One heap for all threads, which is not given back piece by piece: what is loaded at the start is
/// kept to the end, and a heap of each thread's own grows by a call of the kernel for every page.
void share_one_heap() {
#ifdef __GLIBC__
    constexpr int step = 1 << 20;
    constexpr int never = 1 << 28;
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_TOP_PAD, step);
    mallopt(M_TRIM_THRESHOLD, never);
#endif
}

} // namespace

int main(int argc, char** argv) {
    share_one_heap();
    return preflag::run_app(argc, argv);
}

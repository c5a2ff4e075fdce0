#include "app.h"
#include "interruption.h"
#include "standard_streams.h"

#include <cstdlib> // tells whether this is glibc

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#endif

namespace {

#ifdef __GLIBC__
/// Asks for large pages, a few instead of thousands of small ones: the tables of the rules are
/// touched at once. Where the system has none nothing changes.
void use_large_pages(std::size_t begin, std::size_t end) {
    constexpr std::size_t page = std::size_t{2} << 20;
    const std::size_t first = (begin + page - 1) / page * page;
    if (first < end)
        ::madvise(reinterpret_cast<void*>(first), end - first, MADV_HUGEPAGE); // NOLINT: an address
}

std::size_t heap_end() {
    return reinterpret_cast<std::uintptr_t>(::sbrk(0));
}
#endif

/// Memory is not given back piece by piece: what is loaded at the start is kept to the end, and the
/// blocks of a manifest come and go.
void keep_freed_memory() {
#ifdef __GLIBC__
    constexpr int step = 20 << 20; // about what the shipped rules take
    constexpr int never = 1 << 28;
    constexpr int largest_block = 1 << 25; // the most that glibc takes
    mallopt(M_TOP_PAD, step);
    mallopt(M_TRIM_THRESHOLD, never);
    mallopt(M_MMAP_THRESHOLD, largest_block);
    const std::size_t begin = heap_end();
    void* volatile block = std::malloc(1 << 20); // NOLINT: more than is left, so the heap grows
    std::free(block);                            // NOLINT
    use_large_pages(begin, heap_end());
#endif
}

} // namespace

int main(int argc, char** argv) {
    preflag::open_closed_standard_streams();
    preflag::make_failed_writes_errors();
    keep_freed_memory();
    return preflag::run_app(argc, argv);
}

#include "instruction_counter.h"

#include <fmt/format.h>

#include <cstdint>
#include <optional>

#if __has_include(<linux/perf_event.h>)
#include <linux/perf_event.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif
#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#else
#define CALLGRIND_START_INSTRUMENTATION static_cast<void>(0)
#define CALLGRIND_STOP_INSTRUMENTATION static_cast<void>(0)
#define CALLGRIND_DUMP_STATS static_cast<void>(0)
#endif

namespace preflag::growth_test {

namespace {

#if __has_include(<linux/perf_event.h>)
/// A counter of the processor, from its making on; nothing where the system offers none.
class ProcessorCounter {
  public:
    ProcessorCounter() {
        perf_event_attr attributes{};
        attributes.type = PERF_TYPE_HARDWARE;
        attributes.size = sizeof attributes;
        attributes.config = PERF_COUNT_HW_INSTRUCTIONS;
        attributes.exclude_kernel = 1;
        attributes.exclude_hv = 1;
        file_ = static_cast<int>(syscall(SYS_perf_event_open, &attributes, 0, -1, -1, 0));
    }
    ~ProcessorCounter() {
        if (file_ >= 0)
            close(file_);
    }
    ProcessorCounter(const ProcessorCounter&) = delete;
    ProcessorCounter& operator=(const ProcessorCounter&) = delete;

    [[nodiscard]] std::optional<std::uint64_t> value() const {
        std::uint64_t count = 0;
        if (file_ < 0 || ::read(file_, &count, sizeof count) != sizeof count)
            return std::nullopt;
        return count;
    }

  private:
    int file_ = -1;
};
#else
struct ProcessorCounter {
    [[nodiscard]] static std::optional<std::uint64_t> value() { return std::nullopt; }
};
#endif

} // namespace

void print_instructions(const std::function<void()>& work) {
    const ProcessorCounter counter;
    const auto before = counter.value();
    CALLGRIND_START_INSTRUMENTATION;
    work();
    CALLGRIND_STOP_INSTRUMENTATION;
    CALLGRIND_DUMP_STATS;
    const auto after = counter.value();
    if (before && after)
        fmt::print("instructions {}\n", *after - *before);
    else
        fmt::print("instructions unknown\n");
}

} // namespace preflag::growth_test

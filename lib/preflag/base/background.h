#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <future>
#include <system_error>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace preflag {

/// Does some work on a thread of its own; where the system can make none, when its result is asked
/// for. The result waits for the work when it is thrown away.
template <class Work>
std::future<std::invoke_result_t<Work>> in_background(const Work& work) {
    try {
        return std::async(std::launch::async, work);
    } catch (const std::system_error&) {
        return std::async(std::launch::deferred, work);
    }
}

/// Calls `work` with each number from 0 to `count` - 1, in any order, on as many threads as the
/// machine has, the caller's among them. Throws what a call threw.
template <typename Work>
void for_each_in_parallel(std::size_t count, Work work) {
    constexpr std::size_t most_threads = 8;
    std::atomic<std::size_t> next = 0;
    const auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            work(i);
    };
    const auto threads =
        std::min<std::size_t>({std::thread::hardware_concurrency(), most_threads, count});
    std::vector<std::future<void>> helpers;
    while (helpers.size() + 1 < threads)
        helpers.push_back(in_background(run));
    run();
    for (std::future<void>& helper : helpers)
        helper.get();
}

} // namespace preflag

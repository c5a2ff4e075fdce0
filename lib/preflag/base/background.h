#pragma once

#include <future>
#include <system_error>
#include <type_traits>
#include <utility>

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

} // namespace preflag

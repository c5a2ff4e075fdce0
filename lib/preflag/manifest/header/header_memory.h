#pragma once

#include <preflag/base/bounded_memo.h>

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>

namespace preflag {

/// What headers mean, remembered: the files of a folder have the same ones. For several threads.
template <typename Meaning>
class HeaderMemory {
  public:
    /// The meaning of the header, from `read()` the first time.
    template <typename Read>
    Meaning get(std::string_view header, Read read) {
        if (header.size() > longest)
            return read();
        const std::lock_guard lock(mutex_);
        return known_.get(std::string(header), read);
    }

  private:
    static constexpr std::size_t longest = 200; ///< bytes of a header
    static constexpr std::size_t most_remembered = 4096;

    std::mutex mutex_;
    BoundedMemo<Meaning> known_{most_remembered};
};

} // namespace preflag

#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>

namespace preflag {

/// Answers by text that are worth keeping because the same text comes again and again. Holds so
/// many at most and forgets all of them when another one comes, so that memory stays flat over a
/// run of any length and the answers are the same with and without it. Not for several threads.
template <typename Answer>
class BoundedMemo {
  public:
    explicit BoundedMemo(std::size_t most) : most_(most) {}

    /// The answer for `key`, from `ask()` the first time. Valid until the next call.
    template <typename Ask>
    const Answer& get(const std::string& key, Ask ask) {
        if (const auto known = answers_.find(key); known != answers_.end())
            return known->second;
        if (answers_.size() >= most_)
            answers_.clear();
        return answers_.emplace(key, ask()).first->second;
    }

    [[nodiscard]] std::size_t size() const { return answers_.size(); }

  private:
    std::size_t most_;
    std::unordered_map<std::string, Answer> answers_;
};

} // namespace preflag

#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace preflag {

/// A line on standard error that shows how far a file is, drawn at most ten times a second and only
/// when the work takes longer than a second. Erases itself when it dies.
class ProgressBar {
  public:
    explicit ProgressBar(bool enabled);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    /// `total_bytes` is 0 when the size is not known (standard input).
    void start_file(const std::string& name, std::uint64_t total_bytes);
    void update(std::uint64_t lines, std::uint64_t bytes);
    void clear();

  private:
    using Clock = std::chrono::steady_clock;

    void draw(std::uint64_t lines, std::uint64_t bytes) const;

    bool enabled_;
    bool drawn_ = false;
    std::string name_;
    std::uint64_t total_bytes_ = 0;
    Clock::time_point started_ = Clock::now();
    Clock::time_point last_drawn_;
};

} // namespace preflag

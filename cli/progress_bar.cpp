#include "progress_bar.h"

#include "standard_streams.h"
#include "terminal.h"

#include <preflag/base/text.h>

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace preflag {

ProgressBar::ProgressBar(bool enabled) : enabled_(enabled) {}
ProgressBar::~ProgressBar() {
    clear();
}

void ProgressBar::start_file(const std::string& name, std::uint64_t total_bytes) {
    name_ = printable(name);
    total_bytes_ = total_bytes;
}

void ProgressBar::update(std::uint64_t lines, std::uint64_t bytes) {
    using namespace std::chrono_literals;
    if (!enabled_)
        return;
    const auto now = Clock::now();
    if (now - started_ < 1s || now - last_drawn_ < 100ms)
        return;
    last_drawn_ = now;
    drawn_ = true;
    draw(lines, bytes);
}

void ProgressBar::draw(std::uint64_t lines, std::uint64_t bytes) const {
    constexpr std::size_t cells = 30;
    std::string text;
    if (total_bytes_ > 0) {
        const double done =
            std::min(1.0, static_cast<double>(bytes) / static_cast<double>(total_bytes_));
        const auto full = static_cast<std::size_t>(done * cells);
        text = fmt::format("[{}{}] {:3.0f} %  ", std::string(full, '#'),
                           std::string(cells - full, '.'), done * 100);
    }
    text += fmt::format("{} lines  {}", lines, name_);
    write_to_standard_error(
        fmt::format("\r{}\x1b[K", fit(text, terminal_width(STDERR_FILENO) - 1)));
}

void ProgressBar::clear() {
    if (!drawn_)
        return;
    write_to_standard_error("\r\x1b[K");
    drawn_ = false;
}

} // namespace preflag

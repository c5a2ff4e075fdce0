#pragma once

#include <preflag/screening/counted_flag.h>
#include <preflag/screening/screened_line.h>

#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

namespace preflag {

/// Adds up over the lines of a run what the rules with across-lines ask for. Lines must come in
/// input order, on one thread. Memory is bounded: of more groups than `most_groups` the oldest are
/// forgotten, which `forgotten` tells.
class LineTally {
  public:
    static constexpr std::size_t most_groups = 50'000;

    explicit LineTally(std::size_t most = most_groups) : most_(most) {}

    /// Counts the flags of a line; those whose group makes up enough with it become findings of the
    /// line, which name the lines before. The line has to be weighed then.
    void apply(std::vector<CountedFlag> flags, ScreenedLine& line);

    /// Groups that were forgotten to bound the memory.
    [[nodiscard]] std::size_t forgotten() const { return forgotten_; }

  private:
    struct Place {
        std::uint32_t file = 0;
        std::uint64_t line = 0;
    };
    /// What was counted of one thing on one day.
    struct Entry {
        CountedFlag::Thing thing;
        std::optional<Date> on;
        double amount = 0;
        std::size_t lines = 0;
        Place first;
    };
    using Group = std::vector<Entry>;
    struct Total;

    Group& group_of(const std::string& key);
    std::uint32_t number_of(const std::string& file);
    void add(const CountedFlag& flag, const ScreenedLine& line, Group& group);
    [[nodiscard]] Total total_of(const CountedFlag& flag, const ScreenedLine& line,
                                 const Group& group) const;
    static Finding worded(CountedFlag&& flag, const ScreenedLine& line, const Total& total);

    std::size_t most_;
    std::unordered_map<std::string, Group> groups_;
    std::deque<std::string> order_; ///< of the groups, oldest first
    std::vector<std::string> files_;
    std::size_t forgotten_ = 0;
};

} // namespace preflag

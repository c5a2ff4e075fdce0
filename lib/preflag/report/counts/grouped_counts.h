#pragma once

#include <preflag/report/counts/group_key.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace preflag {

struct GroupCount {
    std::uint64_t lines = 0;
    double kilograms = 0; ///< of the lines that state them, the upper ends
    std::uint64_t lines_without_quantity = 0;
};

/// Lines counted by what they have in common. Memory grows with the groups, of which so many are
/// told apart at most, and not with the lines; the lines of further groups are counted together.
/// Which groups those are depends on the order of the lines alone.
class GroupedCounts {
  public:
    static constexpr std::size_t default_most = 50'000;

    explicit GroupedCounts(std::vector<GroupKey> keys, std::size_t most_groups = default_most);

    void add(const ScreenedLine& line);

    struct Group {
        std::vector<std::string> cells; ///< one a column; as first written
        GroupCount count;
    };
    /// The group with the most lines first, else by its cells; by its cells alone when the first
    /// key is the day. They live as long as the counts.
    [[nodiscard]] std::vector<const Group*> groups() const;
    /// Of the lines whose groups are not told apart; no lines: all of them are.
    [[nodiscard]] const GroupCount& others() const { return others_; }
    [[nodiscard]] const std::vector<GroupKey>& keys() const { return keys_; }
    [[nodiscard]] std::vector<std::string> columns() const { return group_columns(keys_); }

  private:
    /// Spellings of a text that differ in case or accents are the same.
    [[nodiscard]] static std::string identity(const std::vector<std::string>& cells);

    std::vector<GroupKey> keys_;
    std::size_t most_groups_;
    std::map<std::string, Group> groups_;
    GroupCount others_;
};

} // namespace preflag

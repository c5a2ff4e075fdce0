#include <preflag/base/text.h>
#include <preflag/report/counts/grouped_counts.h>

#include <algorithm>
#include <utility>

namespace preflag {

namespace {

constexpr std::size_t longest_cell = 200; ///< bytes; what is longer is cut

void add_to(GroupCount& count, const std::optional<double>& kilograms) {
    ++count.lines;
    if (kilograms)
        count.kilograms += *kilograms;
    else
        ++count.lines_without_quantity;
}

} // namespace

GroupedCounts::GroupedCounts(std::vector<GroupKey> keys, std::size_t most_groups)
    : keys_(std::move(keys)), most_groups_(most_groups) {}

std::string GroupedCounts::identity(const std::vector<std::string>& cells) {
    std::string all;
    for (const std::string& cell : cells)
        all.append(fold(trim(cell))).append(1, '\0');
    return all;
}

void GroupedCounts::add(const ScreenedLine& line) {
    for (LineGroup& found : groups_of(line, keys_)) {
        for (std::string& cell : found.cells)
            cell.resize(truncate_utf8(cell, longest_cell).size());
        std::string key = identity(found.cells);
        auto known = groups_.find(key);
        if (known == groups_.end() && groups_.size() == most_groups_) {
            add_to(others_, found.kilograms);
            continue;
        }
        if (known == groups_.end())
            known = groups_.emplace(std::move(key), Group{std::move(found.cells), {}}).first;
        add_to(known->second.count, found.kilograms);
    }
}

std::vector<const GroupedCounts::Group*> GroupedCounts::groups() const {
    std::vector<const Group*> all;
    for (const auto& [key, group] : groups_)
        all.push_back(&group);
    if (keys_.front() != GroupKey::day)
        std::stable_sort(all.begin(), all.end(), [](const Group* left, const Group* right) {
            return left->count.lines > right->count.lines;
        });
    return all;
}

} // namespace preflag

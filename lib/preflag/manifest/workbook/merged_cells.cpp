#include <preflag/manifest/workbook/merged_cells.h>

#include <algorithm>
#include <utility>

namespace preflag {

MergedCells::MergedCells(std::vector<CellRange> ranges) : ranges_(std::move(ranges)) {
    std::stable_sort(ranges_.begin(), ranges_.end(), [](const CellRange& a, const CellRange& b) {
        return a.first.row < b.first.row;
    });
}

void MergedCells::add(CellRange range) {
    Open& open = open_[range.first.column];
    bytes_ -= open.value.size();
    open = {range, {}};
}

void MergedCells::begin_row(std::uint64_t row) {
    row_ = row;
    std::erase_if(open_, [&](const auto& open) {
        const bool is_done = open.second.range.last.row < row;
        bytes_ -= is_done ? open.second.value.size() : 0;
        return is_done;
    });
    for (; next_ < ranges_.size() && ranges_[next_].first.row <= row; ++next_)
        if (ranges_[next_].first.row == row) // of a row that was left out nothing is to be shown
            add(ranges_[next_]);
}

void MergedCells::note_value(std::uint32_t column, std::string_view value) {
    const auto found = open_.find(column);
    if (found == open_.end() || found->second.range.first.row != row_)
        return;
    bytes_ += value.size();
    found->second.value = value;
}

std::string_view MergedCells::shown(std::uint32_t column) const {
    const auto found = open_.find(column);
    return found == open_.end() || found->second.range.first.row == row_
               ? std::string_view{}
               : std::string_view(found->second.value);
}

bool MergedCells::covers(std::uint32_t column) const {
    auto after = open_.upper_bound(column);
    if (after == open_.begin())
        return false;
    const CellRange& range = (--after)->second.range;
    return column <= range.last.column && (column != range.first.column || row_ != range.first.row);
}

void MergedCells::each(const std::function<void(std::uint32_t, std::string_view)>& use) const {
    for (const auto& [column, open] : open_)
        if (open.range.first.row != row_ && !open.value.empty())
            use(column, open.value);
}

} // namespace preflag

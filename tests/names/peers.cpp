#include "jaro_winkler.h"

#include <preflag/names/cell/name_splitter.h>

#include <algorithm>
#include <string>
#include <vector>

namespace preflag::test {

namespace {

double jaro(const std::string& left, const std::string& right) {
    if (left.empty() || right.empty())
        return left == right ? 1 : 0;
    const std::size_t longer = std::max(left.size(), right.size());
    const std::size_t window = longer / 2 > 0 ? longer / 2 - 1 : 0;
    std::vector<bool> left_taken(left.size());
    std::vector<bool> right_taken(right.size());
    double common = 0;
    for (std::size_t i = 0; i < left.size(); ++i)
        for (std::size_t j = i > window ? i - window : 0; j < right.size() && j <= i + window; ++j)
            if (!right_taken[j] && left[i] == right[j]) {
                left_taken[i] = right_taken[j] = true;
                ++common;
                break;
            }
    if (common == 0)
        return 0;
    double exchanged = 0;
    std::size_t j = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (!left_taken[i])
            continue;
        while (!right_taken[j])
            ++j;
        exchanged += left[i] == right[j++] ? 0 : 0.5;
    }
    return (common / static_cast<double>(left.size()) + common / static_cast<double>(right.size()) +
            (common - exchanged) / common) /
           3;
}

} // namespace

double jaro_winkler(std::string_view left_name, std::string_view right_name) {
    NameSplitter splitter;
    const std::string left = splitter.joined(left_name, " ");
    const std::string right = splitter.joined(right_name, " ");
    const double similarity = jaro(left, right);
    std::size_t prefix = 0;
    while (prefix < 4 && prefix < std::min(left.size(), right.size()) &&
           left[prefix] == right[prefix])
        ++prefix;
    return similarity + static_cast<double>(prefix) * 0.1 * (1 - similarity);
}

} // namespace preflag::test

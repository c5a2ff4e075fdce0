#include <preflag/base/file/sorted_lines.h>

#include <algorithm>
#include <map>

namespace preflag {

namespace {

std::size_t end_of_line(std::string_view text, std::size_t begin) {
    return std::min(text.find('\n', begin), text.size());
}

/// The key of a line that begins here. Lines are short: two searches for one byte each are faster
/// than one for either.
std::string_view key_at(std::string_view text, std::size_t begin) {
    const std::string_view line = text.substr(begin, end_of_line(text, begin) - begin);
    return line.substr(0, line.find('='));
}

/// The order of lines: that of their keys with the "=" behind them.
bool is_before(std::string_view left, std::string_view right) {
    const std::size_t common = std::min(left.size(), right.size());
    if (const int order = left.substr(0, common).compare(right.substr(0, common)); order != 0)
        return order < 0;
    if (left.size() == right.size())
        return false;
    return left.size() < right.size() ? '=' < static_cast<unsigned char>(right[common])
                                      : static_cast<unsigned char>(left[common]) < '=';
}

bool is_in_order(std::string_view text) {
    std::string_view last;
    for (std::size_t begin = 0; begin < text.size(); begin = end_of_line(text, begin) + 1) {
        const std::string_view key = key_at(text, begin);
        if (begin > 0 && !is_before(last, key))
            return false;
        last = key;
    }
    return true;
}

std::string in_order(std::string_view text) {
    const auto before = [](const std::string& left, const std::string& right) {
        return is_before(left, right);
    };
    std::map<std::string, std::string_view, decltype(before)> lines(before);
    for (std::size_t begin = 0; begin < text.size(); begin = end_of_line(text, begin) + 1)
        lines[std::string(key_at(text, begin))] =
            text.substr(begin, end_of_line(text, begin) - begin);
    std::string all;
    for (const auto& [key, line] : lines)
        if (!key.empty())
            all.append(line).push_back('\n');
    return all;
}

} // namespace

SortedLines::SortedLines(std::string text) : text_(std::move(text)) {
    if (!text_.empty() && text_.back() != '\n')
        text_ += '\n';
    if (!is_in_order(text_))
        text_ = in_order(text_);
}

std::string_view SortedLines::find(std::string_view key) const {
    const std::string_view text = text_;
    std::size_t low = 0;
    std::size_t high = text.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        const std::size_t break_before = middle == 0 ? text.npos : text.rfind('\n', middle - 1);
        const std::size_t begin = break_before == text.npos ? 0 : break_before + 1;
        const std::string_view found = key_at(text, begin);
        if (found == key) {
            const std::size_t value = begin + found.size() + 1;
            return text.substr(value, end_of_line(text, value) - value);
        }
        if (is_before(found, key))
            low = end_of_line(text, begin) + 1;
        else
            high = begin;
    }
    return {};
}

} // namespace preflag

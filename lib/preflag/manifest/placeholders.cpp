#include <preflag/base/text.h>
#include <preflag/manifest/placeholders.h>

#include <algorithm>

namespace preflag {

void Placeholders::add(std::string_view text) {
    if (text.empty())
        return;
    std::string lower = ascii_lower(text);
    first_.set(static_cast<unsigned char>(lower.front()));
    if (is_ascii_letter(lower.front()))
        first_.set(static_cast<unsigned char>(lower.front() - 'a' + 'A'));
    longest_ = std::max(longest_, lower.size());
    texts_.insert(std::move(lower));
}

bool Placeholders::is_listed(Field field, std::string_view value) const {
    const bool is_party = field >= Field::consignee && field <= Field::payment;
    return !is_party && texts_.contains(ascii_lower(value));
}

} // namespace preflag

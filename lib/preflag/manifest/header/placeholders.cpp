#include <preflag/base/text.h>
#include <preflag/manifest/header/placeholders.h>

namespace preflag {

void Placeholders::add(std::string_view text) {
    if (text.empty())
        return;
    std::string lower = ascii_lower(text);
    const char first = lower.front();
    beginnings_.set(index_of(first, lower.size()));
    if (is_ascii_letter(first))
        beginnings_.set(index_of(static_cast<char>(first - 'a' + 'A'), lower.size()));
    texts_.insert(std::move(lower));
}

bool Placeholders::is_listed(Field field, std::string_view value) const {
    const bool is_party = field >= Field::consignee && field <= Field::payment;
    return !is_party && texts_.contains(ascii_lower(value));
}

} // namespace preflag

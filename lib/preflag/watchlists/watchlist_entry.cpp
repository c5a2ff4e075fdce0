#include <preflag/watchlists/watchlist_entry.h>

#include <array>

namespace preflag {

std::string_view name_of(EntryKind kind) {
    constexpr std::array<std::string_view, entry_kind_count> names{
        "party", "person", "organisation", "vessel", "aircraft"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(NameQuality quality) {
    constexpr std::array<std::string_view, 3> names{"name", "alias", "weak alias"};
    return names[static_cast<std::size_t>(quality)];
}

std::size_t ListContents::count(NameQuality quality) const {
    std::size_t names = 0;
    for (const ListEntry& entry : entries)
        for (const ListName& name : entry.names)
            names += name.quality == quality ? 1 : 0;
    return names;
}

} // namespace preflag

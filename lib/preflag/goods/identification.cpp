#include <preflag/goods/identification.h>

#include <array>

namespace preflag {

std::string_view name_of(EvidenceKind kind) {
    constexpr std::array<std::string_view, 10> names{"cas",  "ec",         "un",           "hs",
                                                     "hs-basket", "name",  "trade-name",   "abbreviation",
                                                     "formula", "grade"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Confidence confidence) {
    constexpr std::array<std::string_view, 3> names{"possible", "probable", "certain"};
    return names[static_cast<std::size_t>(confidence)];
}

std::string_view name_of(Origin origin) {
    constexpr std::array<std::string_view, 5> names{"column", "description", "un-entry", "grade",
                                                    "form"};
    return names[static_cast<std::size_t>(origin)];
}

} // namespace preflag

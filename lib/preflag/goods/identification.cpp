#include <preflag/goods/identification.h>

#include <array>

namespace preflag {

std::string_view name_of(EvidenceKind kind) {
    constexpr std::array<std::string_view, 11> names{
        "cas",  "ec",         "cus",          "un",      "hs",   "hs-basket",
        "name", "trade-name", "abbreviation", "formula", "grade"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Confidence confidence) {
    constexpr std::array<std::string_view, 3> names{"possible", "probable", "certain"};
    return names[static_cast<std::size_t>(confidence)];
}

namespace {
constexpr std::array<std::string_view, 4> product_forms{"medicament", "cosmetic", "foodstuff",
                                                        "laboratory-stain"};
} // namespace

std::string_view name_of(ProductForm form) {
    return product_forms[static_cast<std::size_t>(form)];
}

std::optional<ProductForm> parse_product_form(std::string_view name) {
    for (std::size_t i = 0; i < product_forms.size(); ++i)
        if (product_forms[i] == name)
            return static_cast<ProductForm>(i);
    return std::nullopt;
}

std::string_view name_of(Origin origin) {
    constexpr std::array<std::string_view, 5> names{"column", "description", "un-entry", "grade",
                                                    "form"};
    return names[static_cast<std::size_t>(origin)];
}

} // namespace preflag

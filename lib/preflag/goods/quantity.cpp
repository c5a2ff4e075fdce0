#include <preflag/goods/concentration.h>
#include <preflag/goods/quantity.h>

namespace preflag {

std::string to_string(const Quantity& quantity) {
    if (quantity.kilograms)
        return to_string(*quantity.kilograms) + " kg";
    if (quantity.litres)
        return to_string(*quantity.litres) + " l";
    return {};
}

} // namespace preflag

#include <preflag/manifest/source/look_alike_letters.h>
#include <preflag/manifest/source/markup_text.h>
#include <preflag/manifest/source/plain_text.h>

namespace preflag {

std::string_view plain_text(std::string_view cell, bool is_of_goods, std::string& scratch) {
    const auto keep = [&](const std::string& text) {
        const std::size_t begin = scratch.size();
        scratch += text;
        return std::string_view(scratch).substr(begin);
    };
    if (may_have_markup(cell))
        cell = keep(without_markup(cell));
    if (is_of_goods && may_have_look_alikes(cell))
        cell = keep(with_one_alphabet(cell));
    return cell;
}

} // namespace preflag

// The compiled image of rules: any bytes, and a good image that was changed.
#include "fuzzing.h"

#include <preflag/base/document/rule_image.h>

using namespace preflag;

namespace {

const std::string& good_image() {
    static const std::string bytes = [] {
        RuleImage image;
        image.add("digest", read_yaml("a: [1, {b: c}]\nd: e\n", "fuzz").root);
        return image.bytes();
    }();
    return bytes;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (const auto image = RuleImage::parse(text))
        fuzzing::require(image->bytes() == text, "an image is not what it was read from");
    std::string changed = good_image();
    for (std::size_t i = 0; i + 2 < size; i += 3)
        changed[(std::size_t{data[i]} * 256 + data[i + 1]) % changed.size()] =
            static_cast<char>(data[i + 2]);
    fuzzing::require((changed == good_image()) == RuleImage::parse(changed).has_value(),
                     "a changed image is used");
    return 0;
}

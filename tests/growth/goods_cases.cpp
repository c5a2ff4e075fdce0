#include "../support/source_dir.h"
#include "growth.h"

#include <preflag/goods/lexicon/catalogue.h>
#include <preflag/goods/reading/goods_reader.h>

#include <string>
#include <string_view>

namespace preflag::growth_test {

namespace {

const Catalogue& shipped() {
    static const Catalogue catalogue =
        read_or_throw(read_catalogue, RuleFiles::read({preflag::test::source_dir() + "/rules"}));
    return catalogue;
}

/// Measures the reading of one cell of goods text, by the shipped catalogue.
void read_cell(std::string_view text, const Measure& measure) {
    GoodsReader reader(shipped());
    FieldValues line;
    line.set(Field::description, text);
    measure([&] { reader.read(line); });
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i)
        all += text;
    return all;
}

} // namespace

void goods_plain_words(std::size_t input_size, const Measure& measure) {
    read_cell(repeated("office furniture, wooden; ", input_size), measure);
}

} // namespace preflag::growth_test

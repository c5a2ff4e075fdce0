#include <preflag/goods/reading/finished_product.h>

#include <algorithm>

namespace preflag {

namespace {

std::optional<FinishedProduct> product_of_words(const ReadingVocabulary& words,
                                                const GoodsText& text) {
    for (std::size_t place = 0; place < text.tokens.size(); ++place)
        for (const auto& [form, phrases] : words.product_words)
            if (const std::size_t taken = phrases.at(text.tokens, place); taken > 0)
                return FinishedProduct{form, text.written(place, place + taken)};
    return std::nullopt;
}

} // namespace

std::optional<FinishedProduct> finished_product(const ReadingVocabulary& words,
                                                const GoodsLine& line) {
    const auto hs = HsCode::parse(line.cells[Field::hs]);
    const std::string digits = hs ? hs->digits() : "";
    std::optional<FinishedProduct> product;
    for (const auto& [heading, form] : words.product_headings)
        if (digits.starts_with(heading))
            product = FinishedProduct{form, "HS " + digits};
    const bool is_chemical =
        std::any_of(words.chemical_chapters.begin(), words.chemical_chapters.end(),
                    [&](const std::string& chapter) { return digits.starts_with(chapter); });
    if (is_chemical || product)
        return product;
    for (const GoodsText& text : line.texts)
        if (auto told = product_of_words(words, text))
            return told;
    return std::nullopt;
}

} // namespace preflag

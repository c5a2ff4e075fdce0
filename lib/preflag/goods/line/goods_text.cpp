#include <preflag/base/text.h>
#include <preflag/goods/line/goods_text.h>

#include <algorithm>

namespace preflag {

std::string GoodsText::written(std::size_t begin, std::size_t end) const {
    const Lexeme& last = tokens[end - 1];
    return std::string(
        text.substr(tokens[begin].offset, last.offset + last.length - tokens[begin].offset));
}

LexemeRange range_of(std::span<const Lexeme> tokens, std::size_t offset, std::size_t length) {
    const auto begin = std::partition_point(tokens.begin(), tokens.end(), [&](const Lexeme& token) {
        return token.offset + token.length <= offset;
    });
    const auto end = std::partition_point(
        begin, tokens.end(), [&](const Lexeme& token) { return token.offset < offset + length; });
    return {static_cast<std::size_t>(begin - tokens.begin()),
            static_cast<std::size_t>(end - tokens.begin())};
}

GoodsText read_text(const Lexicon& lexicon, Field field, std::string_view text,
                    std::span<const Hit> hits, DecimalMark style) {
    GoodsText read{field, text, lex(text, style), {}, {}, {}};
    read.figures = find_strength_figures(read.tokens, lexicon.words);
    read.amounts = find_amounts(read.tokens, lexicon.units);
    const auto is_here = [&](const Hit& hit) { return hit.field == field; };
    read.hits.reserve(static_cast<std::size_t>(std::count_if(hits.begin(), hits.end(), is_here)));
    for (const Hit& hit : hits)
        if (is_here(hit)) {
            read.hits.push_back(hit);
            read.hits.back().range = range_of(read.tokens, hit.offset, hit.length);
        }
    return read;
}

const GoodsText* GoodsLine::text_of(const Hit& hit) const {
    const auto found = std::find_if(texts.begin(), texts.end(),
                                    [&](const GoodsText& text) { return text.field == hit.field; });
    return found == texts.end() ? nullptr : &*found;
}

GoodsLine read_line(const Lexicon& lexicon, const FieldValues& cells, std::span<const Hit> hits) {
    GoodsLine line{cells, {}, {}};
    line.texts.reserve(2);
    for (const Field field : {Field::description, Field::proper_shipping_name})
        if (!cells[field].empty())
            line.texts.push_back(
                read_text(lexicon, field, cells[field], hits, decimal_mark(cells, field)));
    for (const Hit& hit : hits)
        if (line.text_of(hit) == nullptr)
            line.codes.push_back(hit);
    return line;
}

Evidence evidence_of(const GoodsLine& line, const Hit& hit) {
    const std::string_view cell = line.cells[hit.field];
    return {hit.kind, hit.field, std::string(trim(cell.substr(hit.offset, hit.length))), hit.offset,
            hit.length};
}

} // namespace preflag

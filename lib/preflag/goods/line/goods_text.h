#pragma once

#include <preflag/base/field.h>
#include <preflag/goods/lexicon/lexicon.h>
#include <preflag/goods/line/amounts.h>
#include <preflag/goods/line/hit.h>
#include <preflag/goods/line/strength_figures.h>
#include <preflag/goods/text/lexemes.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// One goods cell and all that stands in it, searched once. The cell must outlive it.
struct GoodsText {
    Field field = Field::description;
    std::string_view text;
    std::vector<Lexeme> tokens;
    std::vector<StrengthFigure> figures; ///< in reading order
    std::vector<Amount> amounts;         ///< in reading order
    std::vector<Hit> hits;               ///< those of this cell, with their ranges of tokens

    /// The tokens from `begin` to `end`, which must not be empty, as the cell has them.
    [[nodiscard]] std::string written(std::size_t begin, std::size_t end) const;
};

/// The tokens that `length` bytes from `offset` on take up.
LexemeRange range_of(std::span<const Lexeme> tokens, std::size_t offset, std::size_t length);

/// Reads one cell; of `hits` it takes those of its field. `style` is that of its numbers.
GoodsText read_text(const Lexicon& lexicon, Field field, std::string_view text,
                    std::span<const Hit> hits, DecimalMark style = DecimalMark::unknown);

/// A line as the steps of its reading see it: hits in columns of codes, and the goods texts, the
/// description first. The cells must outlive it.
struct GoodsLine {
    const FieldValues& cells;
    std::vector<Hit> codes;
    std::vector<GoodsText> texts;

    /// The text that a hit stands in; nullptr for a column of codes.
    [[nodiscard]] const GoodsText* text_of(const Hit& hit) const;
    /// Calls `use` with each hit: codes first, then text by text.
    template <typename Use>
    void for_each_hit(Use use) const {
        for (const Hit& hit : codes)
            use(hit);
        for (const GoodsText& text : texts)
            for (const Hit& hit : text.hits)
                use(hit);
    }
};

/// Reads the cells of a line; `hits` are what an EvidenceFinder found in it.
GoodsLine read_line(const Lexicon& lexicon, const FieldValues& cells, std::span<const Hit> hits);

/// What a hit tells, in the cell's own words.
Evidence evidence_of(const GoodsLine& line, const Hit& hit);

} // namespace preflag

#pragma once

#include <preflag/goods/lexicon/lexicon.h>
#include <preflag/goods/line/goods_text.h>
#include <preflag/goods/line/name_context.h>

#include <vector>

namespace preflag {

/// What the words of a line say about all that it names. Line and lexicon must outlive it; not for
/// several threads.
class LineContext {
  public:
    LineContext(const Lexicon& lexicon, const GoodsLine& line);

    /// The goods are only remains of what is named.
    [[nodiscard]] bool is_remainder() const { return is_remainder_; }
    /// The goods are packaging that was cleaned.
    [[nodiscard]] bool is_cleaned() const { return is_cleaned_; }
    /// The goods are described by words and not by codes alone.
    [[nodiscard]] bool is_described() const { return is_described_; }
    /// Why a line says that a substance's codes mean another form of it ("ingots"), or nullopt.
    [[nodiscard]] std::optional<std::string> other_form(SubstanceId substance);
    /// Why a hit in a text names an element that only is a constituent or part of a compound.
    [[nodiscard]] std::optional<std::string> constituent(const Hit& hit);
    /// Whether a hit in a text, without a figure of its own, stands in a list of ingredients.
    [[nodiscard]] bool is_ingredient(const Hit& hit);
    /// The valid CAS numbers of the line are all of substances that are not known here.
    [[nodiscard]] bool has_other_cas() const { return has_other_cas_; }
    /// The words around a hit, which must stand in a text.
    [[nodiscard]] NameContext& around(const Hit& hit);
    /// Whether something speaks for an ambiguous short name in a text: see NameContext.
    [[nodiscard]] bool is_supported(const Hit& hit);

  private:
    /// The first words of a set in the goods texts, as written.
    std::optional<std::string> first_of(const PhraseSet& words);

    const Lexicon& lexicon_;
    const GoodsLine& line_;
    std::vector<NameContext> contexts_; ///< by text
    bool is_remainder_ = false;
    bool is_cleaned_ = false;
    bool is_described_ = false;
    bool has_other_cas_ = false;
};

} // namespace preflag

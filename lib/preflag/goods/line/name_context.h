#pragma once

#include <preflag/goods/lexicon/reading_vocabulary.h>
#include <preflag/goods/line/goods_text.h>

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace preflag {

/// Looks at the words around the names of one text. What concerns the whole text is looked up when
/// it is first asked for, and once. Text and words must outlive it; not for several threads.
class NameContext {
  public:
    NameContext(const GoodsText& text, const ReadingVocabulary& words)
        : text_(text), words_(words) {}

    /// Why the words around a name make it say nothing about the goods ("acetone-free", "pump for
    /// nitric acid", "... battery"): these words as written, or nullopt when the name counts. Words
    /// inside of names cancel nothing.
    std::optional<std::string> cancelling_words(LexemeRange name);

    /// Why the words around the name of an element make it a compound ("phosphorus(III) chloride",
    /// "fluorure de soufre"), or nullopt.
    [[nodiscard]] std::optional<std::string> compound_around(LexemeRange name) const;

    /// The word that makes the goods of a clause an article ("label set UN1830"), outside of names.
    std::optional<std::string> article_around(LexemeRange place);

    /// Whether an ambiguous short name (AN, CAN, HP) is written as one, and the text gives it some
    /// support: a word of the chemical trade, one of `own_support`, or a figure right behind it.
    bool is_supported(LexemeRange name, const PhraseSet& own_support);

    /// The first words of a set in the text, as written; nullopt without any.
    std::optional<std::string> first_of(const PhraseSet& words);

    /// Whether the text is a list of a cosmetic's ingredients.
    bool lists_ingredients();

  private:
    /// What a semicolon, a line break or a joined column ends.
    struct Clause {
        LexemeRange range;
        std::optional<LexemeRange> article;
    };
    std::optional<std::string> left_out(LexemeRange name);
    std::optional<std::string> cancelled_before_list(LexemeRange name);
    std::size_t item_before(std::size_t place);
    void find_brackets();
    void find_name_ends();
    void find_articles();
    [[nodiscard]] std::optional<LexemeRange> article_in(LexemeRange clause,
                                                        const std::vector<bool>& is_named) const;
    /// From the first to the last place of a word; empty without any.
    LexemeRange places_of(const PhraseSet& words);
    bool is_written_in_capitals();

    const GoodsText& text_;
    const ReadingVocabulary& words_;
    std::vector<Clause> clauses_;
    std::unordered_map<const PhraseSet*, LexemeRange> places_;
    std::optional<bool> is_in_capitals_, lists_ingredients_;
    std::vector<std::size_t> inside_of_; ///< by place: behind the bracket it is in; 0 outside
    std::vector<std::size_t>
        name_ends_; ///< by place: tokens of the name that ends there; 0 for none
};

/// Whether packaging is said to be cleaned ("empty drums, ..., washed"), and not to be uncleaned.
bool is_cleaned(const GoodsText& text, const ReadingVocabulary& words);

/// Whether the goods are only remains of what is named ("last contained ...").
bool is_remainder(const GoodsText& text, const ReadingVocabulary& words);

} // namespace preflag

#pragma once

#include <preflag/goods/concentration.h>
#include <preflag/goods/identification.h>
#include <preflag/goods/text/phrase_set.h>

#include <string>
#include <utility>
#include <vector>

namespace preflag {

/// The words that tell how to read goods text, as rules/words.yaml has them: what cancels a name,
/// what announces a code, how strengths are written.
struct ReadingVocabulary {
    PhraseSet cancels_before, cancels_after, before_cancels, articles, weakens, cleaned, fillers;
    PhraseSet runs_on;          ///< endings of names that may go on without a space: "酸"
    PhraseSet leading_articles; ///< articles only as the first word: "labels", "book"
    PhraseSet excepting;        ///< what leaves out a whole list or bracket: "excl."
    PhraseSet prefixes;         ///< characters that make a longer name: those of "亚硝酸钠"
    PhraseSet ingredients;      ///< words of the lists of ingredients of cosmetics
    /// Endings of words, folded: of radicals ("hydroxy"), and of binary compounds of an element.
    std::vector<std::string> radicals, compound_endings;
    /// Words that announce a code; they are searched together with the names.
    std::vector<std::string> cas_labels, un_labels, ec_labels, hs_labels, cus_labels;
    PhraseSet solution, mixture, pure_grade, support;
    PhraseSet percent, maximum, minimum, about, range;
    PhraseSet percent_attached; ///< per cent where no space stands before it: "68pc"
    PhraseSet range_openers;    ///< "between" before "55 and 60"
    PhraseSet list_words;       ///< between the figures of a list: "or"
    PhraseSet labels;           ///< before a figure without unit: "purity 99.5"
    PhraseSet claims_before;    ///< what a figure directly before belongs to: "10 % discount"
    PhraseSet maximum_behind, minimum_behind;               ///< "35 % max"
    std::vector<std::pair<Basis, PhraseSet>> bases;         ///< after or before a per cent figure
    std::vector<std::pair<Basis, PhraseSet>> units;         ///< instead of per cent
    std::vector<std::pair<Basis, PhraseSet>> capital_units; ///< only as capital letters: "0.1 M"
    PhraseSet other_things, between, chemical_words;
    std::vector<std::string> chemical_endings;
    /// Names of other chemicals that differ from a listed one by a letter or two.
    std::vector<std::string> look_alikes;
    /// Words and four-digit HS headings of finished goods.
    std::vector<std::pair<ProductForm, PhraseSet>> product_words;
    std::vector<std::pair<std::string, ProductForm>> product_headings;
    /// HS chapters of chemicals as such, where such words count for nothing.
    std::vector<std::string> chemical_chapters;
    /// Words of quality that may stand inside of a name, folded.
    std::vector<std::string> skippable;
    /// Groups of stems, folded, that must not be confused inside of words.
    std::vector<std::vector<std::string>> confusable_stems;
};

} // namespace preflag

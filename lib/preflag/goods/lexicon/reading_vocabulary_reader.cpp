#include <preflag/base/document/map_reader.h>
#include <preflag/base/text.h>
#include <preflag/goods/lexicon/reading_vocabulary_reader.h>

#include <fmt/format.h>

namespace preflag {

namespace {

void add_all(MapReader& map, std::string_view key, PhraseSet& phrases) {
    for (const std::string& phrase : map.texts(key))
        phrases.add(phrase);
}

void append(std::vector<std::string>& list, std::vector<std::string> more) {
    list.insert(list.end(), more.begin(), more.end());
}

std::vector<std::string> folded_texts(MapReader& map, std::string_view key) {
    std::vector<std::string> texts = map.texts(key);
    for (std::string& text : texts)
        text = fold(text);
    return texts;
}

/// A map from basis names to phrases.
void read_bases(const Document& document, const DocumentNode* node,
                std::vector<std::pair<Basis, PhraseSet>>& bases,
                std::vector<Diagnostic>& diagnostics) {
    if (node == nullptr)
        return;
    MapReader map(document, *node, "map of strength units", diagnostics);
    for (const DocumentEntry& entry : node->entries()) {
        const auto basis = parse_basis(entry.key);
        if (!basis) {
            map.error(entry.position, fmt::format("unknown strength unit \"{}\"", entry.key));
            continue;
        }
        PhraseSet phrases;
        add_all(map, entry.key, phrases);
        bases.emplace_back(*basis, std::move(phrases));
    }
    map.finish();
}

void read_products(const Document& document, const DocumentNode* node, ReadingVocabulary& words,
                   std::vector<Diagnostic>& diagnostics) {
    if (node == nullptr)
        return;
    MapReader map(document, *node, "map of finished products", diagnostics);
    for (const DocumentEntry& entry : node->entries()) {
        const DocumentNode* product = map.child(entry.key);
        const auto form = parse_product_form(entry.key);
        if (!form) {
            map.error(entry.position, fmt::format("unknown kind of product \"{}\"", entry.key));
            continue;
        }
        MapReader inner(document, *product, "finished product", diagnostics);
        PhraseSet phrases;
        add_all(inner, "words", phrases);
        words.product_words.emplace_back(*form, std::move(phrases));
        for (std::string& heading : inner.texts("headings"))
            words.product_headings.emplace_back(std::move(heading), *form);
        inner.finish();
    }
    map.finish();
}

/// A list of groups, each a list of stems.
void read_stems(MapReader& map, std::string_view key,
                std::vector<std::vector<std::string>>& stems) {
    for (const DocumentNode& node : map.children(key)) {
        std::vector<std::string> group;
        for (const DocumentNode& stem : node.items())
            group.push_back(fold(stem.text()));
        if (group.size() < 2)
            map.error(node.position(), "a group of stems must hold two or more");
        stems.push_back(std::move(group));
    }
}

void read_strength(const Document& document, const DocumentNode* node, ReadingVocabulary& words,
                   std::vector<Diagnostic>& diagnostics) {
    if (node == nullptr)
        return;
    MapReader map(document, *node, "strength words", diagnostics);
    add_all(map, "percent", words.percent);
    add_all(map, "percent-attached", words.percent_attached);
    add_all(map, "list-words", words.list_words);
    add_all(map, "range-openers", words.range_openers);
    add_all(map, "labels", words.labels);
    add_all(map, "claims-before", words.claims_before);
    add_all(map, "maximum", words.maximum);
    add_all(map, "minimum", words.minimum);
    add_all(map, "maximum-behind", words.maximum_behind);
    add_all(map, "minimum-behind", words.minimum_behind);
    add_all(map, "about", words.about);
    add_all(map, "range", words.range);
    add_all(map, "other-things", words.other_things);
    add_all(map, "between", words.between);
    read_bases(document, map.child("basis"), words.bases, diagnostics);
    read_bases(document, map.child("units"), words.units, diagnostics);
    read_bases(document, map.child("capital-units"), words.capital_units, diagnostics);
    map.finish();
}

} // namespace

void read_words(const Document& document, ReadingVocabulary& words,
                std::vector<Diagnostic>& diagnostics) {
    MapReader map(document, document.root, "reading words", diagnostics);
    map.required_text("edition");
    if (const DocumentNode* cancels = map.child("cancels")) {
        MapReader inner(document, *cancels, "cancelling words", diagnostics);
        add_all(inner, "before", words.cancels_before);
        add_all(inner, "after", words.cancels_after);
        add_all(inner, "between", words.before_cancels);
        inner.finish();
    }
    add_all(map, "runs-on", words.runs_on);
    add_all(map, "articles", words.articles);
    add_all(map, "leading-articles", words.leading_articles);
    add_all(map, "excepting", words.excepting);
    add_all(map, "excepting", words.cancels_before);
    add_all(map, "prefixes", words.prefixes);
    add_all(map, "ingredients", words.ingredients);
    append(words.radicals, folded_texts(map, "radicals"));
    append(words.compound_endings, folded_texts(map, "compound-endings"));
    add_all(map, "weakens", words.weakens);
    add_all(map, "cleaned", words.cleaned);
    add_all(map, "fillers", words.fillers);
    if (const DocumentNode* codes = map.child("codes")) {
        MapReader inner(document, *codes, "words before codes", diagnostics);
        append(words.cas_labels, inner.texts("cas"));
        append(words.un_labels, inner.texts("un"));
        append(words.ec_labels, inner.texts("ec"));
        append(words.cus_labels, inner.texts("cus"));
        append(words.hs_labels, inner.texts("hs"));
        inner.finish();
    }
    add_all(map, "solution", words.solution);
    add_all(map, "mixture", words.mixture);
    append(words.look_alikes, map.texts("look-alikes"));
    append(words.look_alikes, map.texts("everyday-look-alikes"));
    for (const std::string& word : map.texts("inside-names"))
        words.skippable.push_back(fold(word));
    read_stems(map, "confusable-stems", words.confusable_stems);
    add_all(map, "look-alikes", words.chemical_words);
    read_products(document, map.child("finished-products"), words, diagnostics);
    append(words.chemical_chapters, map.texts("chemical-chapters"));
    add_all(map, "pure-grade", words.pure_grade);
    add_all(map, "support", words.support);
    add_all(map, "chemical-words", words.chemical_words);
    for (const std::string& ending : map.texts("chemical-endings"))
        words.chemical_endings.push_back(fold(ending));
    read_strength(document, map.child("strength"), words, diagnostics);
    map.finish();
}

} // namespace preflag

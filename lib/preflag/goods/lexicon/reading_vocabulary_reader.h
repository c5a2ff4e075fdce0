#pragma once

#include <preflag/base/diagnostic.h>
#include <preflag/base/document/document.h>
#include <preflag/goods/lexicon/reading_vocabulary.h>

#include <vector>

namespace preflag {

/// Adds the words of one file (words.yaml). Defects go to `diagnostics`.
void read_words(const Document& document, ReadingVocabulary& words,
                std::vector<Diagnostic>& diagnostics);

} // namespace preflag

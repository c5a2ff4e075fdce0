#pragma once

#include <preflag/names/cell/name_splitter.h>
#include <preflag/names/name_vocabulary.h>

#include <vector>

namespace preflag {

/// Brings the compounds of Arabic names to one division, whatever their script: "Abdulrahman" and
/// "Abdul Rahman" are two words, "Hidayat Ullah" and "Nur ad-Din" are one.
void divide_arabic_names(std::vector<NameSplitter::Word>& words, const NameVocabulary& vocabulary);

} // namespace preflag

#pragma once

#include "../../support/source_dir.h"

#include <preflag/base/country_table_reader.h>
#include <preflag/names/name_vocabulary_reader.h>

#include <string>

namespace preflag::parties_test {

/// The words of names that the shipped rules have.
inline const NameVocabulary& shipped_words() {
    static const NameVocabulary words =
        read_or_throw(read_name_words, RuleFiles::read({preflag::test::source_dir() + "/rules"}));
    return words;
}

inline const CountryTable& shipped_countries() {
    static const CountryTable countries = read_or_throw(
        read_country_table, RuleFiles::read({preflag::test::source_dir() + "/rules"}));
    return countries;
}

} // namespace preflag::parties_test

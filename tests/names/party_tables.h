#pragma once

#include "../support/source_dir.h"

#include <preflag/base/country_table_reader.h>
#include <preflag/base/document/rule_files.h>
#include <preflag/names/name_vocabulary_reader.h>
#include <preflag/watchlists/index/matching_settings.h>
#include <preflag/watchlists/watchlists.h>

namespace preflag::test {

/// The shipped tables that parties are compared by.
struct PartyTables {
    RuleFiles files = RuleFiles::read({source_dir() + "/rules"});
    NameVocabulary words = read_or_throw(read_name_words, files);
    MatchingSettings settings = read_or_throw(read_matching_settings, files);
    CountryTable countries = read_or_throw(read_country_table, files);

    /// Refers to this.
    [[nodiscard]] PartyKnowledge knowledge() const { return {words, settings, countries}; }
};

} // namespace preflag::test

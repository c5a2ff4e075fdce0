#pragma once

#include <preflag/consignees/consignee_kinds.h>
#include <preflag/goods/lexicon/catalogue.h>
#include <preflag/manifest/header/field_aliases.h>
#include <preflag/names/name_vocabulary.h>
#include <preflag/rules/packs/pack_set.h>
#include <preflag/watchlists/index/matching_settings.h>

#include <map>
#include <string>

namespace preflag {

/// All that the folders with rules say, before a run chooses from it. A new table of the rules is
/// read here or nowhere.
struct KnowledgeTables {
    Catalogue catalogue;
    ConsigneeKinds consignee_kinds;
    FieldAliases field_aliases; ///< the header vocabulary
    NameVocabulary name_vocabulary;
    MatchingSettings matching;
    PackSet packs; ///< with outcomes and countries
    /// SHA-256 by table ("words.yaml", "regimes"), of everything that the above was read from.
    std::map<std::string, std::string> digests;
};

} // namespace preflag

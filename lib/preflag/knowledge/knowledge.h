#pragma once

#include <preflag/knowledge/knowledge_tables.h>
#include <preflag/rules/rule_set.h>
#include <preflag/watchlists/watchlists.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace preflag {

/// Everything that lines are judged by, made once for a run. Const while it is used; must outlive
/// its users.
struct Knowledge {
    /// Reads all tables of the folders and compiles the rules that are chosen. Throws MalformedFile
    /// with every defect found, UsageError for an unknown regime or jurisdiction and for a
    /// selection that leaves no law. `image` saves parsing the files that it was made of, and
    /// changes nothing else; an image that cannot be used is told in `notes`.
    static Knowledge load(const std::vector<std::filesystem::path>& folders,
                          const RuleSelection& selection, const std::filesystem::path& image = {});

    /// Of tables without defects. Throws UsageError as `load` does.
    static Knowledge compile(KnowledgeTables tables, const RuleSelection& selection);

    Catalogue catalogue;
    ConsigneeKinds consignee_kinds;
    FieldAliases field_aliases; ///< the header vocabulary
    NameVocabulary name_vocabulary;
    MatchingSettings matching;
    RuleSet rules;                              ///< with outcomes and countries
    std::map<std::string, std::string> digests; ///< as KnowledgeTables has them
    std::vector<std::string> notes{};           ///< on loading it, for standard error

    [[nodiscard]] const CountryTable& countries() const { return rules.countries(); }
    /// For lists; refers to this.
    [[nodiscard]] PartyKnowledge parties() const {
        return {name_vocabulary, matching, countries()};
    }
};

} // namespace preflag

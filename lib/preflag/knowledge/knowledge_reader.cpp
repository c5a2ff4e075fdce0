#include <preflag/base/background.h>
#include <preflag/consignees/consignee_kinds_reader.h>
#include <preflag/knowledge/knowledge_reader.h>
#include <preflag/names/name_vocabulary_reader.h>
#include <preflag/rules/packs/pack_set_reader.h>

#include <utility>

namespace preflag {

namespace {

/// The tables that refer to no other.
struct OwnTables {
    ConsigneeKinds consignee_kinds;
    FieldAliases field_aliases;
    NameVocabulary name_vocabulary;
    MatchingSettings matching;
    std::vector<Diagnostic> diagnostics;
};

OwnTables read_own_tables(const RuleFiles& files) {
    OwnTables tables;
    tables.consignee_kinds = read_consignee_kinds(files, tables.diagnostics);
    tables.field_aliases = read_field_aliases(files, tables.diagnostics);
    tables.name_vocabulary = read_name_words(files, tables.diagnostics);
    tables.matching = read_matching_settings(files, tables.diagnostics);
    return tables;
}

std::vector<std::string> ids_of(const Catalogue& catalogue) {
    std::vector<std::string> ids;
    for (const Substance& substance : catalogue.substances())
        ids.push_back(substance.id);
    return ids;
}

} // namespace

KnowledgeTables read_knowledge(const RuleFiles& files, std::vector<Diagnostic>& diagnostics) {
    auto beside = in_background([&] { return read_own_tables(files); });
    const std::size_t before = diagnostics.size();
    Catalogue catalogue = read_catalogue(files, diagnostics);
    PackSet packs;
    if (diagnostics.size() == before && files.is_whole("substances"))
        packs = read_packs(files, ids_of(catalogue), diagnostics);
    OwnTables own = beside.get();
    diagnostics.insert(diagnostics.end(), own.diagnostics.begin(), own.diagnostics.end());
    return {std::move(catalogue),
            std::move(own.consignee_kinds),
            std::move(own.field_aliases),
            std::move(own.name_vocabulary),
            own.matching,
            std::move(packs),
            files.digests()};
}

} // namespace preflag

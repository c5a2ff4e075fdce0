#include <preflag/base/background.h>
#include <preflag/base/error.h>
#include <preflag/knowledge/knowledge.h>
#include <preflag/knowledge/knowledge_image.h>
#include <preflag/knowledge/knowledge_reader.h>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace preflag {

namespace {

/// Red flags alone screen nothing: they speak only of goods that some law lists.
bool has_law(const RuleSet& rules) {
    return std::any_of(rules.laws().begin(), rules.laws().end(),
                       [](const Rule* rule) { return rule->is_active(); });
}

/// The tables of the image, if it was made of the files of these folders.
std::optional<KnowledgeTables> compiled_tables(const std::vector<std::filesystem::path>& folders,
                                               const std::filesystem::path& image) {
    auto beside = in_background([&] { return find_sources(folders); });
    const auto compiled = RuleImage::read_compiled(image);
    const auto sources = beside.get();
    return sources && compiled ? tables_of(*compiled, *sources) : std::nullopt;
}

std::string options_of(const RuleSelection& selection) {
    std::string options;
    for (const std::string& regime : selection.regimes)
        options += " --regime " + regime;
    for (const std::string& jurisdiction : selection.jurisdictions)
        options += " --jurisdiction " + jurisdiction;
    if (selection.as_of)
        options += " --as-of " + to_string(*selection.as_of);
    return options;
}

} // namespace

Knowledge Knowledge::load(const std::vector<std::filesystem::path>& folders,
                          const RuleSelection& selection, const std::filesystem::path& image) {
    if (auto tables = image.empty() ? std::nullopt : compiled_tables(folders, image))
        return compile(*std::move(tables), selection);
    std::string note;
    const auto parsed = image.empty() ? std::nullopt : RuleImage::read(image, note);
    const RuleFiles files = RuleFiles::read(folders, parsed ? &*parsed : nullptr);
    Knowledge knowledge = compile(read_or_throw(read_knowledge, files), selection);
    if (!note.empty())
        knowledge.notes.push_back(std::move(note));
    return knowledge;
}

Knowledge Knowledge::compile(KnowledgeTables tables, const RuleSelection& selection) {
    RuleSet rules = RuleSet::compile(std::move(tables.packs), selection);
    if (!has_law(rules))
        throw UsageError(
            fmt::format("no law is left with{}: nothing would be screened; preflag rules "
                        "list shows the laws, their countries and their dates",
                        options_of(selection)));
    return {std::move(tables.catalogue),     std::move(tables.consignee_kinds),
            std::move(tables.field_aliases), std::move(tables.name_vocabulary),
            std::move(tables.matching),      std::move(rules),
            std::move(tables.digests)};
}

} // namespace preflag

#include "knowledge.h"

#include <preflag/base/background.h>
#include <preflag/base/error.h>

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <optional>
#include <string>

namespace preflag {

namespace {

/// Red flags alone screen nothing: they speak only of goods that some law lists.
bool has_law(const RuleSet& rules) {
    return std::any_of(rules.laws().begin(), rules.laws().end(),
                       [](const Rule* rule) { return rule->is_active(); });
}

std::string words_of(const RuleSelection& selection) {
    std::string words;
    for (const std::string& regime : selection.regimes)
        words += " --regime " + regime;
    for (const std::string& jurisdiction : selection.jurisdictions)
        words += " --jurisdiction " + jurisdiction;
    if (selection.as_of)
        words += " --as-of " + to_string(*selection.as_of);
    return words;
}

} // namespace

Knowledge load_knowledge(const std::vector<std::filesystem::path>& folders,
                         const RuleSelection& selection) {
    auto loading = in_background([&] { return Catalogue::load(folders); });
    auto kinds = in_background([&] { return ConsigneeKinds::load(folders); });
    std::optional<Catalogue> catalogue;
    std::vector<std::string> substances;
    const SubstanceIds ids = [&]() -> const std::vector<std::string>& {
        catalogue = loading.get();
        for (const Substance& substance : catalogue->substances())
            substances.push_back(substance.id);
        return substances;
    };
    std::vector<std::string> names;
    for (const std::filesystem::path& folder : folders)
        names.push_back(folder.string());
    std::vector<RulePack> packs = load_packs(names, ids);
    RuleSet rules = RuleSet::compile(std::move(packs), selection);
    if (!has_law(rules))
        throw UsageError(
            fmt::format("no law is left with{}: nothing would be screened; preflag rules "
                        "list shows the laws, their countries and their dates",
                        words_of(selection)));
    return {*std::move(catalogue), std::move(rules), kinds.get()};
}

} // namespace preflag

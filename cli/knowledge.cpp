#include "knowledge.h"

#include <string>

namespace preflag {

Knowledge load_knowledge(const std::vector<std::filesystem::path>& folders,
                         const RuleSelection& selection) {
    Catalogue catalogue = Catalogue::load(folders);
    std::vector<std::string> names;
    for (const std::filesystem::path& folder : folders)
        names.push_back(folder.string());
    std::vector<std::string> substances;
    for (const Substance& substance : catalogue.substances())
        substances.push_back(substance.id);
    RuleSet rules = RuleSet::compile(load_packs(names, substances), catalogue, selection);
    return {std::move(catalogue), std::move(rules)};
}

} // namespace preflag

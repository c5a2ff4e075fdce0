#pragma once

#include "../../support/source_dir.h"

#include <preflag/knowledge/knowledge.h>

#include <string>
#include <vector>

/// The shipped catalogue and packs, with the folders of a test on top.
namespace preflag::screening_test {

inline Knowledge knowledge_with(const std::vector<std::string>& folders) {
    std::vector<std::string> all{preflag::test::source_dir() + "/rules"};
    all.insert(all.end(), folders.begin(), folders.end());
    Catalogue catalogue = Catalogue::load({all.begin(), all.end()});
    std::vector<std::string> substances;
    for (const Substance& substance : catalogue.substances())
        substances.push_back(substance.id);
    RuleSet rules = RuleSet::compile(load_packs(all, substances), RuleSelection{});
    return {std::move(catalogue), std::move(rules), ConsigneeKinds::load({all.begin(), all.end()})};
}

inline const Knowledge& shipped_knowledge() {
    static const Knowledge shipped = knowledge_with({});
    return shipped;
}

} // namespace preflag::screening_test

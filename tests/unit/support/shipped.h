#pragma once

#include "../../support/source_dir.h"

#include <preflag/knowledge/knowledge.h>

#include <string>
#include <vector>

/// The shipped catalogue and packs, with the folders of a test on top.
namespace preflag::screening_test {

inline Knowledge knowledge_with(const std::vector<std::string>& folders) {
    std::vector<std::filesystem::path> all{preflag::test::source_dir() + "/rules"};
    all.insert(all.end(), folders.begin(), folders.end());
    return Knowledge::load(all, RuleSelection{});
}

inline const Knowledge& shipped_knowledge() {
    static const Knowledge shipped = knowledge_with({});
    return shipped;
}

} // namespace preflag::screening_test

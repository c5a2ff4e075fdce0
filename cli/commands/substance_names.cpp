#include "substance_names.h"

#include <preflag/base/document/document.h>
#include <preflag/base/document/rule_files.h>

namespace preflag {

namespace {

namespace fs = std::filesystem;

SubstanceNames names_in(const DocumentNode& entry) {
    SubstanceNames names;
    const DocumentNode* const by_language = entry.find("names");
    if (by_language == nullptr)
        return names;
    for (const DocumentEntry& language : by_language->entries()) {
        std::vector<std::string> words;
        for (const DocumentNode& word : language.value.items())
            words.push_back(word.text());
        names.emplace_back(language.key, std::move(words));
    }
    return names;
}

/// A file is a substance, or a list of them below `substances`.
void add(const DocumentNode& root, std::map<std::string, SubstanceNames>& names) {
    if (const DocumentNode* const id = root.find("substance"))
        names.insert_or_assign(id->text(), names_in(root));
    if (const DocumentNode* const list = root.find("substances"))
        for (const DocumentNode& entry : list->items())
            add(entry, names);
}

} // namespace

std::map<std::string, SubstanceNames> read_substance_names(const std::vector<fs::path>& folders) {
    std::map<std::string, SubstanceNames> names;
    for (const fs::path& folder : folders)
        for (const fs::path& file : yaml_files(folder / "substances"))
            if (auto text = read_if_present(file))
                add(read_yaml(*std::move(text), file.string()).root, names);
    return names;
}

} // namespace preflag

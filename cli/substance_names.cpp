#include "substance_names.h"

#include <preflag/base/document.h>

#include <fstream>
#include <sstream>

namespace preflag {

namespace {

namespace fs = std::filesystem;

using Names = std::vector<std::pair<std::string, std::vector<std::string>>>;

Names names_in(const Document& document) {
    Names names;
    const DocumentNode* const by_language = document.root.find("names");
    if (by_language == nullptr)
        return names;
    for (const DocumentEntry& entry : by_language->entries()) {
        std::vector<std::string> words;
        for (const DocumentNode& word : entry.value.items())
            words.push_back(word.text());
        names.emplace_back(entry.key, std::move(words));
    }
    return names;
}

} // namespace

Names names_of(const std::string& substance, const std::vector<fs::path>& folders) {
    Names names;
    for (const fs::path& folder : folders) {
        const fs::path path = folder / "substances" / (substance + ".yaml");
        std::ifstream file(path, std::ios::binary);
        std::ostringstream text;
        if (file && text << file.rdbuf())
            names = names_in(read_yaml(std::move(text).str(), path.string()));
    }
    return names;
}

} // namespace preflag

#include <preflag/base/document/map_reader.h>
#include <preflag/base/text.h>
#include <preflag/consignees/person_names_reader.h>

#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace preflag {

namespace {

/// The words of a text, parted by blanks, folded as the words of parties are.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t place = 0; place < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", place), text.size());
        if (end > place)
            words.push_back(fold(text.substr(place, end - place)));
        place = end + 1;
    }
    return words;
}

std::vector<std::string> words(MapReader& map, std::string_view key) {
    std::vector<std::string> all = words_of(map.required_text(key));
    if (all.empty())
        map.error_at(key, "there are no words");
    return all;
}

std::unordered_set<std::string> word_set(MapReader& map, std::string_view key) {
    std::vector<std::string> all = words(map, key);
    return {std::make_move_iterator(all.begin()), std::make_move_iterator(all.end())};
}

} // namespace

/// Reads one person-names.yaml.
class PersonNamesReader {
  public:
    static PersonNames read(const Document& document, std::vector<Diagnostic>& diagnostics) {
        MapReader map(document, document.root, "table of personal names", diagnostics);
        PersonNames names;
        map.required_text("edition");
        names.endings_ = words(map, "surname-endings");
        names.prefixes_ = word_set(map, "surname-prefixes");
        names.particles_ = word_set(map, "particles");
        names.titles_ = word_set(map, "titles");
        names.east_asian_ = word_set(map, "east-asian-surnames");
        names.syllables_ = word_set(map, "syllables");
        names.given_ = SortedWords(words(map, "given"));
        names.frequent_ = SortedWords(words(map, "frequent-given"));
        names.surnames_ = SortedWords(words(map, "surnames"));
        for (const std::string& firm : map.texts("firms")) {
            std::string all;
            for (const PartyWord& word : party_words(firm))
                all += word.text;
            names.firms_.insert(std::move(all));
        }
        map.finish();
        return names;
    }
};

PersonNames read_person_names(const RuleFiles& files, std::vector<Diagnostic>& diagnostics) {
    constexpr std::string_view name = "parties/person-names.yaml";
    PersonNames names;
    const auto all = files.of(name);
    for (const RuleFile* const file : all)
        names = PersonNamesReader::read(file->document, diagnostics);
    if (all.empty() && files.is_whole(name))
        diagnostics.push_back(missing_table(name));
    return names;
}

} // namespace preflag

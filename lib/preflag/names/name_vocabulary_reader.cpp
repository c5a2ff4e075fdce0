#include <preflag/base/digest.h>
#include <preflag/base/document/map_reader.h>
#include <preflag/base/number.h>
#include <preflag/base/text.h>
#include <preflag/names/cell/name_splitter.h>
#include <preflag/names/name_vocabulary_reader.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace preflag {

namespace {

/// Whether a text has letters of the blocks Hebrew and Arabic (U+0590 to U+06FF).
bool has_abjad(std::string_view utf8) {
    constexpr char first = '\xD7';
    constexpr char last = '\xDB';
    return std::any_of(utf8.begin(), utf8.end(), [](char c) { return c >= first && c <= last; });
}

/// Whether a text begins with a letter of Chinese or Korean: U+3400 to U+9FFF, U+AC00 to U+D7A3.
bool has_syllables(std::string_view utf8) {
    return (utf8 >= "\xE3\x90\x80" && utf8 < "\xEA") || (utf8 >= "\xEA\xB0\x80" && utf8 < "\xEE");
}

} // namespace

/// Reads one file of words into the words.
class NameVocabularyReader {
  public:
    NameVocabularyReader(NameVocabulary& words, const Document& document,
                         std::vector<Diagnostic>& diagnostics)
        : words_(words), document_(document), diagnostics_(diagnostics) {}

    void read() {
        MapReader map(document_, document_.root, "name words", diagnostics_);
        map.required_text("edition");
        map.texts("sources");
        if (const DocumentNode* table = map.child("transliterations"))
            read_transliterations(*table);
        for (const DocumentNode& rule : map.children("sounds"))
            read_sound(rule, words_.sounds_);
        for (const DocumentNode& rule : map.children("abjad-sounds"))
            read_sound(rule, words_.abjad_sounds_);
        for (const DocumentNode& orthography : map.children("orthographies"))
            read_orthography(orthography);
        read_variants(map);
        if (const DocumentNode* table = map.child("further-readings"))
            for (const DocumentEntry& entry : table->entries())
                for (const DocumentNode& name : entry.value.items())
                    words_.further_readings_[entry.key].push_back(words_.fold(name.text()));
        for (const std::string& title : map.texts("titles"))
            if (const auto& spelled = words_of(title); !spelled.empty())
                words_.titles_.insert(NameVocabulary::marked(
                    spelled.back().text, spelled.back().without_vowels)); // without an article
        for (const std::string& ending : map.texts("patronymic-endings"))
            words_.patronymic_endings_.push_back(ending);
        add_words(map.texts("craft-titles"), words_.craft_titles_);
        add_words(map.texts("articles"), words_.articles_);
        add_words(map.texts("number-signs"), words_.number_signs_);
        if (const DocumentNode* numbers = map.child("numbers"))
            read_numbers(*numbers);
        add_folded(map.texts("generic"), words_.generic_);
        add_folded(map.texts("particles"), words_.particles_);
        for (const std::string& form : map.texts("legal-forms"))
            add_legal_form(form);
        add_words(map.texts("leading-legal-forms"), words_.leading_forms_);
        read_cells(map);
        read_characters(map);
        if (const DocumentNode* weights = map.child("weights"))
            read_weights(*weights);
        if (const DocumentNode* similarities = map.child("similarities"))
            read_similarities(*similarities);
        if (const DocumentNode* doubts = map.child("doubts"))
            read_doubts(*doubts);
        map.finish();
    }

  private:
    void read_transliterations(const DocumentNode& table) {
        for (const DocumentEntry& entry : table.entries())
            transliterations_.emplace(entry.key, entry.value.text());
    }

    /// Words in other scripts by the table, so that ICU's transliterators, which take a while, need
    /// not be made; what is not in it is transliterated.
    const std::vector<NameSplitter::Word>& words_of(const std::string& text) {
        const auto known = transliterations_.find(text);
        if (known == transliterations_.end()) {
            splitter_.split(text, split_);
            return split_;
        }
        splitter_.split(known->second, split_);
        for (NameSplitter::Word& word : split_)
            word.without_vowels = has_abjad(text);
        return split_;
    }

    void read_sound(const DocumentNode& node, PhoneticKey& sounds) {
        MapReader map(document_, node, "sound", diagnostics_);
        const auto place = map.text("at").value_or("");
        const auto to = map.text("to").value_or("");
        for (const std::string& from : map.texts("from"))
            sounds.add(from, to,
                       place == "start" ? PhoneticKey::Place::start
                       : place == "end" ? PhoneticKey::Place::end
                                        : PhoneticKey::Place::anywhere);
        if (!place.empty() && place != "start" && place != "end")
            map.error_at("at", fmt::format("\"{}\" is no place", place), "write start or end");
        map.finish();
    }

    void read_orthography(const DocumentNode& node) {
        MapReader map(document_, node, "orthography", diagnostics_);
        Orthography& orthography = words_.orthographies_.emplace_back();
        orthography.language = map.required_text("language");
        orthography.is_ending = map.boolean("endings", false);
        orthography.is_of_kana = map.boolean("kana", false);
        for (const DocumentNode& sound : map.children("sounds"))
            read_sound(sound, orthography.sounds);
        map.finish();
    }

    /// A number and the words that spell it.
    void read_numbers(const DocumentNode& node) {
        MapReader map(document_, node, "numbers", diagnostics_);
        for (const DocumentEntry& entry : node.entries()) {
            const std::string& key = entry.key;
            const int number = parse_number<int>(key).value_or(0);
            if (number <= 0)
                map.error_at(key, fmt::format("\"{}\" is no number above 0", key));
            for (const std::string& spelling : map.texts(key))
                for (const NameSplitter::Word& word : words_of(spelling))
                    words_.numbers_.emplace(word.text, number);
        }
        map.finish();
    }

    void read_cells(MapReader& map) {
        const std::array<std::pair<const char*, CellLabel>, 5> labels{
            {{"party-labels", CellLabel::party},
             {"former-labels", CellLabel::former},
             {"nobody-labels", CellLabel::nobody},
             {"contact-labels", CellLabel::contact},
             {"number-labels", CellLabel::number}}};
        for (const auto& [key, kind] : labels)
            for (const std::string& label : map.texts(key))
                words_.cells_.add_label(ascii_lower(label), kind);
        for (const std::string& word : map.texts("address-words"))
            words_.cells_.add_address_word(fold(word));
        for (const std::string& word : map.texts("fund-words"))
            words_.cells_.add_fund_word(fold(word));
        for (const std::string& place : map.texts("places"))
            words_.cells_.add_place(place);
    }

    void read_characters(MapReader& map) {
        CharacterReadings& known = words_.characters_;
        const std::array<std::pair<const char*, CharacterReadings::Table*>, 5> tables{
            {{"japanese-family-names", &known.japanese_family_names},
             {"japanese-given-names", &known.japanese_given_names},
             {"japanese-characters", &known.japanese_characters},
             {"korean-characters", &known.korean_characters},
             {"chinese-syllables", &known.chinese_syllables}}};
        for (const auto& [key, table] : tables)
            if (const DocumentNode* node = map.child(key))
                for (const DocumentEntry& entry : node->entries())
                    for (const DocumentNode& reading : entry.value.items())
                        (*table)[entry.key].push_back(reading.text());
        for (const std::string& name : map.texts("chinese-family-names"))
            known.chinese_family_names.insert(name);
        for (const std::string& name : map.texts("korean-family-names"))
            known.korean_family_names.insert(name);
    }

    void add_words(const std::vector<std::string>& list, std::unordered_set<std::string>& set) {
        for (const std::string& text : list)
            for (const NameSplitter::Word& word : words_of(text))
                set.insert(word.text);
    }

    /// Each item is a list of spellings of one name; the first is the common one.
    void read_variants(MapReader& map) {
        for (const DocumentNode& node : map.children("variants")) {
            std::string common;
            for (const DocumentNode& spelling : node.items()) {
                const std::string folded = folded_spelling(spelling.text());
                if (folded.size() < 2)
                    continue; // a single sound says too little
                if (common.empty())
                    common = folded;
                words_.common_.insert(common);
                const auto [place, is_new] = words_.variants_.emplace(folded, common);
                if (!is_new && place->second != common)
                    map.error(spelling.position(),
                              fmt::format("\"{}\" is a variant of another name already",
                                          spelling.text()));
            }
        }
        for (const DocumentNode& node : map.children("trade-words"))
            read_trade_words(node);
    }

    /// A word that is a spelling of a name already stays one.
    void read_trade_words(const DocumentNode& node) {
        std::string common;
        for (const DocumentNode& spelling : node.items()) {
            const std::string folded = folded_spelling(spelling.text());
            if (folded.size() < 2)
                continue;
            for (const NameSplitter::Word& word : words_of(spelling.text()))
                words_.small_words_.insert(word.text);
            if (common.empty()) {
                const auto known = words_.variants_.find(folded);
                common = known == words_.variants_.end() ? folded : known->second;
                words_.generic_.insert(common);
            }
            words_.variants_.emplace(folded, common);
        }
    }

    std::string folded_spelling(const std::string& text) {
        const auto& spelled = words_of(text);
        std::string folded;
        for (const NameSplitter::Word& word : spelled)
            folded += word.text;
        if (has_syllables(text) && spelled.size() > 1)
            words_.words_of_syllables_.insert(folded);
        const bool without_vowels = !spelled.empty() && spelled.front().without_vowels;
        return NameVocabulary::marked(words_.sound(folded, without_vowels), without_vowels);
    }

    void add_folded(const std::vector<std::string>& list, std::unordered_set<std::string>& set) {
        for (const std::string& text : list)
            for (const NameSplitter::Word& word : words_of(text)) {
                set.insert(NameVocabulary::marked(words_.fold(word.text, word.without_vowels),
                                                  word.without_vowels));
                words_.small_words_.insert(word.text);
            }
    }

    void add_legal_form(const std::string& form) {
        std::string joined;
        for (const NameSplitter::Word& word : words_of(form))
            joined += word.text;
        if (joined.size() < 2)
            return;
        words_.longest_legal_form_ = std::max(words_.longest_legal_form_, joined.size());
        words_.legal_forms_.push_back(std::move(joined));
    }

    double share(MapReader& map, std::string_view key) {
        const auto number = map.number(key);
        if (!number || *number < 0 || *number > 1)
            map.error_at(key, fmt::format("{} must be a number from 0 to 1", key));
        return number.value_or(0);
    }

    void read_weights(const DocumentNode& node) {
        MapReader map(document_, node, "weights", diagnostics_);
        words_.weights_ = {share(map, "common"),    share(map, "generic"), share(map, "particle"),
                           share(map, "number"),    share(map, "initial"), share(map, "least"),
                           share(map, "patronymic")};
        map.finish();
    }

    void read_similarities(const DocumentNode& node) {
        MapReader map(document_, node, "similarities", diagnostics_);
        words_.similarities_ = {share(map, "spelling"),     share(map, "joined"),
                                share(map, "script"),       share(map, "initial"),
                                share(map, "first-letter"), share(map, "orthography")};
        map.finish();
    }

    void read_doubts(const DocumentNode& node) {
        MapReader map(document_, node, "doubts", diagnostics_);
        words_.doubts_ = {share(map, "ordinary"),   share(map, "generic"),
                          share(map, "number"),     share(map, "initial"),
                          share(map, "one-word"),   share(map, "short-word"),
                          share(map, "given-name"), share(map, "syllable"),
                          share(map, "consonants"), share(map, "no-name")};
        map.finish();
    }

    NameVocabulary& words_;
    const Document& document_;
    std::vector<Diagnostic>& diagnostics_;
    std::unordered_map<std::string, std::string> transliterations_;
    NameSplitter splitter_;
    std::vector<NameSplitter::Word> split_;
};

NameVocabulary read_name_words(const RuleFiles& files, std::vector<Diagnostic>& diagnostics) {
    NameVocabulary words;
    Digest digest;
    for (const std::string_view name : {"parties/names.yaml", "parties/legal-forms.yaml",
                                        "parties/spellings.yaml", "parties/cells.yaml"}) {
        const auto all = files.of(name);
        for (const RuleFile* const file : all)
            NameVocabularyReader(words, file->document, diagnostics).read();
        if (all.empty() && files.is_whole(name))
            diagnostics.push_back(missing_table(name));
        digest.add(files.digest_of(name));
    }
    std::sort(words.legal_forms_.begin(), words.legal_forms_.end());
    words.digest_ = digest.finish();
    return words;
}

} // namespace preflag

#include <preflag/base/map_reader.h>
#include <preflag/base/text.h>
#include <preflag/names/name_splitter.h>
#include <preflag/names/name_words.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

/// Before the variants in scripts without vowels.
const std::string abjad_mark = "~";

/// Whether a text has letters of the blocks Hebrew and Arabic (U+0590 to U+06FF).
bool has_abjad(std::string_view utf8) {
    constexpr char first = '\xD7';
    constexpr char last = '\xDB';
    return std::any_of(utf8.begin(), utf8.end(), [](char c) { return c >= first && c <= last; });
}

} // namespace

/// Reads one names.yaml into the words.
class NameWordsReader {
  public:
    NameWordsReader(NameWords& words, const Document& document,
                    std::vector<Diagnostic>& diagnostics)
        : words_(words), document_(document), diagnostics_(diagnostics) {}

    void read() {
        MapReader map(document_, document_.root, "name words", diagnostics_);
        map.required_text("edition");
        if (const DocumentNode* table = map.child("transliterations"))
            read_transliterations(*table);
        for (const DocumentNode& rule : map.children("sounds"))
            read_sound(rule);
        read_variants(map);
        for (const std::string& title : map.texts("titles"))
            for (const NameSplitter::Word& word : words_of(title))
                words_.titles_.insert(word.text);
        add_folded(map.texts("generic"), words_.generic_);
        add_folded(map.texts("particles"), words_.particles_);
        for (const std::string& form : map.texts("legal-forms"))
            add_legal_form(form);
        for (const std::string& separator : map.texts("separators"))
            add_separator(ascii_lower(separator));
        if (const DocumentNode* weights = map.child("weights"))
            read_weights(*weights);
        if (const DocumentNode* similarities = map.child("similarities"))
            read_similarities(*similarities);
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

    void read_sound(const DocumentNode& node) {
        MapReader map(document_, node, "sound", diagnostics_);
        const auto place = map.text("at").value_or("");
        const auto to = map.text("to").value_or("");
        for (const std::string& from : map.texts("from"))
            words_.sounds_.add(from, to,
                               place == "start" ? SoundFolder::Place::start
                               : place == "end" ? SoundFolder::Place::end
                                                : SoundFolder::Place::anywhere);
        if (!place.empty() && place != "start" && place != "end")
            map.error_at("at", fmt::format("\"{}\" is no place", place), "write start or end");
        map.finish();
    }

    /// Each item is a list of spellings of one name; the first is the common one.
    void read_variants(MapReader& map) {
        for (const DocumentNode& node : map.children("variants")) {
            std::string common;
            for (const DocumentNode& spelling : node.items()) {
                const auto& spelled = words_of(spelling.text());
                std::string folded;
                for (const NameSplitter::Word& word : spelled)
                    folded += word.text;
                folded = words_.sounds_.fold(folded);
                if (!spelled.empty() && spelled.front().without_vowels)
                    folded.insert(0, abjad_mark);
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
    }

    void add_folded(const std::vector<std::string>& list, std::unordered_set<std::string>& set) {
        for (const std::string& text : list)
            for (const NameSplitter::Word& word : words_of(text))
                set.insert(words_.fold(word.text));
    }

    void add_separator(const std::string& separator) {
        if (separator.empty())
            return;
        words_.separators_.push_back(separator);
        words_.separator_starts_[static_cast<unsigned char>(separator.front())] = true;
    }

    void add_legal_form(const std::string& form) {
        std::vector<std::string> words;
        for (const NameSplitter::Word& word : words_of(form))
            words.push_back(word.text);
        if (words.empty())
            return;
        words_.legal_form_starts_.insert(words.front());
        words_.longest_legal_form_ = std::max(words_.longest_legal_form_, words.size());
        words_.legal_forms_.insert(fmt::format("{}", fmt::join(words, " ")));
    }

    double share(MapReader& map, std::string_view key) {
        const auto number = map.number(key);
        if (!number || *number < 0 || *number > 1)
            map.error_at(key, fmt::format("{} must be a number from 0 to 1", key));
        return number.value_or(0);
    }

    void read_weights(const DocumentNode& node) {
        MapReader map(document_, node, "weights", diagnostics_);
        words_.weights_ = {share(map, "common"), share(map, "generic"), share(map, "particle"),
                           share(map, "number"), share(map, "initial"), share(map, "least")};
        map.finish();
    }

    void read_similarities(const DocumentNode& node) {
        MapReader map(document_, node, "similarities", diagnostics_);
        words_.similarities_ = {share(map, "spelling"), share(map, "joined"), share(map, "script"),
                                share(map, "initial"), share(map, "first-letter")};
        map.finish();
    }

    NameWords& words_;
    const Document& document_;
    std::vector<Diagnostic>& diagnostics_;
    std::unordered_map<std::string, std::string> transliterations_;
    NameSplitter splitter_;
    std::vector<NameSplitter::Word> split_;
};

NameWords read_name_words(const RuleFiles& files, std::vector<Diagnostic>& diagnostics) {
    constexpr std::string_view name = "parties/names.yaml";
    NameWords words;
    const auto all = files.of(name);
    for (const RuleFile* const file : all)
        NameWordsReader(words, file->document, diagnostics).read();
    if (all.empty() && files.is_whole(name))
        diagnostics.push_back(missing_table(name));
    words.digest_ = files.digest_of(name);
    return words;
}

std::string NameWords::common_of(std::string sound, bool without_vowels) const {
    const auto variant = variants_.find(without_vowels ? abjad_mark + sound : sound);
    return variant == variants_.end() ? std::move(sound) : variant->second;
}

std::string NameWords::fold(std::string_view word, bool without_vowels) const {
    return common_of(sounds_.fold(word), without_vowels);
}

std::size_t NameWords::legal_form(const std::vector<std::string>& words, std::size_t at) const {
    if (!legal_form_starts_.contains(words[at]))
        return 0;
    std::string form;
    std::size_t longest = 0;
    for (std::size_t count = 1; count <= longest_legal_form_ && at + count <= words.size();
         ++count) {
        if (count > 1)
            form += ' ';
        form += words[at + count - 1];
        if (legal_forms_.contains(form))
            longest = count;
    }
    return longest;
}

} // namespace preflag

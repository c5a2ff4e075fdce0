#include <preflag/base/digest.h>
#include <preflag/base/error.h>
#include <preflag/base/map_reader.h>
#include <preflag/base/text.h>
#include <preflag/parties/name_splitter.h>
#include <preflag/parties/name_words.h>

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace preflag {

namespace {

/// Before the variants in scripts without vowels.
const std::string abjad_mark = "~";

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
        for (const DocumentNode& rule : map.children("sounds"))
            read_sound(rule);
        read_variants(map);
        for (const std::string& word : map.texts("titles"))
            words_.titles_.insert(splitter_.joined(word, " "));
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
                splitter_.split(spelling.text(), split_);
                std::string folded;
                for (const NameSplitter::Word& word : split_)
                    folded += word.text;
                folded = words_.sounds_.fold(folded);
                if (!split_.empty() && split_.front().without_vowels)
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
            for (const std::string& word : splitter_.words(text))
                set.insert(words_.fold(word));
    }

    void add_separator(const std::string& separator) {
        if (separator.empty())
            return;
        words_.separators_.push_back(separator);
        words_.separator_starts_[static_cast<unsigned char>(separator.front())] = true;
    }

    void add_legal_form(const std::string& form) {
        const auto words = splitter_.words(form);
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
    NameSplitter splitter_;
    std::vector<NameSplitter::Word> split_;
};

NameWords NameWords::load(const std::vector<std::filesystem::path>& folders) {
    NameWords words;
    std::vector<Diagnostic> diagnostics;
    Digest digest;
    bool is_found = false;
    for (const std::filesystem::path& folder : folders) {
        const auto path = folder / "parties" / "names.yaml";
        std::ifstream file(path, std::ios::binary);
        if (!file)
            continue;
        std::ostringstream text;
        text << file.rdbuf();
        digest.add(text.str());
        is_found = true;
        const Document document = read_yaml(std::move(text).str(), path.string());
        NameWordsReader(words, document, diagnostics).read();
    }
    if (!is_found) {
        Diagnostic missing;
        missing.file = folders.empty() ? "" : folders.front().string();
        missing.message = "parties/names.yaml is missing";
        diagnostics.push_back(std::move(missing));
    }
    if (!diagnostics.empty())
        throw PackError(std::move(diagnostics));
    words.digest_ = digest.finish();
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

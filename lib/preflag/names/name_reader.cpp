#include <preflag/base/text.h>
#include <preflag/names/name_reader.h>

#include <algorithm>

namespace preflag {

WordClass NameReader::class_of(const std::string& raw, const std::string& folded) const {
    if (raw.find_first_of("0123456789") != std::string::npos)
        return WordClass::number;
    if (words_.is_particle(folded))
        return WordClass::particle;
    if (raw.size() == 1)
        return WordClass::initial;
    if (words_.is_generic(folded))
        return WordClass::generic;
    return words_.is_common(folded) ? WordClass::common : WordClass::ordinary;
}

const NameReader::WordFacts& NameReader::facts_of(const NameSplitter::Word& word) {
    key_ = word.text;
    key_ += word.without_vowels ? '~' : ' ';
    const auto [place, is_new] = known_.try_emplace(key_);
    WordFacts& facts = place->second;
    if (is_new) {
        facts.sound = words_.sound(word.text);
        facts.folded = words_.common_of(facts.sound, word.without_vowels);
        facts.word_class = class_of(word.text, facts.folded);
        facts.is_title = words_.is_title(word.text);
        facts.starts_legal_form = words_.starts_legal_form(word.text);
    }
    return facts;
}

std::size_t NameReader::legal_form(std::size_t at) const {
    return facts_[at]->starts_legal_form ? words_.legal_form(texts_, at) : 0;
}

/// Legal forms go from the end and from the beginning, titles from anywhere; "and" is left over
/// between two legal forms ("GmbH & Co KG").
void NameReader::drop_legal_forms() {
    constexpr std::size_t most_known = 50'000;
    if (known_.size() > most_known)
        known_.clear();
    texts_.clear();
    facts_.clear();
    for (const NameSplitter::Word& word : split_) {
        texts_.push_back(word.text);
        facts_.push_back(&facts_of(word));
    }
    dropped_.assign(texts_.size(), false);
    std::size_t end = texts_.size();
    for (std::size_t at = end; at-- > 0;) {
        const std::size_t form = legal_form(at);
        if (form == 0 || at + form < end) {
            const bool is_left_over = texts_[at] == "and" && end < texts_.size() && at + 1 == end;
            if (is_left_over)
                end = at;
            continue;
        }
        end = at;
    }
    std::fill(dropped_.begin() + static_cast<std::ptrdiff_t>(end), dropped_.end(), true);
    for (std::size_t at = 0; at < end;) {
        const std::size_t form = legal_form(at);
        if (form == 0 || at + form > end)
            break;
        std::fill_n(dropped_.begin() + static_cast<std::ptrdiff_t>(at), form, true);
        at += form;
    }
    for (std::size_t at = 0; at < texts_.size(); ++at)
        if (facts_[at]->is_title)
            dropped_[at] = true;
    if (std::find(dropped_.begin(), dropped_.end(), false) == dropped_.end())
        std::fill(dropped_.begin(), dropped_.end(), false);
}

const ReadName& NameReader::read(std::string_view text) {
    splitter_.split(text, split_);
    drop_legal_forms();
    name_.words.clear();
    for (std::size_t i = 0; i < split_.size() && name_.words.size() < most_words; ++i) {
        if (dropped_[i])
            continue;
        ReadName::Word& word = name_.words.emplace_back();
        word.raw = std::move(split_[i].text);
        word.without_vowels = split_[i].without_vowels;
        word.sound = facts_[i]->sound;
        word.folded = facts_[i]->folded;
        word.word_class = facts_[i]->word_class;
    }
    return name_;
}

std::vector<std::string_view> NameReader::names_in(std::string_view field) const {
    const std::string lower = ascii_lower(field);
    std::vector<std::string_view> names;
    std::size_t begin = 0;
    const auto is_edge = [&](std::size_t at) {
        return at == 0 || at >= lower.size() ||
               !(is_ascii_letter(lower[at]) && is_ascii_letter(lower[at - 1]));
    };
    const auto take = [&](std::size_t end) {
        const std::string_view name = trim(field.substr(begin, end - begin));
        if (!name.empty())
            names.push_back(name);
    };
    for (std::size_t at = 0; at < lower.size();) {
        if (!words_.starts_separator(lower[at]) || !is_edge(at)) {
            ++at;
            continue;
        }
        std::size_t length = 0;
        for (const std::string& separator : words_.separators())
            if (separator.size() > length && lower.compare(at, separator.size(), separator) == 0 &&
                is_edge(at + separator.size()))
                length = separator.size();
        if (length == 0) {
            ++at;
            continue;
        }
        take(at);
        at += length;
        begin = at;
    }
    take(field.size());
    return names;
}

} // namespace preflag

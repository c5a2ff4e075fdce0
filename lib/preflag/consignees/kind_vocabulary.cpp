#include <preflag/base/text.h>
#include <preflag/consignees/kind_vocabulary.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace preflag {

namespace {

/// Bytes of the endings that are looked for.
constexpr std::size_t shortest_ending = 3;
constexpr std::size_t longest_ending = 24;
constexpr std::size_t most_words_of_entry = 8;

/// Letters in one with their brackets or circle, as of legal forms in Japan and Korea.
bool is_enclosed(UChar32 character) {
    return character >= 0x3200 && character <= 0x32FF;
}

bool is_word_character(UChar32 character) {
    const auto type = u_charType(character);
    return u_isalnum(character) != 0 || is_enclosed(character) ||
           type == U_COMBINING_SPACING_MARK || type == U_NON_SPACING_MARK;
}

bool parts_text(UChar32 character) {
    switch (character) {
    case ',':
    case ';':
    case '(':
    case ')':
    case '[':
    case ']':
    case '|':
    case '\n':
    case '\r':
    case ':':
    case 0x3001: // ideographic comma
    case 0xFF08: // full-width brackets
    case 0xFF09:
    case 0xFF0C: // full-width comma
    case 0x060C: // Arabic comma
        return true;
    default:
        return false;
    }
}

/// Cuts one text into words.
class PartyWordCutter {
  public:
    explicit PartyWordCutter(std::string_view text) : text_(text) {}

    std::vector<PartyWord> cut() {
        const auto size = static_cast<std::int32_t>(text_.size());
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
        for (std::int32_t place = 0; place < size;) {
            const std::int32_t start = place;
            UChar32 character = 0;
            U8_NEXT_OR_FFFD(bytes, place, size, character);
            take(character, static_cast<std::size_t>(start), static_cast<std::size_t>(place));
        }
        end_word(text_.size());
        end_part();
        return std::move(words_);
    }

  private:
    void take(UChar32 character, std::size_t start, std::size_t behind) {
        if (is_word_character(character)) {
            begin_ = in_word_ ? begin_ : start;
            in_word_ = true;
            return;
        }
        end_word(start);
        const bool is_spaced_dash = (character == '-' || character == 0x2013) && start > 0 &&
                                    text_[start - 1] == ' ' && behind < text_.size() &&
                                    text_[behind] == ' ';
        if (is_spaced_dash || parts_text(character))
            end_part();
    }

    void end_word(std::size_t behind) {
        if (!in_word_)
            return;
        in_word_ = false;
        const std::size_t length = behind - begin_;
        words_.push_back({fold(text_.substr(begin_, length)), begin_, length, begins_, false});
        begins_ = false;
    }

    void end_part() {
        if (!words_.empty())
            words_.back().ends_part = true;
        begins_ = true;
    }

    std::string_view text_;
    std::vector<PartyWord> words_;
    std::size_t begin_ = 0;
    bool in_word_ = false;
    bool begins_ = true;
};

bool is_among(const std::vector<std::string>& all, std::string_view one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

} // namespace

std::vector<PartyWord> party_words(std::string_view utf8) {
    return PartyWordCutter(utf8).cut();
}

void KindVocabulary::add(Group group, std::vector<std::string> entries) {
    const auto index = static_cast<std::uint32_t>(groups_.size());
    for (std::string& entry : entries) {
        if (group.place == Place::within) {
            within_.emplace_back(std::move(entry), index);
        } else if (group.place == Place::ending) {
            endings_[std::move(entry)].push_back(index);
        } else {
            longest_ = std::max(longest_, entry.size());
            whole_[std::move(entry)].push_back(index);
        }
    }
    groups_.push_back(std::move(group));
}

bool KindVocabulary::counts(const Group& group, const Text& text, std::size_t first,
                            std::size_t behind) const {
    if (group.in_address != text.in_address)
        return false;
    if (group.only_there && !text.country.empty() && !is_among(group.countries, text.country))
        return false;
    if (group.needs_country && text.country.empty())
        return false;
    if (group.place == Place::start && !text.words[first].begins_part)
        return false;
    if (group.place == Place::end && (first == 0 || !text.words[behind - 1].ends_part))
        return false;
    if (first > 0 && is_among(group.not_after, text.words[first - 1].text))
        return false;
    const std::size_t count = text.words.size();
    return group.most_words == 0 ||
           (count >= group.least_words && count <= group.most_words &&
            std::none_of(text.words.begin(), text.words.end(),
                         [](const PartyWord& word) { return has_digit(word.text); }));
}

void KindVocabulary::add_evidence(std::uint32_t group, const Text& text, std::size_t offset,
                                  std::size_t length, std::vector<KindEvidence>& evidence) const {
    const Group& found = groups_[group];
    KindEvidence piece{
        found.speaks_for, found.what, text.field,  std::string(text.raw.substr(offset, length)),
        offset,           length,     found.weight};
    const auto known = std::find_if(evidence.begin(), evidence.end(), [&](const KindEvidence& one) {
        return one.what == piece.what && one.speaks_for == piece.speaks_for &&
               one.field == piece.field;
    });
    if (known == evidence.end())
        evidence.push_back(std::move(piece));
    else if (known->weight < piece.weight)
        *known = std::move(piece);
}

/// Entries of several words are compared with the same number of words or fewer, written in one.
void KindVocabulary::find_whole(const Text& text, std::vector<KindEvidence>& evidence) const {
    std::string key;
    for (std::size_t first = 0; first < text.words.size(); ++first) {
        key.clear();
        const std::size_t most = std::min(text.words.size(), first + most_words_of_entry);
        for (std::size_t behind = first + 1; behind <= most; ++behind) {
            key += text.words[behind - 1].text;
            if (key.size() > longest_)
                break;
            const auto found = whole_.find(key);
            if (found != whole_.end()) {
                const PartyWord& last = text.words[behind - 1];
                const std::size_t begin = text.words[first].offset;
                for (const std::uint32_t group : found->second)
                    if (counts(groups_[group], text, first, behind))
                        add_evidence(group, text, begin, last.offset + last.length - begin,
                                     evidence);
            }
            if (text.words[behind - 1].ends_part)
                break;
        }
    }
}

void KindVocabulary::find_endings(const Text& text, std::vector<KindEvidence>& evidence) const {
    for (std::size_t at = 0; at < text.words.size(); ++at) {
        const PartyWord& word = text.words[at];
        const std::size_t most = std::min(longest_ending + 1, word.text.size());
        for (std::size_t length = shortest_ending; length < most; ++length) {
            const auto found = endings_.find(word.text.substr(word.text.size() - length));
            if (found == endings_.end())
                continue;
            for (const std::uint32_t group : found->second)
                if (counts(groups_[group], text, at, at + 1))
                    add_evidence(group, text, word.offset, word.length, evidence);
        }
    }
}

void KindVocabulary::find_within(const Text& text, std::vector<KindEvidence>& evidence) const {
    for (std::size_t at = 0; at < text.words.size(); ++at) {
        const PartyWord& word = text.words[at];
        if (is_ascii(word.text))
            continue;
        for (const auto& [entry, group] : within_)
            if (word.text.find(entry) != std::string::npos &&
                counts(groups_[group], text, at, at + 1))
                add_evidence(group, text, word.offset, word.length, evidence);
    }
}

void KindVocabulary::find(const Text& text, std::vector<KindEvidence>& evidence) const {
    find_whole(text, evidence);
    find_endings(text, evidence);
    find_within(text, evidence);
}

} // namespace preflag

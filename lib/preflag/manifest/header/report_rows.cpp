#include <preflag/base/text.h>
#include <preflag/manifest/header/report_rows.h>

#include <algorithm>

namespace preflag {

namespace {

constexpr std::string_view dashes = "-=_*~+#.";

bool is_dashes(std::string_view cell) {
    return cell.find_first_not_of(dashes) == std::string_view::npos;
}

/// Whether the words are of the phrases, with nothing but figures beside them.
bool says_only(const HeaderPhrases& phrases, const HeaderVocabulary& words) {
    if (!phrases.is_in(words))
        return false;
    const HeaderVocabulary rest = phrases.taken_from(words);
    return std::all_of(rest.begin(), rest.end(), [](const std::string& word) {
        return std::all_of(word.begin(), word.end(), is_ascii_digit);
    });
}

bool begins_with(const HeaderPhrases& phrases, const HeaderVocabulary& words) {
    return !words.empty() && phrases.is_in({words.front()}, words.front());
}

bool is_letter_byte(char c) {
    return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// The place of two ASCII letters of any case in the table of pairs.
std::size_t pair_of(char first, char second) {
    constexpr unsigned lower = 0x20, row = 256;
    return (static_cast<unsigned char>(first) | lower) * row +
           (static_cast<unsigned char>(second) | lower);
}

} // namespace

ReportRows::ReportRows(HeaderPhrases totals, HeaderPhrases feet)
    : totals_(std::move(totals)), feet_(std::move(feet)) {
    for (const char c : dashes)
        beginnings_.set(static_cast<unsigned char>(c));
    for (const char c : std::string_view("0123456789([<")) // "(12 rows selected)"
        beginnings_.set(static_cast<unsigned char>(c));
    for (const HeaderPhrases* phrases : {&totals_, &feet_})
        for (const std::string& phrase : phrases->all()) {
            const char first = phrase.front();
            if (phrase.size() > 1)
                pairs_.set(pair_of(first, phrase[1]));
            beginnings_.set(static_cast<unsigned char>(first));
            if (first >= 'a' && first <= 'z')
                beginnings_.set(static_cast<unsigned char>(first - 'a' + 'A'));
            if (!is_ascii_letter(first)) // of other alphabets capitals begin otherwise
                for (unsigned byte = 0xC0; byte < 0x100; ++byte)
                    beginnings_.set(byte);
        }
}

bool ReportRows::may_begin(std::string_view cell) const {
    if (cell.empty() || cell.size() > longest_mark ||
        !beginnings_[static_cast<unsigned char>(cell.front())])
        return false;
    if (is_ascii_digit(cell.front()))
        return std::any_of(cell.begin(), cell.end(), is_letter_byte);
    const bool are_letters =
        cell.size() > 1 && is_ascii_letter(cell.front()) && is_ascii_letter(cell[1]);
    return !are_letters || pairs_[pair_of(cell.front(), cell[1])];
}

ReportRows::Kind ReportRows::kind_of(const std::vector<std::string>& cells,
                                     bool begins_with_goods) const {
    std::vector<std::string_view> filled;
    for (const std::string& cell : cells)
        if (const std::string_view text = trim(cell); !text.empty())
            filled.push_back(text);
    if (filled.empty())
        return Kind::line;
    if (std::all_of(filled.begin(), filled.end(), is_dashes) && filled.front().size() > 1)
        return Kind::dashes;
    const HeaderVocabulary words = header_vocabulary(filled.front());
    if (says_only(totals_, words) || (!begins_with_goods && begins_with(totals_, words)))
        return Kind::total;
    return filled.size() <= 2 && says_only(feet_, words) ? Kind::foot : Kind::line;
}

} // namespace preflag

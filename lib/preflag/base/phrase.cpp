#include <preflag/base/phrase.h>
#include <preflag/base/text.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <vector>

namespace preflag {

std::string phrase_of(std::string_view utf8) {
    std::string phrase;
    for (const std::string& word : folded_words(utf8)) {
        phrase += phrase.empty() ? " " : "";
        phrase += word;
        phrase += ' ';
    }
    return phrase;
}

namespace {

struct KnownPhrase {
    std::string text, phrase;
};

constexpr std::size_t most_known = 512;
constexpr std::size_t longest_known = 2048; ///< bytes of a text that is remembered

/// Of the size and of some bytes at the beginning, in the middle and at the end.
std::size_t place_of(std::string_view text) {
    constexpr std::uint64_t spread = 0x9E3779B97F4A7C15ULL;
    const auto eight_at = [&](std::size_t at) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + at, std::min(sizeof bytes, text.size() - at));
        return bytes;
    };
    std::uint64_t hash = text.size() * spread;
    if (!text.empty())
        for (const std::size_t at :
             {std::size_t{0}, text.size() / 2, text.size() - std::min<std::size_t>(text.size(), 8)})
            hash = (hash ^ eight_at(at)) * spread;
    return (hash >> 32) % most_known;
}

} // namespace

const std::string& known_phrase_of(std::string_view utf8) {
    thread_local std::vector<KnownPhrase> known(most_known);
    thread_local std::string long_one;
    if (utf8.size() > longest_known)
        return long_one = phrase_of(utf8);
    KnownPhrase& place = known[place_of(utf8)];
    if (place.text != utf8) {
        place.phrase = phrase_of(utf8);
        place.text = utf8;
    }
    return place.phrase;
}

} // namespace preflag

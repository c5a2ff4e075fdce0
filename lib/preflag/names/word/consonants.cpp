#include <preflag/names/word/consonants.h>

#include <algorithm>
#include <cstdint>

namespace preflag {

namespace {

constexpr std::size_t most_ways = 128;

/// How Latin letters write a consonant of Arabic or Hebrew, the usual way first; '-' for not at
/// all. The tables of BGN/PCGN, DIN 31635 and UNGEGN differ in these, and so do English, French and
/// Persian habits.
std::string_view ways_of(char consonant) {
    switch (consonant) {
    case 'D': // dhal, dad, za
        return "dzt";
    case 'T': // tha
        return "ts";
    case 'S': // shin, "ch" in French
        return "sz";
    case 'J': // jim, "g" in Egypt
        return "zk";
    case 'H': // kha, khet, khaf
        return "hkz";
    case 'E': // "h" behind a consonant: Latin letters write both as one sound
        return "h-";
    case 'B': // bet within a word, also "v"
    case 'V': // waw at the beginning, also "ou"
        return "b-";
    default:
        return {};
    }
}

void append(std::string& consonants, char c) {
    if (c != '-' && (consonants.empty() || consonants.back() != c))
        consonants += c;
}

bool is_silent_letter(char c) {
    return std::string_view("aeiouyw").find(c) != std::string_view::npos;
}

char class_of_letter(char c) {
    switch (c) {
    case 'p':
    case 'f':
    case 'v':
        return 'b'; // Arabic has no p and no v, Hebrew writes p for f
    case 'g':
        return 'k'; // "q" of Persian is gh, "g" of Egypt is j
    case 'j':
    case 'c':
        return 'z';
    default:
        return c;
    }
}

} // namespace

std::string consonants_of(std::string_view folded) {
    std::string consonants;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const char c = folded[i];
        if (is_silent_letter(c))
            continue;
        if (c == 'v' && i > 0)
            continue; // "w" in Arabic is a vowel as often as a consonant
        if (c == 'h' && i > 0 && i + 1 == folded.size())
            continue; // written for a vowel at the end
        append(consonants, class_of_letter(c));
    }
    return consonants;
}

std::string abjad_consonants_of(std::string_view folded) {
    std::string consonants;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const char c = folded[i];
        if (is_silent_letter(c) || (c == 'v' && i > 0))
            continue;
        if (c == 'h' && i > 0 && i + 1 == folded.size())
            continue;
        append(consonants, c == 'v' ? 'V' : class_of_letter(c));
    }
    return consonants;
}

std::vector<std::string> latin_consonants(std::string_view abjad) {
    std::vector<std::string> all{""};
    for (const char c : abjad) {
        const std::string_view ways = ways_of(c);
        const std::size_t known = all.size();
        if (ways.size() * known > most_ways)
            return {};
        for (std::size_t way = 1; way < ways.size(); ++way)
            for (std::size_t i = 0; i < known; ++i) {
                all.push_back(all[i]);
                append(all.back(), ways[way]);
            }
        for (std::size_t i = 0; i < known; ++i)
            append(all[i], ways.empty() ? c : ways.front());
    }
    const std::string usual = all.front();
    std::sort(all.begin() + 1, all.end());
    all.erase(std::unique(all.begin() + 1, all.end()), all.end());
    all.erase(std::remove(all.begin() + 1, all.end(), usual), all.end());
    return all;
}

/// Keeps, as bits, the places in `consonants` up to which what was read of `abjad` may be written.
bool may_write(std::string_view consonants, std::string_view abjad) {
    constexpr std::size_t longest = 63;
    if (consonants.size() > longest)
        return false;
    std::uint64_t places = 1;
    for (const char symbol : abjad) {
        const std::string_view ways =
            ways_of(symbol).empty() ? std::string_view(&symbol, 1) : ways_of(symbol);
        std::uint64_t next = 0;
        for (std::size_t at = 0; at <= consonants.size(); ++at) {
            if ((places >> at & 1U) == 0)
                continue;
            for (const char way : ways) {
                if (way == '-' || (at > 0 && consonants[at - 1] == way))
                    next |= std::uint64_t{1} << at;
                else if (at < consonants.size() && consonants[at] == way)
                    next |= std::uint64_t{1} << (at + 1);
            }
        }
        places = next;
    }
    return (places >> consonants.size() & 1U) != 0;
}

std::string coarse_consonants(std::string_view consonants) {
    std::string coarse;
    for (const char c : consonants)
        if (std::string_view("bBV").find(c) == std::string_view::npos)
            append(coarse, std::string_view("lmnr").find(c) != std::string_view::npos ? c : 'x');
    return coarse;
}

} // namespace preflag

#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/manifest/source/encoding.h>

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

namespace preflag {

namespace {

using namespace std::string_view_literals;

struct DetectorCloser {
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

bool starts_with(std::string_view text, std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix;
}

/// Without the bytes of a character that the end of the sample cuts.
std::string_view whole_characters(std::string_view sample) {
    std::size_t end = sample.size();
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, sample.size()); ++back) {
        const auto byte = static_cast<unsigned char>(sample[sample.size() - back]);
        if (byte >= 0xC0)
            end = sample.size() - back;
        if (byte < 0x80 || byte >= 0xC0)
            break;
    }
    return sample.substr(0, end);
}

/// UTF-16 without a mark: ASCII characters leave zero bytes at every other place.
std::string utf16_by_zeros(std::string_view sample) {
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < sample.size(); ++i)
        if (sample[i] == '\0')
            ++zeros[i % 2];
    const std::size_t pairs = sample.size() / 2;
    if (pairs >= 2 && zeros[1] > pairs * 3 / 5 && zeros[0] * 10 < pairs)
        return "UTF-16LE";
    if (pairs >= 2 && zeros[0] > pairs * 3 / 5 && zeros[1] * 10 < pairs)
        return "UTF-16BE";
    return {};
}

bool is_high(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

/// The words with bytes above ASCII, parted by spaces: what statistics can tell languages by.
struct HighWords {
    std::string text;
    std::size_t words = 0;
    std::size_t without_ascii = 0; ///< of three letters and more, none of them ASCII
};

HighWords high_words(std::string_view sample) {
    constexpr std::size_t enough = 16384;
    HighWords found;
    for (std::size_t start = 0; start < sample.size() && found.text.size() < enough;) {
        const auto is_letter = [](char c) { return is_high(c) || is_ascii_letter(c); };
        const auto* first = std::find_if(sample.begin() + start, sample.end(), is_letter);
        const auto* last = std::find_if_not(first, sample.end(), is_letter);
        const std::string_view word(first, static_cast<std::size_t>(last - first));
        start = static_cast<std::size_t>(last - sample.begin());
        if (!std::any_of(word.begin(), word.end(), is_high))
            continue;
        ++found.words;
        found.without_ascii +=
            word.size() > 2 && std::all_of(word.begin(), word.end(), is_high) ? 1 : 0;
        found.text.append(word).push_back(' ');
    }
    return found;
}

/// Whether Latin letters are those of DOS: code page 850 has them, and 437 most of them in the same
/// places, where the code pages of Windows have marks that do not stand between letters.
bool is_dos_latin(std::string_view words) {
    constexpr std::string_view letters = "\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8B\x90\x91"
                                         "\x93\x94\x95\x96\x97\x98\x99\x9B\xA1\xA2\xA4";
    constexpr std::string_view unsure =
        "\xA0\xA3\xA5\xB5\xE1"; // letters there, signs or others here
    std::size_t inside = 0;
    std::size_t others = 0;
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        if (!is_high(words[i]))
            continue;
        const bool is_inside = (is_ascii_letter(words[i - 1]) || is_high(words[i - 1])) &&
                               (is_ascii_letter(words[i + 1]) || is_high(words[i + 1]));
        if (letters.find(words[i]) != std::string_view::npos)
            inside += is_inside ? 1 : 0;
        else if (unsure.find(words[i]) == std::string_view::npos)
            ++others;
    }
    return inside > 0 && inside > others;
}

/// Whether words without ASCII letters are Russian ones as DOS writes them: code page 866 has its
/// letters where other pages have signs, and signs where they have letters.
bool is_dos_cyrillic(std::string_view words) {
    std::size_t letters = 0;
    std::size_t low = 0;
    std::size_t others = 0;
    for (const char c : words) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            continue;
        ++letters;
        low += byte < 0xB0 ? 1 : 0;
        others += (byte >= 0xB0 && byte < 0xE0) || byte > 0xF1 ? 1 : 0;
    }
    return letters > 3 && low * 5 > letters * 2 && others * 20 <= letters;
}

/// Code pages of Latin letters, by the bytes that only one of them uses for letters.
std::string latin_page(std::string_view words) {
    const auto share_of = [&](std::string_view bytes) {
        const auto count = std::count_if(words.begin(), words.end(), [&](char c) {
            return bytes.find(c) != std::string_view::npos;
        });
        const auto high = std::count_if(words.begin(), words.end(), is_high);
        return static_cast<double>(count) / static_cast<double>(std::max<std::ptrdiff_t>(high, 1));
    };
    constexpr double common = 0.15;
    if (is_dos_latin(words))
        return "IBM850";
    // Letters of Polish, Czech and Hungarian where Windows-1252 has signs such as superscripts.
    if (share_of("\xB9\xB3\xBF\x9C\x9F\xA5\xA3\xAF\x8C\x8F\x9D\x8D\xBE") >= common)
        return "windows-1250";
    // Turkish letters in the places of Icelandic ones.
    if (share_of("\xF0\xFD\xFE\xDD\xDE\xD0") >= common)
        return "windows-1254";
    return "windows-1252";
}

bool is_latin(std::string_view encoding) {
    constexpr std::array pages{"ISO-8859-1",   "ISO-8859-2",   "ISO-8859-9",
                               "windows-1252", "windows-1250", "windows-1254"};
    return std::find(pages.begin(), pages.end(), encoding) != pages.end();
}

struct Guess {
    std::string name;
    int confidence = 0;
};

Guess guess(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, DetectorCloser> detector(ucsdet_open(&status));
    ucsdet_setText(detector.get(), text.data(), static_cast<std::int32_t>(text.size()), &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) || match == nullptr)
        return {};
    return {ucsdet_getName(match, &status), ucsdet_getConfidence(match, &status)};
}

bool takes_several_bytes(std::string_view encoding) {
    constexpr std::array pages{"GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR"};
    return std::find(pages.begin(), pages.end(), encoding) != pages.end();
}

/// Statistics name the page of scripts whose words have no ASCII letters, by these words only: the
/// ASCII text around them says nothing. Latin pages are told by single letters.
std::string by_statistics(std::string_view sample) {
    constexpr int sure = 60;
    constexpr int likely = 10;
    if (const Guess whole = guess(sample); !is_dos_cyrillic(high_words(sample).text) &&
                                           takes_several_bytes(whole.name) &&
                                           whole.confidence >= sure)
        return whole.name;
    const HighWords high = high_words(sample);
    if (high.without_ascii * 2 < high.words)
        return latin_page(high.text);
    if (is_dos_cyrillic(high.text))
        return "IBM866";
    const Guess words = guess(high.text);
    if (words.confidence < likely || is_latin(words.name) || starts_with(words.name, "UTF-") ||
        starts_with(words.name, "IBM42"))
        return "windows-1251";
    return words.name;
}

} // namespace

DetectedEncoding detect_encoding(std::string_view sample) {
    if (starts_with(sample, "\xEF\xBB\xBF"sv))
        return {"UTF-8", 3};
    if (starts_with(sample, "\xFF\xFE\0\0"sv))
        return {"UTF-32LE", 4};
    if (starts_with(sample, "\0\0\xFE\xFF"sv))
        return {"UTF-32BE", 4};
    if (starts_with(sample, "\xFF\xFE"sv))
        return {"UTF-16LE", 2};
    if (starts_with(sample, "\xFE\xFF"sv))
        return {"UTF-16BE", 2};
    if (std::string name = utf16_by_zeros(sample); !name.empty())
        return {std::move(name), 0};
    if (is_valid_utf8(whole_characters(sample)))
        return {"UTF-8", 0};
    // A mostly-UTF-8 file with a few stray bytes stays UTF-8: its bad records are repaired one by
    // one, instead of all its good ones being misread.
    std::size_t lines = 0;
    std::size_t good = 0;
    std::size_t bad = 0;
    for (std::size_t start = 0; start < sample.size(); ++lines) {
        const std::size_t end = std::min(sample.find('\n', start), sample.size());
        const std::string_view line = sample.substr(start, end - start);
        if (end == sample.size() && lines > 0)
            break;
        if (!is_ascii(line))
            ++(is_valid_utf8(line) ? good : bad);
        start = end + 1;
    }
    if (good > bad)
        return {"UTF-8", 0};
    return {by_statistics(sample), 0};
}

std::string not_text_because(std::string_view sample) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> magics{
        {{"%PDF"sv, "a PDF document"},
         {"\xD0\xCF\x11\xE0"sv, "an old office document"},
         {"\x7F"
          "ELF"sv,
          "a program"},
         {"\x89PNG"sv, "a picture"},
         {"\xFF\xD8\xFF"sv, "a picture"},
         {"Rar!"sv, "a RAR archive"}}};
    for (const auto& [magic, name] : magics)
        if (starts_with(sample, magic))
            return std::string(name);
    const std::string beginning = ascii_lower(trim(sample.substr(0, 512)));
    if (starts_with(beginning, "<!doctype html") || starts_with(beginning, "<html"))
        return "a web page (perhaps an error page that was saved under this name)";
    const auto controls = std::count_if(sample.begin(), sample.end(), [](char c) {
        return static_cast<unsigned char>(c) < 32 && !is_ascii_space(c) && c != '\x1b' &&
               c != '\x1a';
    });
    if (static_cast<std::size_t>(controls) * 20 > sample.size())
        return "a binary file";
    return {};
}

struct Decoder::State {
    UConverter* from = nullptr;
    UConverter* to = nullptr;
    std::vector<UChar> pivot = std::vector<UChar>(4096);
    UChar* pivot_source = pivot.data();
    UChar* pivot_target = pivot.data();
    bool identity = false;
    bool first = true;

    ~State() {
        ucnv_close(from);
        ucnv_close(to);
    }
};

Decoder::Decoder(const std::string& encoding) : state_(std::make_unique<State>()) {
    UErrorCode status = U_ZERO_ERROR;
    state_->from = ucnv_open(encoding.c_str(), &status);
    if (U_FAILURE(status))
        throw UsageError(fmt::format(
            "--encoding {}: is not a known encoding; write for example UTF-8, UTF-16LE, "
            "windows-1252, ISO-8859-2, windows-1251 or Shift_JIS",
            encoding));
    state_->to = ucnv_open("UTF-8", &status);
    state_->identity = ucnv_getType(state_->from) == UCNV_UTF8;
}

Decoder::~Decoder() = default;
Decoder::Decoder(Decoder&&) noexcept = default;

bool Decoder::is_identity() const {
    return state_->identity;
}

bool Decoder::is_wide() const {
    return ucnv_getMinCharSize(state_->from) > 1;
}

void Decoder::decode(std::string_view bytes, bool last, std::string& target) {
    State& state = *state_;
    const char* source = bytes.empty() ? "" : bytes.data(); // ICU takes no null pointer
    const char* const source_end = source + bytes.size();
    std::array<char, 8192> block{};
    UErrorCode status = U_ZERO_ERROR;
    do {
        status = U_ZERO_ERROR;
        char* out = block.data();
        ucnv_convertEx(state.to, state.from, &out, block.data() + block.size(), &source, source_end,
                       state.pivot.data(), &state.pivot_source, &state.pivot_target,
                       state.pivot.data() + state.pivot.size(), state.first ? 1 : 0, last ? 1 : 0,
                       &status);
        state.first = false;
        target.append(block.data(), out);
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    if (last && status == U_TRUNCATED_CHAR_FOUND)
        target += "\uFFFD";
}

void append_windows_1252(std::string_view bytes, std::string& target) {
    static const std::array<std::string, 256> characters = [] {
        std::array<std::string, 256> table;
        for (std::size_t i = 0; i < table.size(); ++i) {
            const char byte = static_cast<char>(i);
            Decoder("windows-1252").decode({&byte, 1}, true, table[i]);
        }
        return table;
    }();
    for (const char byte : bytes)
        target += characters[static_cast<unsigned char>(byte)];
}

} // namespace preflag

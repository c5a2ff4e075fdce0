#include <preflag/base/cells/month_names.h>
#include <preflag/base/text.h>

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace preflag {

namespace {

constexpr std::size_t shortest_beginning = 3; ///< letters

constexpr std::array languages{
    "en", "de", "fr", "es", "it", "pt", "nl", "pl",  "cs",    "sk", "ru",      "uk",
    "be", "bg", "ro", "hu", "hr", "sl", "sr", "bs",  "mk",    "el", "sr_Latn", "bs_Cyrl",
    "tr", "sv", "da", "nb", "nn", "fi", "et", "lv",  "lt",    "mt", "ga",      "id",
    "ms", "ca", "eu", "gl", "af", "sw", "is", "sq",  "az",    "kk", "uz",      "ar",
    "fa", "he", "hi", "bn", "th", "ka", "hy", "fil", "de_AT", "ur"};

using MonthTable = std::map<std::string, std::uint16_t, std::less<>>;

/// A folded name without points and blanks at its ends; empty for a name of several words.
std::string key_of(const icu::UnicodeString& name) {
    std::string utf8;
    name.toUTF8String(utf8);
    std::string key;
    for (const char c : fold(utf8)) {
        if (c == ' ')
            return {};
        if (c != '.')
            key += c;
    }
    return key;
}

void add_names(const icu::DateFormatSymbols& symbols, MonthTable& table) {
    using Symbols = icu::DateFormatSymbols;
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE})
        for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
            std::int32_t count = 0;
            const icu::UnicodeString* const names = symbols.getMonths(count, context, width);
            for (std::int32_t month = 0; month < std::min(count, 12); ++month) {
                const std::string key = key_of(names[month]);
                const bool is_number = std::any_of(key.begin(), key.end(), is_ascii_digit);
                if (!key.empty() && !is_number)
                    table[key] = static_cast<std::uint16_t>(table[key] | (1U << month));
            }
        }
}

/// Built when the first word is looked up: most manifests write months as numbers.
const MonthTable& table_of_months() {
    static const MonthTable table = [] {
        MonthTable names;
        for (const char* const language : languages) {
            UErrorCode status = U_ZERO_ERROR;
            const icu::DateFormatSymbols symbols(icu::Locale(language), status);
            if (U_SUCCESS(status))
                add_names(symbols, names);
        }
        constexpr std::uint16_t march = 1U << 2U;
        names["mrz"] = march; // German, as SAP writes it
        return names;
    }();
    return table;
}

std::size_t letters_in(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

} // namespace

std::uint16_t months_named(std::string_view word) {
    const MonthTable& table = table_of_months();
    if (const auto found = table.find(word); found != table.end())
        return found->second;
    std::uint16_t months = 0;
    if (letters_in(word) < shortest_beginning)
        return months;
    for (auto place = table.lower_bound(word);
         place != table.end() && place->first.starts_with(word); ++place)
        months = static_cast<std::uint16_t>(months | place->second);
    return months;
}

} // namespace preflag

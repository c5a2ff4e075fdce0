#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

constexpr bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
constexpr bool is_ascii_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}

bool is_ascii(std::string_view text);
bool is_valid_utf8(std::string_view text);

/// Without ASCII white space and no-break spaces at both ends.
std::string_view trim(std::string_view text);

/// ASCII letters in lower case, everything else as it is.
std::string ascii_lower(std::string_view text);

/// Lower case, without accents, compatibility forms resolved (full-width, sub- and superscript
/// digits), other scripts kept (lower case where they have one). "Salpetersäure" ->
/// "salpetersaure", "İ" -> "i", "ß" -> "ss", "Н₂О₂" keeps Cyrillic letters. Invalid UTF-8 becomes
/// U+FFFD. This is the one folding that names, headers and red-flag words share.
std::string fold(std::string_view utf8);

/// Folded words: letters and digits kept together, everything else separates. "Conc. (%)" -> conc.
std::vector<std::string> folded_words(std::string_view utf8);

/// Damerau-Levenshtein distance in bytes, or `limit + 1` as soon as it must exceed `limit`.
std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t limit);

/// The candidate nearest to `word` within a third of its length, for "did you mean".
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

/// Advice for a word that is none of the candidates: 'did you mean "nitric-acid"?', or `otherwise`
/// when none is near.
std::string did_you_mean(std::string_view word, std::span<const std::string> candidates,
                         std::string otherwise = {});

/// Control, escape and bidirectional-override characters replaced by U+FFFD, line breaks by a
/// space: safe to print on a terminal.
std::string printable(std::string_view utf8);

/// The first `columns` terminal columns of a printable text, with an ellipsis where it was cut.
std::string fit(std::string_view utf8, std::size_t columns);

/// Terminal columns a printable text takes (wide East Asian characters take two).
std::size_t display_width(std::string_view utf8);

/// Whether the text is nothing but ASCII digits, and at least one.
bool all_digits(std::string_view text);
/// Whether an ASCII digit stands in the text.
bool has_digit(std::string_view text);

/// "line" for one, "lines" for any other number; the noun takes an s.
std::string plural(std::uint64_t count, std::string_view noun);
/// "1 line", "3 lines".
std::string counted(std::uint64_t count, std::string_view noun);

/// Two lower-case hexadecimal digits for each byte.
std::string hexadecimal(std::string_view bytes);

/// At most `bytes` bytes of `utf8`, cut at a character boundary.
std::string_view truncate_utf8(std::string_view utf8, std::size_t bytes);

} // namespace preflag

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace preflag {

/// What the first bytes of a file tell about its encoding.
struct DetectedEncoding {
    std::string name; ///< an ICU converter name: "UTF-8", "UTF-16LE", "windows-1252", ...
    std::size_t mark_length = 0; ///< bytes of the byte order mark
};

/// By byte order mark, else by the pattern of zero bytes, else UTF-8 when the sample is valid, else
/// by ICU's statistics. A sample may end in the middle of a character.
DetectedEncoding detect_encoding(std::string_view sample);

/// Whether a sample looks like no text at all, and what it seems to be ("a PDF document").
/// Empty for text.
std::string not_text_because(std::string_view sample);

/// Turns pieces of a file in one encoding into UTF-8. What cannot be decoded becomes U+FFFD.
class Decoder {
  public:
    /// Throws UsageError for an encoding that is not known.
    explicit Decoder(const std::string& encoding);
    ~Decoder();
    Decoder(Decoder&&) noexcept;

    /// True when the bytes are UTF-8 already and need no decoding.
    [[nodiscard]] bool is_identity() const;
    /// True when every character takes two bytes or more (UTF-16, UTF-32), so that zero bytes are
    /// text.
    [[nodiscard]] bool is_wide() const;
    /// Appends the decoded bytes to `target`. `last` ends the text.
    void decode(std::string_view bytes, bool last, std::string& target);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// One text in Windows-1252 as UTF-8. For single records of a UTF-8 file that are not UTF-8.
void append_windows_1252(std::string_view bytes, std::string& target);

} // namespace preflag

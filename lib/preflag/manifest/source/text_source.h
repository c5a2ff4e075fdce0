#pragma once

#include <preflag/manifest/source/byte_source.h>
#include <preflag/manifest/source/encoding.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace preflag {

/// A manifest file as UTF-8 text (single records may still hold stray bytes, see RecordLayout).
class TextSource {
  public:
    /// Detects the encoding unless one is given; a sheet is UTF-8 in any case. Throws InputError
    /// for an empty file and for what is no text, UsageError for an unknown encoding.
    TextSource(OpenedFile file, const std::optional<std::string>& encoding);

    /// The beginning of the text, about `sample_bytes` and as it will be read; not consumed. Call
    /// it before the first read.
    [[nodiscard]] std::string_view sample() const { return pending_; }
    /// The text that the next reads will give, not consumed: `size` bytes, or what is left.
    std::string_view peek(std::size_t size);
    /// Appends at least one byte, about `size`, to `target`; false at the end.
    bool read(std::string& target, std::size_t size);

    [[nodiscard]] const std::string& name() const { return file_.name; }
    [[nodiscard]] const std::string& encoding() const { return encoding_; }
    [[nodiscard]] std::string_view compression() const { return file_.content->compression(); }
    /// What is to be told of a sheet of a workbook; nullptr for all other files.
    [[nodiscard]] const SheetNotes* sheet() const { return file_.sheet.get(); }
    [[nodiscard]] StoredFile& stored() const { return *file_.stored; }

    static constexpr std::size_t sample_bytes = std::size_t{1} << 16;

  private:
    std::string first_block();
    void decode_first(std::string_view sample);
    bool read_on(std::string& target, std::size_t size);

    OpenedFile file_;
    std::string encoding_;
    std::optional<Decoder> decoder_;
    std::string pending_; ///< decoded and not yet read, from `pending_offset_` on
    std::size_t pending_offset_ = 0;
    bool ended_ = false;
    std::string block_;
};

} // namespace preflag

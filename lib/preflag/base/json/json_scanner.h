#pragma once

#include <preflag/base/document/document.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace preflag {

/// Turns offsets that only grow into positions, in time linear in the text, which must outlive it.
class PositionCounter {
  public:
    explicit PositionCounter(std::string_view text) : text_(text) {}

    [[nodiscard]] Position at(std::size_t offset);

  private:
    std::string_view text_;
    std::size_t counted_ = 0;
    std::size_t line_start_ = 0;
    std::uint64_t line_ = 1;
};

/// Reads the document's text into its tree where it is JSON of the common kind: objects, lists,
/// texts without \u, short numbers. False for everything else, all faults among it; parse_json then
/// reads it, or says what is wrong.
bool scan_json(Document& document, const DocumentLimits& limits);

/// The same for any JSON, by a library and slower. Throws MalformedFile as read_json does.
void parse_json(Document& document, const DocumentLimits& limits);

} // namespace preflag

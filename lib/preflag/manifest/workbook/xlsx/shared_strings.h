#pragma once

#include <preflag/manifest/source/byte_source.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// The texts that the cells of an .xlsx workbook share, one behind the other in one memory.
class SharedStrings {
  public:
    /// What they may take: more is no manifest, but a way to fill the memory.
    static constexpr std::uint64_t most_bytes = std::uint64_t{512} << 20;
    static constexpr std::size_t most_strings = std::size_t{1} << 26;

    SharedStrings() = default;
    /// Reads the part "sharedStrings.xml". `size` is what it unpacks to as far as is known. Throws
    /// InputError when it is damaged or above a limit.
    SharedStrings(ByteSource& part, const std::string& name, std::uint64_t size);

    /// nullopt when there is no string of this number, counted from 0.
    [[nodiscard]] std::optional<std::string_view> at(std::size_t number) const;
    [[nodiscard]] std::size_t count() const { return ends_.size(); }

  private:
    class Reader;

    std::string text_;
    std::vector<std::uint32_t> ends_;
};

} // namespace preflag

#pragma once

#include <preflag/base/field.h>

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace preflag {

/// What stands in a cell that holds nothing: "NULL", "N/A", "-0-".
class Placeholders {
  public:
    /// Any case of the letters stands for it, too.
    void add(std::string_view text);

    /// Whether a trimmed value counts as missing in this field. Parties and payment keep theirs:
    /// who writes "N/A" for a consignee has told something.
    [[nodiscard]] bool stands_for_nothing(Field field, std::string_view value) const {
        return beginnings_[index_of(value.front(), value.size())] && is_listed(field, value);
    }

    template <class Archive>
    void serialize(Archive& archive) {
        archive(texts_, beginnings_);
    }

  private:
    static constexpr std::size_t sizes = 32; ///< longer texts count as of the last one
    static std::size_t index_of(char first, std::size_t size) {
        return static_cast<unsigned char>(first) * sizes + std::min(size, sizes - 1);
    }
    [[nodiscard]] bool is_listed(Field field, std::string_view value) const;

    std::set<std::string, std::less<>> texts_; ///< lower case
    std::bitset<256 * sizes> beginnings_; ///< first bytes with sizes: most values have none of them
};

} // namespace preflag

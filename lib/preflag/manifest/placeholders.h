#pragma once

#include <preflag/base/field.h>

#include <bitset>
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
        return value.size() <= longest_ && first_[static_cast<unsigned char>(value.front())] &&
               is_listed(field, value);
    }

  private:
    [[nodiscard]] bool is_listed(Field field, std::string_view value) const;

    std::set<std::string, std::less<>> texts_; ///< lower case
    std::bitset<256> first_;
    std::size_t longest_ = 0;
};

} // namespace preflag

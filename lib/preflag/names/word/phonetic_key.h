#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// Brings spellings of the same sound together: "Khodorkovskiy" and "Hodorkovski" fold to one text.
/// The rewriting rules are data (rules/parties/names.yaml); at each place the longest that fits is
/// taken; then repeated letters become one. Words are lower-case ASCII; other bytes stay.
class PhoneticKey {
  public:
    enum class Place { anywhere, start, end };

    void add(std::string from, std::string to, Place place);
    [[nodiscard]] std::string fold(std::string_view word) const;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(rules_);
    }

  private:
    struct Rule {
        std::string from;
        std::string to;
        Place place = Place::anywhere;
    };
    [[nodiscard]] const Rule* rule_at(std::string_view word, std::size_t at) const;

    std::array<std::vector<Rule>, 256> rules_; ///< by first letter, longest first
};

} // namespace preflag

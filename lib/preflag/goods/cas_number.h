#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace preflag {

/// A CAS Registry Number whose check digit is right.
class CasNumber {
  public:
    CasNumber() = default; ///< no number: what an image of tables is read into
    /// Accepts "7722-84-1", with any Unicode dash, spaces around, a "CAS", "CAS No.:" in front;
    /// without dashes only when the check digit fits. nullopt for anything else.
    static std::optional<CasNumber> parse(std::string_view text);

    /// All digits as one number (7722841).
    [[nodiscard]] std::uint64_t digits() const { return digits_; }
    /// "7722-84-1".
    [[nodiscard]] std::string to_string() const;

    friend auto operator<=>(const CasNumber&, const CasNumber&) = default;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(digits_);
    }

  private:
    explicit CasNumber(std::uint64_t digits) : digits_(digits) {}
    std::uint64_t digits_ = 0;
};

} // namespace preflag

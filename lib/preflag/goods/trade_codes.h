#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace preflag {

/// A number of the European inventories (EINECS, ELINCS, NLP) whose check digit is right.
class EcNumber {
  public:
    EcNumber() = default; ///< no number: what an image of tables is read into
    /// Accepts "231-765-0", spaces around, an "EC" or "EINECS" in front. nullopt for anything else.
    static std::optional<EcNumber> parse(std::string_view text);
    [[nodiscard]] std::uint32_t digits() const { return digits_; }
    [[nodiscard]] std::string to_string() const;
    friend auto operator<=>(const EcNumber&, const EcNumber&) = default;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(digits_);
    }

  private:
    explicit EcNumber(std::uint32_t digits) : digits_(digits) {}
    std::uint32_t digits_ = 0;
};

/// A number of the customs union's inventory of chemicals (ECICS): Customs Union and Statistics. Of
/// its form 9999999-9 the last digit is a check digit like that of CAS numbers; so it is in every
/// number that could be looked up, while the inventory's own page describes the form only.
class CusNumber {
  public:
    CusNumber() = default; ///< no number: what an image of tables is read into
    /// Accepts "0010164-4", spaces around, a "CUS" or "ECICS" in front, a lost dash or leading
    /// zeros ("10164-4", "00101644"). nullopt for anything else.
    static std::optional<CusNumber> parse(std::string_view text);
    [[nodiscard]] std::uint32_t digits() const { return digits_; }
    /// "0010164-4".
    [[nodiscard]] std::string to_string() const;
    friend auto operator<=>(const CusNumber&, const CusNumber&) = default;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(digits_);
    }

  private:
    explicit CusNumber(std::uint32_t digits) : digits_(digits) {}
    std::uint32_t digits_ = 0;
};

/// A United Nations number of dangerous goods, 0004 to 3600.
class UnNumber {
  public:
    UnNumber() = default; ///< no number: what an image of tables is read into
    /// Accepts "2014", "UN2014", "UN No. 2014", "ID 8000" is none. nullopt for anything else.
    static std::optional<UnNumber> parse(std::string_view text);
    [[nodiscard]] std::uint32_t digits() const { return digits_; }
    /// Always four digits: "0331".
    [[nodiscard]] std::string to_string() const;
    friend auto operator<=>(const UnNumber&, const UnNumber&) = default;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(digits_);
    }

  private:
    explicit UnNumber(std::uint32_t digits) : digits_(digits) {}
    std::uint32_t digits_ = 0;
};

/// A tariff code of the Harmonised System, two to ten digits, longer national ones cut to ten.
class HsCode {
  public:
    HsCode() = default; ///< no number: what an image of tables is read into
    /// Accepts dots, spaces and dashes between digits, "HS 2847.00" and "ex 2847 00 00". A code of
    /// an odd number of digits that lost a leading zero in a spreadsheet gets it back, and a number
    /// in exponent form is refused; decimals of zero ("28470000.0") do not count. nullopt for
    /// anything else.
    static std::optional<HsCode> parse(std::string_view text);
    [[nodiscard]] const std::string& digits() const { return digits_; }
    /// Whether a leading zero was put back.
    [[nodiscard]] bool lost_zero() const { return lost_zero_; }
    /// The first six digits as a number, or nothing for a shorter code.
    [[nodiscard]] std::optional<std::uint32_t> subheading() const;
    friend auto operator<=>(const HsCode&, const HsCode&) = default;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(digits_, lost_zero_);
    }

  private:
    HsCode(std::string digits, bool lost_zero)
        : digits_(std::move(digits)), lost_zero_(lost_zero) {}
    std::string digits_;
    bool lost_zero_ = false;
};

} // namespace preflag

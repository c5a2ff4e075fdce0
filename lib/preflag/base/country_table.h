#pragma once

#include <preflag/base/document.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// Countries as manifests write them, as rules/countries.yaml has them.
class CountryTable {
  public:
    /// Adds every defect to `diagnostics`.
    static CountryTable read(const Document& document, std::vector<Diagnostic>& diagnostics);

    /// The ISO 3166 code of "DE", "de", "UK", "Germany", "Deutschland"; nullopt for anything else,
    /// a union included.
    [[nodiscard]] std::optional<std::string> code_of(std::string_view text) const;

    /// The member states of a union ("EU"), the code itself for a country, nothing when unknown.
    [[nodiscard]] std::vector<std::string> members_of(std::string_view code) const;

    /// The codes with a union in the place of its members where all of them are there, in order.
    [[nodiscard]] std::vector<std::string> shortened(std::vector<std::string> codes) const;

    /// All codes of countries and unions.
    [[nodiscard]] std::vector<std::string> codes() const;

  private:
    friend class CountryTableReader;

    std::set<std::string, std::less<>> codes_;
    std::map<std::string, std::string, std::less<>> names_; ///< folded words -> code
    std::map<std::string, std::vector<std::string>, std::less<>> unions_;
};

/// The countries of a field such as "NL, BE" or "Netherlands / Belgium"; what is no country is left
/// out.
std::vector<std::string> countries_in(std::string_view text, const CountryTable& countries);

} // namespace preflag

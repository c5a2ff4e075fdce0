#pragma once

#include <preflag/base/country_table.h>
#include <preflag/places/place.h>

#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// What the parts of one cell say about where it is, put together.
class PlaceClues {
  public:
    explicit PlaceClues(const CountryTable& countries) : countries_(countries) {}

    /// A country by its name or by the code of a port in it.
    void add_country(const std::string& code);
    /// A city or region, with all countries that have one of the name; without any nothing is
    /// added.
    void add_name(std::vector<std::string> candidates);
    /// Two or three letters that can be a country, a part of one or an airport. They choose among
    /// the countries of a city beside them; without a city it is one of `alone`.
    void add_code(std::vector<std::string> candidates, std::vector<std::string> alone);

    /// All that others say.
    void add(const PlaceClues& others);

    [[nodiscard]] bool has_name() const { return !named_.empty(); }
    [[nodiscard]] bool has_country() const { return !stated_.empty(); }
    /// Whether what was last named can be in the country.
    [[nodiscard]] bool may_be_in(const std::string& country) const;
    /// A stated country decides, and of two the territory of the other; else what all names and
    /// codes agree on, or all that they say when they do not agree.
    [[nodiscard]] Place place() const;

  private:
    struct Code {
        std::vector<std::string> candidates, alone;
    };
    [[nodiscard]] std::vector<std::string> stated() const;
    [[nodiscard]] std::vector<std::string> named() const;

    const CountryTable& countries_;
    std::vector<std::string> stated_;
    std::vector<std::vector<std::string>> named_;
    std::vector<Code> coded_;
};

} // namespace preflag

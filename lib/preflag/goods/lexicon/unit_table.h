#pragma once

#include <preflag/base/diagnostic.h>
#include <preflag/base/document.h>
#include <preflag/goods/quantity.h>
#include <preflag/goods/text/lexemes.h>
#include <preflag/goods/text/phrase_set.h>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// Units of mass, volume and particle size, as rules/units.yaml has them.
class UnitTable {
  public:
    /// Adds the units of one file. Defects go to `diagnostics`.
    void read(const Document& document, std::vector<Diagnostic>& diagnostics);

    /// A whole cell: "1,250 kg", "25" with hint "KGM", "4 x 25 kg". nullopt when the number or the
    /// unit cannot be read. The unit in the cell wins over the hint.
    [[nodiscard]] std::optional<Quantity> read_cell(std::string_view cell,
                                                    std::string_view unit_hint) const;
    /// The amounts in a goods text, the largest of them: "4 x 25 kg drums" and
    /// "25 kg x 4" are 100 kg.
    [[nodiscard]] std::optional<Quantity> read_text(std::span<const Lexeme> lexemes) const;
    /// Whether that amount is what a package holds, and nothing tells how many there are: "in 25 kg
    /// bags".
    [[nodiscard]] bool states_content_only(std::span<const Lexeme> lexemes) const;
    /// So many packages of the column, each with the content that the text states: 18 IBC of
    /// "1000 L/IBC". nullopt when the unit is no package or the text states a total.
    [[nodiscard]] std::optional<Quantity> read_packages(std::string_view number,
                                                        std::string_view unit,
                                                        std::span<const Lexeme> lexemes) const;
    /// The particle size in a goods text, in micrometres: "< 63 um", "325 mesh", "D50 20 micron".
    [[nodiscard]] std::optional<Interval> read_particle_size(std::span<const Lexeme> lexemes,
                                                             const PhraseSet& below,
                                                             const PhraseSet& above) const;
    /// Whether a lexeme is a unit of mass or volume ("35 kg" is no strength).
    [[nodiscard]] bool is_amount_unit(const Lexeme& lexeme) const;
    /// Whether a kind of package is named at `place` ("25 bags" is no grade).
    [[nodiscard]] bool is_package(std::span<const Lexeme> lexemes, std::size_t place) const {
        return packages_.at(lexemes, place) > 0;
    }

  private:
    struct Amount {
        double value = 0;
        bool is_volume = false;
        std::size_t end = 0; ///< the lexeme behind its unit
    };
    struct TextAmount {
        double value = 0;
        bool is_volume = false;
        bool is_content = false; ///< of one package out of an unknown number
    };
    [[nodiscard]] std::optional<TextAmount> largest_amount(std::span<const Lexeme> lexemes) const;
    [[nodiscard]] std::optional<Amount> amount_at(std::span<const Lexeme> lexemes,
                                                  std::size_t place) const;
    [[nodiscard]] std::optional<Amount> amount_of(double number, std::string_view unit,
                                                  std::size_t end) const;
    [[nodiscard]] double packages_before(std::span<const Lexeme> lexemes, std::size_t place) const;
    [[nodiscard]] double packages_behind(std::span<const Lexeme> lexemes, std::size_t place) const;
    /// How often an amount at `place` stands in the text: 1 when no packages are counted.
    [[nodiscard]] double packages_of(const Amount& amount, std::span<const Lexeme> lexemes,
                                     std::size_t place) const;

    std::map<std::string, double, std::less<>> kilograms_, litres_, micrometres_;
    PhraseSet mesh_, packages_, times_, times_signs_;
    double micrometres_times_mesh_ = 0;
};

} // namespace preflag

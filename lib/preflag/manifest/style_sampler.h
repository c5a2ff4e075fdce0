#pragma once

#include <preflag/base/cell_styles.h>
#include <preflag/base/cells/written_number.h>

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// What was found out about the writing of one field's cells.
struct FieldStyle {
    Field field = Field::quantity;
    DecimalMark decimal = DecimalMark::unknown; ///< of numbers
    DateOrder dates = DateOrder::unknown;       ///< of the field date
    std::string text;                           ///< for people: `decimal comma, as in "1.800,00"`
};

/// What the user says about the writing of cells; unknown: it is found out.
struct GivenStyles {
    DecimalMark decimal = DecimalMark::unknown;
    DateOrder dates = DateOrder::unknown;
};

/// Looks at the first lines of a manifest and finds out how its columns write numbers. What tells:
/// two different marks in one number ("1.800,00"), a mark that comes twice ("1,800,000"), or one
/// that is not in front of exactly three digits ("12,5", "0,250"). Of goods texts, only numbers
/// with a unit or a percent sign count. Of dates, a number above twelve tells which is the day, and
/// of short years, numbers that are no year of shipments or vary more than years do. What is not
/// told by the column itself stays unknown.
class StyleSampler {
  public:
    /// How much of a manifest is looked at, in bytes.
    static constexpr std::size_t sample_bytes = std::size_t{1} << 20;

    explicit StyleSampler(GivenStyles given) : given_(given) {}

    void add(const FieldValues& line);
    /// A number of a field that a format writes with a decimal point by its own rules.
    void add_point(Field field, std::string_view number);

    [[nodiscard]] CellStyles styles() const;
    /// Of the fields whose cells have anything to tell, in the order of the fields.
    [[nodiscard]] std::vector<FieldStyle> report() const;

  private:
    /// Numbers of one field by what their marks tell, and the first of each kind.
    struct Votes {
        std::uint64_t point = 0, comma = 0;           ///< tell themselves which mark is decimal
        std::uint64_t lone_point = 0, lone_comma = 0; ///< before three digits: may be either
        std::uint64_t small = 0;                      ///< whole numbers below a thousand
        std::uint64_t large = 0;                      ///< whole numbers without any mark above that
        std::string point_example, comma_example, lone_example;
    };

    /// Dates of three numbers by what tells their order, and the first of each kind.
    struct DateVotes {
        std::uint64_t day_first = 0, month_first = 0, either = 0;
        std::uint64_t short_years = 0;                     ///< written with two digits
        std::uint64_t no_first_year = 0, no_last_year = 0; ///< of these, by the number there
        std::set<int> first, last;                         ///< of these, numbers that occur
        std::string day_example, month_example, either_example;
    };

    void add_date(std::string_view cell);
    [[nodiscard]] bool begins_with_year() const;
    [[nodiscard]] DateOrder settled_order() const;
    [[nodiscard]] std::string text_of_dates() const;
    void add_cell(Field field, std::string_view cell);
    void add_text(Field field, std::string_view text);
    static void add_whole_number(Votes& votes, std::string_view digits);
    static void add_number(Votes& votes, const WrittenNumber& number, std::string_view text,
                           char before);
    [[nodiscard]] DecimalMark settled(const Votes& votes) const;
    [[nodiscard]] std::string text_of(const Votes& votes) const;
    [[nodiscard]] Votes& votes_of(Field field) { return votes_[static_cast<std::size_t>(field)]; }

    GivenStyles given_;
    std::array<Votes, field_count> votes_;
    DateVotes dates_;
};

} // namespace preflag

#include <preflag/base/text.h>
#include <preflag/goods/line/figure_marks.h>
#include <preflag/goods/line/strength_figures.h>

#include <algorithm>
#include <limits>
#include <optional>

namespace preflag {

namespace {

constexpr double no_upper_end = std::numeric_limits<double>::infinity();

/// Reads the figure that begins with one number.
class FigureReader : private FigureMarks {
  public:
    /// Words before `floor` belong to another figure.
    FigureReader(std::span<const Lexeme> lexemes, std::size_t place, std::size_t floor,
                 const ReadingVocabulary& words)
        : FigureMarks(lexemes, words), floor_(floor), number_(place), begin_(place),
          next_(place + 1) {
        interval_ = {lexemes[place].number, lexemes[place].number, false, false};
    }

    std::optional<StrengthFigure> read() {
        if (is_part_of_a_code() || is_tolerance())
            return std::nullopt;
        take_tolerance();
        const bool is_at_least = take_plus();
        if (is_first_of_legend()) {
            next_ += legend_begin + 1;
            return StrengthFigure{{interval_, basis_}, begin_, next_, false, false};
        }
        const bool percent_inside = take_percent();
        const bool is_range = take_range();
        if (percent_inside && !is_range)
            basis_ = Basis::not_stated;
        else if (!take_unit() && !take_label() && !take_short_form())
            return std::nullopt;
        take_basis();
        take_bounds();
        if (is_at_least)
            set_minimum(false);
        take_tolerance();
        if (belongs_to_what_follows())
            return std::nullopt;
        take_other_reading();
        return StrengthFigure{{interval_, basis_}, begin_, next_, needs_name_, is_before_size()};
    }

  private:
    /// "12,500 %" is no twelve thousand.
    void take_other_reading() {
        const auto& other = lexemes_[number_].other_number;
        if (is_percent() && interval_.is_exact() && interval_.low > 100 && other && *other <= 100)
            interval_ = {*other, *other};
    }

    /// "7722-84-1", "13-0-46": numbers on both sides of dashes.
    [[nodiscard]] bool is_part_of_a_code() const {
        const bool after = begin_ >= 2 && is_symbol(begin_ - 1, "-") && is_number(begin_ - 2) &&
                           !lexemes_[begin_].after_space;
        const bool chain = is_symbol(next_, "-") && is_number(next_ + 1) &&
                           is_symbol(next_ + 2, "-") && is_number(next_ + 3);
        return chain ||
               (after && begin_ >= 4 && is_symbol(begin_ - 3, "-") && is_number(begin_ - 4));
    }

    /// "25/22 (% nitro / % castor)": the bracket tells what each figure is.
    static constexpr std::size_t legend_begin = 3; ///< lexemes from a figure to its "%"
    [[nodiscard]] bool is_first_of_legend() const {
        return is_symbol(next_, "/") && is_number(next_ + 1) && is_symbol(next_ + 2, "(") &&
               is_symbol(next_ + legend_begin, "%");
    }

    /// The "0.5" of "98 +/- 0.5 %".
    [[nodiscard]] bool is_tolerance() const {
        return (begin_ >= 1 && tolerance_sign_at(begin_ - 1) == 1) ||
               (begin_ >= 3 && tolerance_sign_at(begin_ - 3) == 3);
    }
    void take_tolerance() {
        const std::size_t sign = tolerance_sign_at(next_);
        if (sign > 0 && is_number(next_ + sign))
            next_ += sign + 1;
    }

    /// The sign of "99+ %".
    bool take_plus() {
        if (!is_symbol(next_, "+") ||
            !(is_symbol(next_ + 1, "%") || words_.percent.at(lexemes_, next_ + 1) > 0))
            return false;
        ++next_;
        return true;
    }

    /// "purity 99.5", "conc.: 65": a word in front makes the bare number a strength.
    bool take_label() {
        std::size_t before = begin_;
        while (before > 0 && (is_symbol(before - 1, ":") || is_symbol(before - 1, "=") ||
                              is_symbol(before - 1, ".") || is_symbol(before - 1, ">") ||
                              is_symbol(before - 1, "≥")))
            --before;
        if (const std::size_t minimum = words_.minimum.before(lexemes_, before); minimum > 0)
            before -= minimum;
        return interval_.high <= 100 && words_.labels.before(lexemes_, before) > 0 &&
               ends_at(next_);
    }

    /// "68pc" and the bare "68" of "HNO3 68 techn.".
    bool take_short_form() {
        constexpr double lowest_bare_figure = 20;
        if (interval_.high > 100)
            return false;
        needs_name_ = true;
        const std::size_t taken = words_.percent_attached.at(lexemes_, next_);
        if (taken > 0 && !lexemes_[next_].after_space) {
            next_ += taken;
            return true;
        }
        return interval_.low >= lowest_bare_figure && ends_at(next_);
    }

    [[nodiscard]] bool is_before_size() const {
        const bool is_compared = is_symbol(next_, "<") || is_symbol(next_, ">") ||
                                 is_symbol(next_, "≤") || is_symbol(next_, "≥");
        return is_compared && is_number(next_ + 1) && !is_symbol(next_ + 2, "%");
    }

    /// "10 % discount", "100 % cotton".
    [[nodiscard]] bool belongs_to_what_follows() const {
        return words_.claims_before.at(lexemes_, next_) > 0;
    }

    bool take_percent() {
        if (is_symbol(next_, "%")) {
            ++next_;
            return true;
        }
        const std::size_t taken = words_.percent.at(lexemes_, next_);
        next_ += taken;
        return taken > 0;
    }

    /// "-35", "to 35", "- < 35", "to under 35": the upper end.
    bool take_range() {
        std::size_t place = next_;
        bool is_joined = true;
        if (const std::size_t taken = words_.range.at(lexemes_, place); taken > 0)
            place += taken;
        else if (is_symbol(place, "-"))
            ++place;
        else if (const std::size_t listed = words_.list_words.at(lexemes_, place);
                 listed > 0 && is_opened())
            place += listed;
        else
            is_joined = false;
        place += is_joined ? skipped_at(place) : 0;
        if (!is_joined || !is_number(place))
            return take_upper_bound(is_joined ? place : next_, is_joined) || take_chain();
        return take_upper_end(place, false);
    }

    /// "between", "tra il": before the first figure of a range that "and" joins.
    [[nodiscard]] bool is_opened() const {
        std::size_t before = begin_ - (has_percent_before() ? 1 : 0);
        if (words_.range_openers.before(lexemes_, before) == 0)
            before -= std::min<std::size_t>(words_.fillers.before(lexemes_, before), 1);
        return words_.range_openers.before(lexemes_, before) > 0;
    }

    /// An article or the sign of per cent in front of the second figure: "e il 10", "%5-%10".
    [[nodiscard]] std::size_t skipped_at(std::size_t place) const {
        const bool is_skipped =
            is_number(place + 1) && (words_.fillers.at(lexemes_, place) == 1 ||
                                     (is_symbol(place, "%") && has_percent_before()));
        return is_skipped ? 1 : 0;
    }

    bool take_upper_end(std::size_t place, bool is_open) {
        const std::size_t after = place + 1;
        if (!is_number(place) || lexemes_[place].number < interval_.low ||
            !(has_percent_at(after) || unit_at(after).first > 0 || has_percent_before()))
            return false;
        interval_ = {interval_.low, lexemes_[place].number, is_lower_open(), is_open};
        next_ = after;
        return true;
    }

    /// Whether a word or sign in front of the figure makes it a lower end.
    [[nodiscard]] bool is_lower_bound() const {
        const std::size_t before = before_marks(begin_);
        return before > 0 &&
               (is_symbol(before - 1, ">") || is_symbol(before - 1, "≥") ||
                words_.minimum.before(lexemes_, before) > words_.maximum.before(lexemes_, before));
    }
    /// ">5", but not ">=5".
    [[nodiscard]] bool is_lower_open() const { return begin_ > 0 && is_symbol(begin_ - 1, ">"); }

    /// "min 60 max 65 %", ">= 60 <= 65 %", "60 to under 65 %": a bound behind the lower end, which
    /// must be `is_joined` by a word of a range or a dash, or a lower bound itself.
    bool take_upper_bound(std::size_t place, bool is_joined) {
        if (!is_joined && !is_lower_bound())
            return false;
        if (!is_joined && is_symbol(place, ","))
            ++place;
        else if (!is_joined)
            place += words_.list_words.at(lexemes_, place);
        if (const std::size_t sign = upper_sign_at(place); sign > 0)
            return take_upper_end(place + sign, sign == 1 && is_symbol(place, "<"));
        const std::size_t taken = words_.maximum.at(lexemes_, place);
        const bool has_mark = is_symbol(place + taken, ".") || is_symbol(place + taken, ":");
        return taken > 0 && take_upper_end(place + taken + (has_mark ? 1 : 0), false);
    }

    /// "5 % <= C < 8 %", "35 ≤ conc. ≤ 50 %".
    bool take_chain() {
        const std::size_t sign = upper_sign_at(next_);
        const std::size_t word = next_ + sign;
        if (sign == 0 || word >= lexemes_.size() || lexemes_[word].kind != Lexeme::Kind::word)
            return false;
        const std::size_t second = word + (is_symbol(word + 1, ".") ? 2 : 1);
        const std::size_t length = upper_sign_at(second);
        const bool is_open = sign == 1 && is_symbol(next_, "<");
        if (length == 0 || !take_upper_end(second + length, length == 1 && is_symbol(second, "<")))
            return false;
        interval_.low_open = is_open;
        return true;
    }

    [[nodiscard]] bool has_percent_before() const {
        return begin_ >= 1 && is_symbol(begin_ - 1, "%") && !(begin_ >= 2 && is_number(begin_ - 2));
    }

    bool take_unit() {
        if (take_percent())
            return true;
        if (has_percent_before()) {
            --begin_;
            return true;
        }
        const auto [taken, basis] = unit_at(next_);
        if (taken == 0) {
            if (next_ < lexemes_.size() && lexemes_[next_].is_capital)
                for (const auto& [capital, phrases] : words_.capital_units)
                    if (phrases.at(lexemes_, next_) > 0) {
                        basis_ = capital;
                        ++next_;
                        return true;
                    }
            // "35 w/w": the basis says that the figure is a strength.
            for (const auto& [stated, phrases] : words_.bases)
                if (phrases.at(lexemes_, next_) >= 3)
                    return true;
            return false;
        }
        next_ += taken + (is_symbol(next_, "°") ? 1 : 0);
        basis_ = basis;
        return true;
    }

    /// "% w/w", "% (by weight)", "N 34 %".
    void take_basis() {
        if (basis_ != Basis::not_stated)
            return;
        const bool opened = is_symbol(next_, "(") || is_symbol(next_, "[");
        const std::size_t place = next_ + (opened || is_symbol(next_, ".") ? 1 : 0);
        std::size_t longest = 0;
        for (const auto& [basis, phrases] : words_.bases)
            if (const std::size_t taken = phrases.at(lexemes_, place); taken > longest) {
                longest = taken;
                basis_ = basis;
            }
        if (longest > 0) {
            next_ = place + longest;
            return;
        }
        const std::size_t before = before_marks(begin_);
        for (const auto& [basis, phrases] : words_.bases) {
            const std::size_t taken = phrases.before(lexemes_, before);
            const bool is_unit_of_another = before > taken && is_number(before - taken - 1);
            if (taken > longest && !is_unit_of_another) {
                longest = taken;
                basis_ = basis;
            }
        }
        if (longest > 0)
            begin_ = before - longest;
    }

    void set_maximum(bool open) {
        if (interval_.is_exact())
            interval_ = {0, interval_.high, false, open};
    }
    void set_minimum(bool open) {
        if (interval_.is_exact())
            interval_ = {interval_.low, is_percent() ? 100 : no_upper_end, open, false};
    }
    [[nodiscard]] bool is_percent() const {
        return basis_ != Basis::mol_per_litre && basis_ != Basis::normality &&
               basis_ != Basis::gram_per_litre;
    }

    /// Of two phrases that end at the same place the longer one counts: "not less than". Returns
    /// the lexemes that it takes up.
    std::size_t take_bound_before(std::size_t place) {
        const std::size_t maximum = words_.maximum.before(lexemes_, place);
        const std::size_t minimum = words_.minimum.before(lexemes_, place);
        const std::size_t taken = std::max(maximum, minimum);
        if (taken == 0 || place < floor_ + taken)
            return 0;
        if (maximum > minimum)
            set_maximum(false);
        else
            set_minimum(false);
        return taken;
    }

    /// "5%以上10%以下": the next figure has its own bound behind it.
    [[nodiscard]] bool is_before_bound(std::size_t number) const {
        const std::size_t place = number + (is_symbol(number + 1, "%") ? 2 : 1);
        return words_.maximum_behind.at(lexemes_, place) > 0 && !is_ascii(lexemes_[place].text);
    }

    /// The same for phrases directly behind the figure.
    std::size_t take_bound_behind() {
        const std::size_t maximum = words_.maximum_behind.at(lexemes_, next_);
        const std::size_t minimum = words_.minimum_behind.at(lexemes_, next_);
        const std::size_t taken = std::max(maximum, minimum);
        if (taken == 0 || (is_number(next_ + taken) && !is_before_bound(next_ + taken)))
            return 0;
        if (maximum > minimum)
            set_maximum(false);
        else
            set_minimum(false);
        return taken;
    }

    /// Bounds directly before ("max. 12 %", "< 12 %") or after ("12 % max").
    void take_bounds() {
        const std::size_t before = before_marks(begin_);
        const bool is_closed = before < begin_ && is_symbol(before, "=");
        const auto symbol = [&](std::string_view text) {
            return before > 0 && is_symbol(before - 1, text);
        };
        if (symbol("<") || symbol("≤")) {
            set_maximum(symbol("<") && !is_closed);
            begin_ = before - 1;
        } else if (symbol(">") || symbol("≥")) {
            set_minimum(symbol(">") && !is_closed);
            begin_ = before - 1;
        } else if (const std::size_t taken = take_bound_before(before); taken > 0) {
            begin_ = before - taken;
        } else if (const std::size_t behind = take_bound_behind(); behind > 0) {
            next_ += behind;
        } else if (const auto about = words_.about.before(lexemes_, before); about > 0) {
            begin_ = before - about;
        }
    }

    std::size_t floor_;
    std::size_t number_;
    std::size_t begin_;
    std::size_t next_;
    Interval interval_;
    Basis basis_ = Basis::not_stated;
    bool needs_name_ = false;
};

} // namespace

std::vector<StrengthFigure> find_strength_figures(std::span<const Lexeme> lexemes,
                                                  const ReadingVocabulary& words) {
    std::vector<StrengthFigure> figures;
    std::size_t place = 0;
    while (place < lexemes.size()) {
        std::optional<StrengthFigure> figure;
        if (lexemes[place].kind == Lexeme::Kind::number)
            figure = FigureReader(lexemes, place, figures.empty() ? 0 : figures.back().end, words)
                         .read();
        const std::size_t end = figure ? figure->end : place + 1;
        if (figure)
            figures.push_back(*figure);
        place = std::max(end, place + 1);
    }
    return figures;
}

} // namespace preflag

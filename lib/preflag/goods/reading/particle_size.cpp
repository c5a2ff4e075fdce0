#include <preflag/goods/reading/particle_size.h>

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace preflag {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// Reads the size whose first number stands at one place.
class SizeReader {
  public:
    SizeReader(std::span<const Lexeme> tokens, std::size_t place, const Lexicon& lexicon)
        : tokens_(tokens), place_(place), next_(place + 1), lexicon_(lexicon),
          low_(tokens[place].number), high_(low_) {}

    std::optional<Interval> read() {
        take_range();
        if (const auto factor = factor_of(lexicon_.units.micrometres,
                                          next_ < tokens_.size() ? tokens_[next_].text : ""))
            return of_length(*factor);
        const UnitTable& units = lexicon_.units;
        if (units.mesh.at(tokens_, next_) > 0 && units.micrometres_times_mesh > 0)
            return of_mesh(units.micrometres_times_mesh);
        return std::nullopt;
    }

  private:
    [[nodiscard]] bool is_behind(std::string_view symbol) const {
        return place_ > 0 && tokens_[place_ - 1].text == symbol;
    }
    [[nodiscard]] bool is_below() const {
        return is_behind("<") || is_behind("≤") || is_behind("-") ||
               lexicon_.words.maximum.before(tokens_, place_) > 0;
    }
    [[nodiscard]] bool is_above() const {
        return is_behind(">") || is_behind("≥") ||
               lexicon_.words.minimum.before(tokens_, place_) > 0;
    }

    /// "1-5", or the dash of "325-mesh".
    void take_range() {
        if (tokens_[next_].text != "-")
            return;
        if (next_ + 2 < tokens_.size() && tokens_[next_ + 1].kind == Lexeme::Kind::number) {
            high_ = tokens_[next_ + 1].number;
            ++next_;
        }
        ++next_;
    }

    [[nodiscard]] Interval of_length(double factor) const {
        if (is_above())
            return {high_ * factor, infinite, true, false};
        return {is_below() ? 0 : low_ * factor, high_ * factor, false, is_below()};
    }

    /// The higher the mesh number, the smaller the opening.
    [[nodiscard]] Interval of_mesh(double micrometres_times_mesh) const {
        const double opening = micrometres_times_mesh / low_;
        if (is_behind("+") || is_above())
            return {opening, infinite, false, false};
        return {is_below() ? 0 : micrometres_times_mesh / high_, opening, false, is_below()};
    }

    std::span<const Lexeme> tokens_;
    std::size_t place_;
    std::size_t next_;
    const Lexicon& lexicon_;
    double low_;
    double high_;
};

} // namespace

std::optional<Interval> read_particle_size(std::span<const Lexeme> tokens, const Lexicon& lexicon) {
    for (std::size_t place = 0; place + 1 < tokens.size(); ++place)
        if (tokens[place].kind == Lexeme::Kind::number && tokens[place].number > 0)
            if (const auto size = SizeReader(tokens, place, lexicon).read())
                return size;
    return std::nullopt;
}

std::optional<Interval> particle_size(const Lexicon& lexicon, const GoodsLine& line) {
    if (const std::string_view cell = line.cells[Field::particle_size]; !cell.empty())
        if (const auto size = read_particle_size(lex(cell), lexicon))
            return size;
    for (const GoodsText& text : line.texts)
        if (const auto size = read_particle_size(text.tokens, lexicon))
            return size;
    return std::nullopt;
}

std::string micrometre_text(const Interval& size) {
    if (size.is_exact())
        return fmt::format("{:.4g} um", size.low);
    if (std::isinf(size.high))
        return fmt::format("{} {:.4g} um", size.low_open ? ">" : ">=", size.low);
    if (size.low <= 0)
        return fmt::format("{} {:.4g} um", size.high_open ? "<" : "<=", size.high);
    return fmt::format("{:.4g}-{:.4g} um", size.low, size.high);
}

} // namespace preflag

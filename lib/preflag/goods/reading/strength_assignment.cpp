#include <preflag/goods/reading/strength_assignment.h>

#include <algorithm>

namespace preflag {

namespace {

constexpr std::uint32_t other_thing = 0xFFFFFFFF;
constexpr double farthest_before = 14; ///< a figure this far behind a name still belongs to it
constexpr double farthest_behind = 3.5;

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() > end.size() + 1 && text.substr(text.size() - end.size()) == end;
}

/// Names, and the other things that attract figures.
class Assignment {
  public:
    Assignment(const CellText& cell, std::span<const FigureOwner> owners,
               std::span<const LexemeRange> other_products, const ReadingWords& words)
        : cell_(cell), words_(words), owners_(owners.begin(), owners.end()) {
        for (const LexemeRange& range : other_products)
            owners_.push_back({.range = range, .substance = other_thing});
        add_other_things();
    }

    /// The owner of one figure; nullopt when no owner is near.
    /// A name that a figure stands right before ("60 % sodium nitrate 40 % ...") has got its own.
    const FigureOwner* owner_of(const StrengthFigure& figure) {
        const FigureOwner* best = nullptr;
        double least = 1e9;
        for (const FigureOwner& owner : owners_) {
            const bool is_before = owner.range.end <= figure.begin;
            if ((!is_before && owner.range.begin < figure.end) || !may_own(owner, figure))
                continue;
            const double distance = is_before ? cost(owner.range.end, figure.begin, 1.5) +
                                                    (is_served(owner) ? 1.0 : 0.0)
                                              : cost(figure.end, owner.range.begin, 4) + 0.2;
            if (distance > (is_before ? farthest_before : farthest_behind))
                continue;
            if (distance < least) {
                least = distance;
                best = &owner;
            }
        }
        if (best != nullptr && best->range.begin >= figure.end)
            served_.push_back(best->range.begin);
        return best;
    }

  private:
    /// Moisture holds no nitrogen, and a figure in short form belongs to the name right before it.
    [[nodiscard]] bool may_own(const FigureOwner& owner, const StrengthFigure& figure) const {
        if (owner.is_silent || (owner.is_measure && figure.concentration.basis == Basis::nitrogen))
            return false;
        if (!figure.needs_name)
            return true;
        const std::size_t end = owner.range.end;
        const bool has_mark = end + 1 == figure.begin && end < cell_.lexemes.size() &&
                              (cell_.lexemes[end].text == "-" || cell_.lexemes[end].text == "(" ||
                               cell_.lexemes[end].text == ":");
        return end == figure.begin || has_mark;
    }

    [[nodiscard]] bool is_served(const FigureOwner& owner) const {
        return std::find(served_.begin(), served_.end(), owner.range.begin) != served_.end();
    }

    [[nodiscard]] bool is_owned(std::size_t place) const {
        return std::any_of(owners_.begin(), owners_.end(), [&](const FigureOwner& owner) {
            return place >= owner.range.begin && place < owner.range.end;
        });
    }

    [[nodiscard]] bool is_chemical(std::size_t place) const {
        const Lexeme& lexeme = cell_.lexemes[place];
        if (lexeme.kind != Lexeme::Kind::word)
            return false;
        if (words_.chemical_words.at(cell_.lexemes, place) > 0)
            return true;
        return std::any_of(
            words_.chemical_endings.begin(), words_.chemical_endings.end(),
            [&](const std::string& ending) { return ends_with(lexeme.text, ending); });
    }

    void add_other_things() {
        std::vector<FigureOwner> others;
        for (std::size_t place = 0; place < cell_.lexemes.size(); ++place) {
            if (is_owned(place))
                continue;
            std::size_t taken = words_.other_things.at(cell_.lexemes, place);
            const bool is_measure = taken > 0;
            if (taken == 0 && is_chemical(place) && words_.between.at(cell_.lexemes, place) == 0)
                taken = 1;
            if (taken > 0)
                others.push_back({.range = {place, place + taken},
                                  .substance = other_thing,
                                  .is_measure = is_measure});
        }
        owners_.insert(owners_.end(), others.begin(), others.end());
    }

    /// Words between count one, words that belong to strengths little, clause marks much.
    [[nodiscard]] double cost(std::size_t from, std::size_t to, double comma) const {
        double sum = 0;
        for (std::size_t place = from; place < to; ++place) {
            const Lexeme& lexeme = cell_.lexemes[place];
            if (lexeme.text == ";" || lexeme.text == "|")
                sum += 8;
            else if (lexeme.text == "," || lexeme.text == "+" || lexeme.text == "&" ||
                     lexeme.text == "/")
                sum += comma;
            else if (lexeme.kind == Lexeme::Kind::symbol)
                sum += 0.1;
            else if (words_.between.at(cell_.lexemes, place) > 0 ||
                     words_.fillers.at(cell_.lexemes, place) > 0)
                sum += 0.3;
            else
                sum += 1;
        }
        return sum;
    }

    const CellText& cell_;
    const ReadingWords& words_;
    std::vector<FigureOwner> owners_;
    std::vector<std::size_t> served_; ///< names with a figure of their own in front
};

} // namespace

std::vector<OwnedFigure> assign_figures(const CellText& cell, std::span<const FigureOwner> owners,
                                        std::span<const LexemeRange> other_products,
                                        std::optional<std::uint32_t> only_substance,
                                        const ReadingWords& words) {
    Assignment assignment(cell, owners, other_products, words);
    std::vector<OwnedFigure> owned;
    for (const StrengthFigure& figure : find_strength_figures(cell.lexemes, words)) {
        const FigureOwner* owner = assignment.owner_of(figure);
        if (owner != nullptr && owner->substance != other_thing)
            owned.push_back({owner->substance, figure, owner->range.begin});
        else if (owner == nullptr && owners.empty() && only_substance && !figure.needs_name)
            owned.push_back({*only_substance, figure, figure.begin});
    }
    return owned;
}

} // namespace preflag

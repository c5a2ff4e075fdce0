#include <preflag/goods/strength/strength_assignment.h>

#include <algorithm>
#include <numeric>

namespace preflag {

namespace {

/// Distances between a figure and a name, in tenths of a word. They were set by the labelled lines
/// of tests/accuracy: with them the figures of mixtures, lists and tables fall to the right names.
namespace distance {
constexpr int word = 10;
constexpr int strength_word = 3;     ///< "solution", "grade": goes with a figure
constexpr int mark = 1;              ///< a dash, a bracket
constexpr int clause = 80;           ///< ";" and "|": the next clause is about something else
constexpr int list_behind_name = 15; ///< "nitric acid, 65 %": a comma often stands before a figure
constexpr int list_before_name = 40; ///< "5 %, acetone": behind a comma comes the next item
constexpr int served = 10;           ///< a name that has a figure in front needs no other
constexpr int name_behind = 2;       ///< of two equally near names the one before the figure counts
constexpr int farthest_before = 140; ///< a figure this far behind a name still belongs to it
constexpr int farthest_behind = 35;  ///< and one this far before it
} // namespace distance

/// What may attract figures: a name, or another thing.
struct Attractor {
    LexemeRange range;
    std::optional<SubstanceId> substance; ///< nothing for another thing
    bool is_measure = false; ///< of another thing that has no nitrogen: "moisture", "VAT"
    bool is_silent = false;
};

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() > end.size() + 1 && text.ends_with(end);
}

bool is_chemical(const std::vector<Lexeme>& tokens, std::size_t place,
                 const ReadingVocabulary& words) {
    if (tokens[place].kind != Lexeme::Kind::word)
        return false;
    return words.chemical_words.at(tokens, place) > 0 ||
           std::any_of(
               words.chemical_endings.begin(), words.chemical_endings.end(),
               [&](const std::string& ending) { return ends_with(tokens[place].text, ending); });
}

/// Names, and the other things that attract figures. A figure looks only at those within reach.
class Assignment {
  public:
    Assignment(const GoodsText& text, std::span<const FigureOwner> owners,
               std::span<const LexemeRange> other_products, const ReadingVocabulary& words)
        : tokens_(text.tokens), words_(words), is_served_(text.tokens.size() + 1) {
        for (const FigureOwner& owner : owners)
            all_.push_back({owner.range, owner.substance, false, owner.is_silent});
        for (const LexemeRange& range : other_products)
            all_.push_back({range, std::nullopt});
        add_other_things();
        is_declaration_ = is_declaration(owners);
        measure();
        by_end_ = sorted([](const Attractor& one) { return one.range.end; });
        by_begin_ = sorted([](const Attractor& one) { return one.range.begin; });
    }

    /// The owner of one figure; nullptr when none is near. Figures are to be asked for in reading
    /// order: a name that a figure stands right before ("60 % sodium nitrate 40 % ...") has got its
    /// own.
    const Attractor* owner_of(const StrengthFigure& figure) {
        Nearest nearest;
        look_back(figure, nearest);
        look_ahead(figure, nearest);
        const Attractor* owner = nearest.index < all_.size() ? &all_[nearest.index] : nullptr;
        if (owner != nullptr && owner->range.begin >= figure.end)
            is_served_[owner->range.begin] = true;
        return owner;
    }

  private:
    struct Nearest {
        int distance = distance::farthest_before + 1;
        std::size_t index = static_cast<std::size_t>(-1);

        /// Of equally near ones the first in the order of all.
        void offer(int other_distance, std::size_t other) {
            if (other_distance < distance || (other_distance == distance && other < index)) {
                distance = other_distance;
                index = other;
            }
        }
    };

    void look_back(const StrengthFigure& figure, Nearest& nearest) const {
        auto place = std::partition_point(by_end_.begin(), by_end_.end(), [&](std::size_t index) {
            return all_[index].range.end <= figure.begin;
        });
        while (place != by_end_.begin()) {
            const Attractor& one = all_[*--place];
            const int way = behind_name_[figure.begin] - behind_name_[one.range.end];
            if (way > std::min(nearest.distance, distance::farthest_before))
                return;
            const int total = way + (is_served_[one.range.begin] ? distance::served : 0);
            if (total <= distance::farthest_before && may_own(one, figure))
                nearest.offer(total, *place);
        }
    }

    void look_ahead(const StrengthFigure& figure, Nearest& nearest) const {
        auto place =
            std::partition_point(by_begin_.begin(), by_begin_.end(), [&](std::size_t index) {
                return all_[index].range.begin < figure.end;
            });
        for (; place != by_begin_.end(); ++place) {
            const Attractor& one = all_[*place];
            const int way =
                before_name_[one.range.begin] - before_name_[figure.end] + distance::name_behind;
            if (way > std::min(nearest.distance, distance::farthest_behind))
                return;
            if (may_own(one, figure))
                nearest.offer(way, *place);
        }
    }

    /// Moisture holds no nitrogen, and a figure in short form belongs to the name right before it.
    [[nodiscard]] bool may_own(const Attractor& one, const StrengthFigure& figure) const {
        if (one.is_silent || (one.is_measure && figure.concentration.basis == Basis::nitrogen))
            return false;
        if (!figure.needs_name)
            return true;
        const std::size_t end = one.range.end;
        const bool has_mark =
            end + 1 == figure.begin && end < tokens_.size() &&
            (tokens_[end].text == "-" || tokens_[end].text == "(" || tokens_[end].text == ":");
        return end == figure.begin || has_mark;
    }

    /// The declared elements of customs forms stand between bars, and all are about the one
    /// substance that is named: "过氧化氢|0|3|5%|消毒用".
    [[nodiscard]] bool is_declaration(std::span<const FigureOwner> owners) const {
        const auto bars = std::count_if(tokens_.begin(), tokens_.end(),
                                        [](const Lexeme& token) { return token.text == "|"; });
        return bars >= 2 && !owners.empty() &&
               std::all_of(owners.begin(), owners.end(), [&](const FigureOwner& owner) {
                   return owner.substance == owners.front().substance;
               });
    }

    void add_other_things() {
        std::vector<bool> is_owned(tokens_.size());
        for (const Attractor& one : all_)
            std::fill(is_owned.begin() + static_cast<std::ptrdiff_t>(one.range.begin),
                      is_owned.begin() + static_cast<std::ptrdiff_t>(one.range.end), true);
        for (std::size_t place = 0; place < tokens_.size(); ++place) {
            if (is_owned[place])
                continue;
            std::size_t taken = words_.other_things.at(tokens_, place);
            const bool is_measure = taken > 0;
            if (taken == 0 && is_chemical(tokens_, place, words_) &&
                words_.between.at(tokens_, place) == 0)
                taken = 1;
            if (taken > 0)
                all_.push_back({{place, place + taken}, std::nullopt, is_measure, false});
        }
    }

    /// The ways from the beginning of the text to each token, so that any stretch is a difference.
    void measure() {
        behind_name_.push_back(0);
        before_name_.push_back(0);
        for (std::size_t place = 0; place < tokens_.size(); ++place) {
            behind_name_.push_back(behind_name_.back() + step(place, distance::list_behind_name));
            before_name_.push_back(before_name_.back() + step(place, distance::list_before_name));
        }
    }

    [[nodiscard]] int step(std::size_t place, int list) const {
        const Lexeme& token = tokens_[place];
        if (is_declaration_)
            return token.text == "|" && list == distance::list_before_name ? distance::clause
                                                                           : distance::mark;
        if (token.text == ";" || token.text == "|")
            return distance::clause;
        if (token.text == "," || token.text == "+" || token.text == "&" || token.text == "/")
            return list;
        if (token.kind == Lexeme::Kind::symbol)
            return distance::mark;
        return words_.between.at(tokens_, place) > 0 || words_.fillers.at(tokens_, place) > 0
                   ? distance::strength_word
                   : distance::word;
    }

    template <typename Key>
    [[nodiscard]] std::vector<std::size_t> sorted(Key key) const {
        std::vector<std::size_t> order(all_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
            return key(all_[left]) < key(all_[right]);
        });
        return order;
    }

    const std::vector<Lexeme>& tokens_;
    const ReadingVocabulary& words_;
    std::vector<Attractor> all_;
    std::vector<std::size_t> by_end_, by_begin_; ///< indices into all_
    std::vector<int> behind_name_, before_name_; ///< by token
    bool is_declaration_ = false;
    std::vector<bool> is_served_; ///< names with a figure in front, by first token
};

} // namespace

std::vector<OwnedFigure> assign_figures(const GoodsText& text, std::span<const FigureOwner> owners,
                                        std::span<const LexemeRange> other_products,
                                        std::optional<SubstanceId> only_substance,
                                        const ReadingVocabulary& words) {
    std::vector<OwnedFigure> owned;
    if (text.figures.empty())
        return owned;
    Assignment assignment(text, owners, other_products, words);
    for (const StrengthFigure& figure : text.figures) {
        const Attractor* owner = assignment.owner_of(figure);
        if (owner != nullptr && owner->substance)
            owned.push_back({*owner->substance, figure, owner->range.begin});
        else if (owner == nullptr && owners.empty() && only_substance && !figure.needs_name)
            owned.push_back({*only_substance, figure, figure.begin});
    }
    return owned;
}

} // namespace preflag

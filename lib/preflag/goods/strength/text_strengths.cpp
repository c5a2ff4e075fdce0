#include <preflag/goods/strength/strength_assignment.h>
#include <preflag/goods/strength/text_strengths.h>

#include <algorithm>

namespace preflag {

namespace {

/// "at least 65 %, but not more than 70 %" is one range.
std::optional<Concentration> bounded(const std::vector<Concentration>& figures) {
    if (figures.size() != 2 || figures[0].basis != figures[1].basis)
        return std::nullopt;
    Interval lower = figures[0].value;
    Interval upper = figures[1].value;
    if (lower.low == 0)
        std::swap(lower, upper);
    if (lower.low <= 0 || lower.high < 100 || lower.is_exact() || upper.low > 0 ||
        upper.high < lower.low)
        return std::nullopt;
    return Concentration{{lower.low, upper.high, lower.low_open, upper.high_open},
                         figures[0].basis};
}

/// Nothing but marks and words of a list stands between two figures: "6 % / 30 %".
bool is_listed(const GoodsText& text, const StrengthFigure& left, const StrengthFigure& right,
               const ReadingVocabulary& words) {
    for (std::size_t place = left.end; place < right.begin;) {
        const std::string& mark = text.tokens[place].text;
        const std::size_t word = words.list_words.at(text.tokens, place);
        if (word == 0 && mark != "/" && mark != "," && mark != ";" && mark != "&" && mark != ")" &&
            mark != "(")
            return false;
        place += std::max<std::size_t>(word, 1);
    }
    return true;
}

bool is_part_of_split(const StrengthFigure& figure) {
    return figure.concentration.basis == Basis::nitrate_nitrogen ||
           figure.concentration.basis == Basis::ammonium_nitrogen;
}

/// "AN" of "AN 33.5", so that the figure can belong to it.
LexemeRange without_figure(const GoodsText& text, LexemeRange name) {
    const bool ends_in_figure =
        name.end > name.begin + 1 && text.tokens[name.end - 1].kind == Lexeme::Kind::number;
    return {name.begin, name.end - (ends_in_figure ? 1 : 0)};
}

/// The names in a text that figures may belong to. "solar salt" beside the names of its parts,
/// "glow fuel" beside "nitro" take none.
std::vector<FigureOwner> owners_in(const GoodsText& text, const Candidate& candidate) {
    const auto is_here = [&](const Hit* hit) { return hit->field == text.field; };
    const bool has_name =
        std::any_of(candidate.hits.begin(), candidate.hits.end(), [&](const Hit* hit) {
            return is_here(hit) && hit->kind == EvidenceKind::name;
        });
    const bool has_plain_short_name =
        std::any_of(candidate.hits.begin(), candidate.hits.end(), [&](const Hit* hit) {
            return is_here(hit) && hit->kind == EvidenceKind::abbreviation && !hit->is_telling;
        });
    std::vector<FigureOwner> owners;
    for (const Hit* hit : candidate.hits) {
        const bool gives_way =
            (hit->kind == EvidenceKind::abbreviation || hit->kind == EvidenceKind::trade_name) &&
            (has_name || (hit->is_telling && has_plain_short_name));
        if (is_here(hit))
            owners.push_back({.range = without_figure(text, hit->range),
                              .substance = candidate.substance,
                              .is_silent = gives_way});
    }
    return owners;
}

std::vector<OwnedFigure> owned_figures(const GoodsText& text, const Belief& belief,
                                       std::optional<SubstanceId> only_substance,
                                       const ReadingVocabulary& words) {
    std::vector<FigureOwner> owners;
    for (const Candidate& candidate : belief.candidates)
        for (const FigureOwner& owner : owners_in(text, candidate))
            owners.push_back(owner);
    std::vector<LexemeRange> others;
    for (const Hit* hit : belief.other_products)
        if (hit->field == text.field)
            others.push_back(hit->range);
    return assign_figures(text, owners, others, only_substance, words);
}

/// Of the figures of one substance those that tell its strength. Of several behind one name, the
/// later ones count when they go on with a list or state the same in another unit; else they are
/// about something else.
std::vector<const StrengthFigure*>
telling(const GoodsText& text, std::span<const OwnedFigure> owned, const ReadingVocabulary& words) {
    std::vector<const StrengthFigure*> figures;
    const OwnedFigure* previous = nullptr;
    for (const OwnedFigure& owner : owned) {
        const StrengthFigure& figure = owner.figure;
        if (is_part_of_split(figure) || (figure.may_be_sieved && previous != nullptr))
            continue;
        const Concentration& stated = figure.concentration;
        const bool goes_on = previous == nullptr || previous->name != owner.name ||
                             previous->figure.concentration.basis != stated.basis ||
                             !previous->figure.concentration.value.is_exact() ||
                             !stated.value.is_exact() ||
                             is_listed(text, previous->figure, figure, words);
        if (!goes_on)
            continue;
        figures.push_back(&figure);
        previous = &owner;
    }
    return figures;
}

/// The figures of one substance, of which there must be one, as a statement.
StrengthStatement statement_of(const Lexicon& lexicon, const GoodsText& text, SubstanceId substance,
                               const std::vector<const StrengthFigure*>& telling_figures) {
    const StrengthFacts& facts = lexicon[substance].strength;
    std::vector<Concentration> figures;
    std::string written;
    for (const StrengthFigure* figure : telling_figures) {
        figures.push_back(figure->concentration);
        if (figures.back().basis == Basis::normality && facts.nitrogen && !facts.equivalents)
            figures.back().basis = Basis::nitrogen; // "32 N" of a fertiliser
        written += (written.empty() ? "" : ", ") + text.written(figure->begin, figure->end);
    }
    const bool is_bare = figures.front().basis == Basis::not_stated;
    if (is_bare && facts.bare_nitrogen && lexicon.words.solution.anywhere(text.tokens))
        figures.front().basis = Basis::weight_by_weight;
    return {substance, StrengthSource::text, combined(figures), std::move(written)};
}

} // namespace

Concentration combined(const std::vector<Concentration>& figures) {
    const auto rank = [](Basis basis) {
        switch (basis) {
        case Basis::weight_by_weight:
            return 0;
        case Basis::nitrogen:
            return 1;
        case Basis::not_stated:
            return 2;
        default:
            return 3;
        }
    };
    Concentration best = figures.front();
    for (const Concentration& figure : figures)
        if (rank(figure.basis) < rank(best.basis))
            best = figure;
    if (const auto between = bounded(figures))
        return *between;
    for (const Concentration& figure : figures)
        if (figure.basis == best.basis) {
            best.value.low = std::min(best.value.low, figure.value.low);
            best.value.high = std::max(best.value.high, figure.value.high);
        }
    return best;
}

void add_text_strengths(const Lexicon& lexicon, const GoodsText& text, const Belief& belief,
                        std::optional<SubstanceId> only_substance,
                        std::vector<StrengthStatement>& statements) {
    std::vector<OwnedFigure> owned = owned_figures(text, belief, only_substance, lexicon.words);
    std::stable_sort(owned.begin(), owned.end(), [](const OwnedFigure& left, const auto& right) {
        return left.substance < right.substance;
    });
    for (auto begin = owned.begin(); begin != owned.end();) {
        const SubstanceId substance = begin->substance;
        const auto end = std::find_if(begin, owned.end(), [&](const OwnedFigure& figure) {
            return figure.substance != substance;
        });
        const auto figures = telling(text, {begin, end}, lexicon.words);
        if (!figures.empty())
            statements.push_back(statement_of(lexicon, text, substance, figures));
        begin = end;
    }
}

} // namespace preflag

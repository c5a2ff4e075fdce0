#include <preflag/goods/reading/line_reading.h>
#include <preflag/goods/reading/name_context.h>
#include <preflag/goods/reading/strength_assignment.h>
#include <preflag/goods/reading/strength_conversion.h>

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
bool is_listed(const CellText& cell, const StrengthFigure& left, const StrengthFigure& right,
               const ReadingWords& words) {
    for (std::size_t place = left.end; place < right.begin;) {
        const std::string& text = cell.lexemes[place].text;
        const std::size_t word = words.list_words.at(cell.lexemes, place);
        if (word == 0 && text != "/" && text != "," && text != ";" && text != "&" && text != ")" &&
            text != "(")
            return false;
        place += std::max<std::size_t>(word, 1);
    }
    return true;
}

/// "with not more than 0.2 % combustible material" is said of the salt as such.
bool is_mixture(const CellText& cell, const ReadingWords& words) {
    for (std::size_t place = 0; place < cell.lexemes.size(); ++place)
        if (const std::size_t taken = words.mixture.at(cell.lexemes, place);
            taken > 0 && words.maximum.at(cell.lexemes, place + taken) == 0)
            return true;
    return false;
}

bool is_part_of_split(const StrengthFigure& figure) {
    return figure.concentration.basis == Basis::nitrate_nitrogen ||
           figure.concentration.basis == Basis::ammonium_nitrogen;
}

/// "AN" of "AN 33.5", so that the figure can belong to it.
LexemeRange without_figure(const CellText& cell, LexemeRange name) {
    const bool ends_in_figure =
        name.end > name.begin + 1 && cell.lexemes[name.end - 1].kind == Lexeme::Kind::number;
    return {name.begin, name.end - (ends_in_figure ? 1 : 0)};
}

/// "solar salt" beside the names of its parts, "glow fuel" beside "nitro": figures are not its own.
bool gives_way(const Hit& hit, const std::vector<Hit>& hits) {
    const auto is_closer = [&](const Hit& other) {
        return other.field == hit.field &&
               (other.kind == EvidenceKind::name ||
                (hit.is_telling && other.kind == EvidenceKind::abbreviation && !other.is_telling));
    };
    return (hit.kind == EvidenceKind::abbreviation || hit.kind == EvidenceKind::trade_name) &&
           std::any_of(hits.begin(), hits.end(), is_closer);
}

/// The figures that speak for one substance. Of several behind one name, the later ones count when
/// they go on with a list or state the same in another unit; else they are about something else.
std::vector<OwnedFigure> telling(const CellText& cell, const std::vector<OwnedFigure>& owned,
                                 std::uint32_t substance, const ReadingWords& words) {
    std::vector<OwnedFigure> figures;
    const OwnedFigure* previous = nullptr;
    for (const OwnedFigure& figure : owned) {
        if (figure.substance != substance || is_part_of_split(figure.figure) ||
            (figure.figure.may_be_sieved && previous != nullptr))
            continue;
        const Concentration& stated = figure.figure.concentration;
        const bool goes_on = previous == nullptr || previous->name != figure.name ||
                             previous->figure.concentration.basis != stated.basis ||
                             !previous->figure.concentration.value.is_exact() ||
                             !stated.value.is_exact() ||
                             is_listed(cell, previous->figure, figure.figure, words);
        if (!goes_on)
            continue;
        figures.push_back(figure);
        previous = &figure;
    }
    return figures;
}

/// Of several figures for one substance the one whose basis laws use, and of equal ones their span.
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

/// The first number of "33.5-0-0", or nullopt.
std::optional<double> grade_at(std::span<const Lexeme> lexemes, std::size_t place) {
    const auto number = [&](std::size_t i) {
        return i < lexemes.size() && lexemes[i].kind == Lexeme::Kind::number;
    };
    const auto dash = [&](std::size_t i) {
        return i < lexemes.size() && (lexemes[i].text == "-" || lexemes[i].text == ":");
    };
    if (number(place) && dash(place + 1) && number(place + 2) && dash(place + 3) &&
        number(place + 4))
        return lexemes[place].number;
    return std::nullopt;
}

/// "N 34": the figure at `place` behind a word for nitrogen.
std::optional<double> stated_nitrogen(const CellText& cell, std::size_t place,
                                      const ReadingWords& words) {
    if (cell.lexemes[place].kind != Lexeme::Kind::number || cell.lexemes[place].number < 10)
        return std::nullopt;
    for (const auto& [basis, phrases] : words.bases)
        if (basis == Basis::nitrogen && phrases.before(cell.lexemes, place) > 0)
            return cell.lexemes[place].number;
    return std::nullopt;
}

Concentration nitrogen(double percent) {
    return {{percent, percent, false, false}, Basis::nitrogen};
}

} // namespace

void LineReading::read_strengths() {
    strength_from_column();
    for (const CellText& cell : cells_)
        read_nitrogen_split(cell);
    strengths_from_products();
    for (const CellText& cell : cells_)
        strengths_from_text(cell);
    for (const CellText& cell : cells_)
        strengths_from_grades(cell);
    strengths_from_product_bands();
    strengths_from_entries();
    strengths_from_form();
    believe_measured_brands();
}

/// A brand or short name that stands with a strength of its own is more than a word that looks like
/// one.
void LineReading::believe_measured_brands() {
    for (Identification& identification : reading_.substances) {
        const auto& evidence = identification.evidence;
        const bool is_brand =
            std::any_of(evidence.begin(), evidence.end(), [](const Evidence& item) {
                return item.kind == EvidenceKind::trade_name ||
                       item.kind == EvidenceKind::abbreviation;
            });
        if (is_brand && identification.confidence == Confidence::possible && !is_remainder_ &&
            identification.strength &&
            (identification.strength->origin == Origin::description ||
             identification.strength->origin == Origin::column))
            identification.confidence = Confidence::probable;
    }
}

/// The first statement stays: columns before texts before conclusions.
void LineReading::set_strength(std::uint32_t substance, const Concentration& stated, Origin origin,
                               std::string text) {
    for (Identification& identification : reading_.substances)
        if (identification.substance == &index_.substances[substance] && !identification.strength)
            identification.strength =
                measure_strength(*identification.substance, stated, origin, std::move(text));
}

void LineReading::strength_from_column() {
    const std::string_view cell = line_[Field::concentration];
    if (cell.empty())
        return;
    const auto stated = read_strength_cell(cell, line_[Field::concentration_unit], index_.words);
    const Substance* first = reading_.substances.front().substance;
    if (stated)
        set_strength(static_cast<std::uint32_t>(first - index_.substances.data()), *stated,
                     Origin::column, std::string(cell));
    else
        reading_.notes.push_back("the strength column cannot be read: \"" + std::string(cell) +
                                 "\"");
}

void LineReading::strengths_from_text(const CellText& cell) {
    std::vector<FigureOwner> owners;
    std::vector<LexemeRange> others;
    for (const Candidate& candidate : candidates_) {
        for (const Hit& hit : candidate.hits)
            if (hit.field == cell.field)
                owners.push_back({.range = without_figure(cell, cell.range_of(hit)),
                                  .substance = candidate.substance,
                                  .is_silent = gives_way(hit, candidate.hits)});
    }
    for (const Hit& hit : other_products_)
        if (hit.field == cell.field)
            others.push_back(cell.range_of(hit));
    std::optional<std::uint32_t> only;
    if (reading_.substances.size() == 1)
        only = static_cast<std::uint32_t>(reading_.substances.front().substance -
                                          index_.substances.data());
    const auto owned = assign_figures(cell, owners, others, only, index_.words);
    for (const Candidate& candidate : candidates_) {
        std::vector<Concentration> figures;
        std::string text;
        for (const OwnedFigure& figure : telling(cell, owned, candidate.substance, index_.words)) {
            figures.push_back(figure.figure.concentration);
            const StrengthFacts& facts = index_.substances[candidate.substance].strength;
            if (figures.back().basis == Basis::normality && facts.nitrogen && !facts.equivalents)
                figures.back().basis = Basis::nitrogen; // "32 N" of a fertiliser
            text +=
                (text.empty() ? "" : ", ") + cell.written(figure.figure.begin, figure.figure.end);
        }
        const bool is_bare = !figures.empty() && figures.front().basis == Basis::not_stated;
        if (is_bare && index_.substances[candidate.substance].strength.bare_nitrogen &&
            index_.words.solution.anywhere(cell.lexemes))
            figures.front().basis = Basis::weight_by_weight;
        if (!figures.empty())
            set_strength(candidate.substance, combined(figures), Origin::description, text);
    }
}

/// Nitrogen as nitrate and as ammonium, stated side by side: each nitrate with an equivalent of
/// ammonium counts as ammonium nitrate, whatever salt it came from.
void LineReading::read_nitrogen_split(const CellText& cell) {
    std::optional<double> nitrate;
    std::optional<double> ammonium;
    for (const StrengthFigure& figure : find_strength_figures(cell.lexemes, index_.words)) {
        if (figure.concentration.basis == Basis::nitrate_nitrogen)
            nitrate = figure.concentration.value.high;
        if (figure.concentration.basis == Basis::ammonium_nitrogen)
            ammonium = figure.concentration.value.high;
    }
    if (!nitrate || !ammonium)
        return;
    for (const Candidate& candidate : candidates_)
        if (index_.substances[candidate.substance].from_nitrogen_split)
            set_strength(candidate.substance, nitrogen(2 * std::min(*nitrate, *ammonium)),
                         Origin::grade, "nitrate and ammonium nitrogen");
}

/// Products of a known make-up: of "UAN 32" not all nitrogen comes from ammonium nitrate, whatever
/// total the text states.
void LineReading::strengths_from_products() {
    for (const Candidate& candidate : candidates_)
        for (const Hit& hit : candidate.hits)
            if (hit.nitrogen && !hit.nitrogen_is_stated)
                set_strength(candidate.substance, {*hit.nitrogen, Basis::nitrogen}, Origin::grade,
                             evidence_of(hit).text);
}

/// Products whose nitrogen is all from ammonium nitrate: the band where no figure was stated.
void LineReading::strengths_from_product_bands() {
    for (const Candidate& candidate : candidates_)
        for (const Hit& hit : candidate.hits)
            if (hit.nitrogen && hit.nitrogen_is_stated)
                set_strength(candidate.substance, {*hit.nitrogen, Basis::nitrogen}, Origin::grade,
                             evidence_of(hit).text);
}

/// Nitrogen grades: "33.5-0-0", "AN 34.4", "CAN 27", "N 34".
void LineReading::strengths_from_grades(const CellText& cell) {
    for (const Candidate& candidate : candidates_) {
        const Substance& substance = index_.substances[candidate.substance];
        if (!substance.strength.nitrogen)
            continue;
        for (std::size_t place = 0; place < cell.lexemes.size(); ++place)
            if (const auto grade = grade_at(cell.lexemes, place);
                grade && *grade <= *substance.strength.nitrogen + 1)
                set_strength(candidate.substance, nitrogen(*grade), Origin::grade,
                             std::string(cell.text.substr(cell.lexemes[place].offset)));
        for (std::size_t place = 1; place < cell.lexemes.size(); ++place)
            if (const auto number = stated_nitrogen(cell, place, index_.words);
                number && *number <= *substance.strength.nitrogen)
                set_strength(candidate.substance, nitrogen(*number), Origin::grade,
                             "N " + cell.lexemes[place].text);
        for (const Hit& hit : candidate.hits) {
            if (hit.field != cell.field || hit.kind == EvidenceKind::cas ||
                hit.kind == EvidenceKind::un || hit.kind == EvidenceKind::hs ||
                hit.kind == EvidenceKind::hs_basket || hit.kind == EvidenceKind::ec)
                continue;
            const LexemeRange range = cell.range_of(hit);
            std::size_t place = range.end;
            if (range.end > range.begin && cell.lexemes[range.end - 1].kind == Lexeme::Kind::number)
                place = range.end - 1;
            else if (place < cell.lexemes.size() && cell.lexemes[place].text == "-")
                ++place;
            if (place >= cell.lexemes.size() || cell.lexemes[place].kind != Lexeme::Kind::number)
                continue;
            const double number = cell.lexemes[place].number;
            const bool is_amount = place + 1 < cell.lexemes.size() &&
                                   cell.lexemes[place + 1].kind != Lexeme::Kind::symbol &&
                                   (index_.units.is_amount_unit(cell.lexemes[place + 1]) ||
                                    index_.units.is_package(cell.lexemes, place + 1));
            if (!is_amount && number >= 10 && number <= *substance.strength.nitrogen)
                set_strength(candidate.substance, nitrogen(number), Origin::grade,
                             std::string(cell.text.substr(hit.offset, hit.length)));
        }
    }
}

/// The strength band of a UN entry.
void LineReading::strengths_from_entries() {
    for (const Candidate& candidate : candidates_)
        for (const Hit& hit : candidate.hits)
            for (const UnEntry& entry : index_.substances[candidate.substance].un)
                if (hit.un == entry.number && entry.weight_percent && !is_remainder_)
                    set_strength(candidate.substance,
                                 {*entry.weight_percent, Basis::weight_by_weight}, Origin::un_entry,
                                 "UN " + entry.number.to_string());
}

/// A salt, or a liquid traded pure, that is named without anything else in it is the pure
/// substance.
void LineReading::strengths_from_form() {
    const bool is_mixed = std::any_of(cells_.begin(), cells_.end(), [&](const CellText& cell) {
        return index_.words.solution.anywhere(cell.lexemes) || is_mixture(cell, index_.words);
    });
    if (is_mixed || is_remainder_ || reading_.substances.size() != 1)
        return;
    const Identification& only = reading_.substances.front();
    if (only.substance->strength.pure && only.confidence != Confidence::possible)
        set_strength(static_cast<std::uint32_t>(only.substance - index_.substances.data()),
                     {{100, 100, false, false}, Basis::weight_by_weight}, Origin::form,
                     "named as the pure substance");
}

} // namespace preflag

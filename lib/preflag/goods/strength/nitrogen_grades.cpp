#include <preflag/goods/strength/nitrogen_grades.h>

#include <algorithm>
#include <optional>

namespace preflag {

namespace {

constexpr double lowest_grade = 10; ///< % N; a lower figure behind a name is a count or a class

/// A figure that may be a grade, and where it stands.
struct Grade {
    double percent = 0;
    std::size_t place = 0;
};

Concentration nitrogen(double percent) {
    return {{percent, percent, false, false}, Basis::nitrogen};
}

/// "33.5-0-0": the first number of three.
bool begins_ratio(std::span<const Lexeme> tokens, std::size_t place) {
    const auto is_number = [&](std::size_t i) {
        return i < tokens.size() && tokens[i].kind == Lexeme::Kind::number;
    };
    const auto is_dash = [&](std::size_t i) {
        return i < tokens.size() && (tokens[i].text == "-" || tokens[i].text == ":");
    };
    return is_number(place) && is_dash(place + 1) && is_number(place + 2) && is_dash(place + 3) &&
           is_number(place + 4);
}

/// "N 34": a figure behind a word for nitrogen.
bool follows_nitrogen(std::span<const Lexeme> tokens, std::size_t place,
                      const ReadingVocabulary& words) {
    if (place == 0 || tokens[place].kind != Lexeme::Kind::number ||
        tokens[place].number < lowest_grade)
        return false;
    return std::any_of(words.bases.begin(), words.bases.end(), [&](const auto& entry) {
        return entry.first == Basis::nitrogen && entry.second.before(tokens, place) > 0;
    });
}

template <typename Holds>
std::vector<Grade> grades_where(std::span<const Lexeme> tokens, Holds holds) {
    std::vector<Grade> grades;
    for (std::size_t place = 0; place < tokens.size(); ++place)
        if (tokens[place].kind == Lexeme::Kind::number && holds(place))
            grades.push_back({tokens[place].number, place});
    return grades;
}

const Grade* first_up_to(const std::vector<Grade>& grades, double highest) {
    for (const Grade& grade : grades)
        if (grade.percent <= highest)
            return &grade;
    return nullptr;
}

/// The figure in or right behind a name, unless it is an amount: "CAN 27", "AN-34".
std::optional<double> grade_of_name(const Lexicon& lexicon, const GoodsText& text,
                                    LexemeRange name) {
    const auto& tokens = text.tokens;
    std::size_t place = name.end;
    if (name.end > name.begin && tokens[name.end - 1].kind == Lexeme::Kind::number)
        place = name.end - 1;
    else if (place < tokens.size() && tokens[place].text == "-")
        ++place;
    if (place >= tokens.size() || tokens[place].kind != Lexeme::Kind::number)
        return std::nullopt;
    const bool is_amount = place + 1 < tokens.size() &&
                           tokens[place + 1].kind != Lexeme::Kind::symbol &&
                           (lexicon.units.is_amount_unit(tokens[place + 1]) ||
                            lexicon.units.is_package(tokens, place + 1));
    return is_amount || tokens[place].number < lowest_grade ? std::nullopt
                                                            : std::optional(tokens[place].number);
}

/// The grades of one text, found when a substance with nitrogen asks for them.
struct TextGrades {
    std::vector<Grade> ratios;
    std::vector<Grade> behind_nitrogen;
};

TextGrades grades_in(const GoodsText& text, const ReadingVocabulary& words) {
    return {grades_where(text.tokens,
                         [&](std::size_t place) { return begins_ratio(text.tokens, place); }),
            grades_where(text.tokens, [&](std::size_t place) {
                return follows_nitrogen(text.tokens, place, words);
            })};
}

/// The grade of one substance in one text: the first ratio, else what follows "N", else what
/// follows its names.
std::optional<StrengthStatement> grade_in(const Lexicon& lexicon, const GoodsText& text,
                                          const TextGrades& grades, const Candidate& candidate) {
    const double pure = *lexicon[candidate.substance].strength.nitrogen;
    const auto statement = [&](double percent, std::string written) {
        return StrengthStatement{candidate.substance, StrengthSource::grade, nitrogen(percent),
                                 std::move(written)};
    };
    if (const Grade* ratio = first_up_to(grades.ratios, pure + 1))
        return statement(ratio->percent,
                         std::string(text.text.substr(text.tokens[ratio->place].offset)));
    if (const Grade* stated = first_up_to(grades.behind_nitrogen, pure))
        return statement(stated->percent, "N " + text.tokens[stated->place].text);
    for (const Hit* hit : candidate.hits) {
        if (hit->field != text.field || is_number(hit->kind) || is_tariff(hit->kind))
            continue;
        if (const auto percent = grade_of_name(lexicon, text, hit->range);
            percent && *percent <= pure)
            return statement(*percent, std::string(text.text.substr(hit->offset, hit->length)));
    }
    return std::nullopt;
}

} // namespace

void add_nitrogen_split(const Lexicon& lexicon, const GoodsText& text, const Belief& belief,
                        std::vector<StrengthStatement>& statements) {
    std::optional<double> nitrate;
    std::optional<double> ammonium;
    for (const StrengthFigure& figure : text.figures) {
        if (figure.concentration.basis == Basis::nitrate_nitrogen)
            nitrate = figure.concentration.value.high;
        if (figure.concentration.basis == Basis::ammonium_nitrogen)
            ammonium = figure.concentration.value.high;
    }
    if (!nitrate || !ammonium)
        return;
    for (const Candidate& candidate : belief.candidates)
        if (lexicon[candidate.substance].from_nitrogen_split)
            statements.push_back({candidate.substance, StrengthSource::nitrogen_split,
                                  nitrogen(2 * std::min(*nitrate, *ammonium)),
                                  "nitrate and ammonium nitrogen"});
}

void add_grades(const Lexicon& lexicon, const GoodsText& text, const Belief& belief,
                std::vector<StrengthStatement>& statements) {
    std::optional<TextGrades> grades;
    for (const Candidate& candidate : belief.candidates) {
        if (!lexicon[candidate.substance].strength.nitrogen)
            continue;
        if (!grades)
            grades = grades_in(text, lexicon.words);
        if (auto grade = grade_in(lexicon, text, *grades, candidate))
            statements.push_back(*std::move(grade));
    }
}

void add_products(const GoodsLine& line, const Belief& belief,
                  std::vector<StrengthStatement>& statements) {
    for (const Candidate& candidate : belief.candidates)
        for (const Hit* hit : candidate.hits)
            if (hit->content)
                statements.push_back(
                    {candidate.substance,
                     hit->content_is_stated ? StrengthSource::product_band
                                            : StrengthSource::product,
                     {*hit->content,
                      hit->content_is_substance ? Basis::weight_by_weight : Basis::nitrogen},
                     evidence_of(line, *hit).text});
}

} // namespace preflag

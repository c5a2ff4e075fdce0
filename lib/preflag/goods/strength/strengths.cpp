#include <preflag/goods/strength/nitrogen_grades.h>
#include <preflag/goods/strength/strength_cell.h>
#include <preflag/goods/strength/strengths.h>
#include <preflag/goods/strength/text_strengths.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

void add_column(const Lexicon& lexicon, const GoodsLine& line,
                const std::vector<Identification>& substances,
                std::vector<StrengthStatement>& statements, std::vector<std::string>& notes) {
    const std::string cell(line.cells[Field::concentration]);
    if (cell.empty())
        return;
    const auto stated =
        read_strength_cell(cell, line.cells[Field::concentration_unit], lexicon.words,
                           decimal_mark(line.cells, Field::concentration));
    if (!stated)
        notes.push_back("the strength column cannot be read: \"" + cell + "\"");
    else if (substances.size() == 1)
        statements.push_back({substances.front().id, StrengthSource::column, *stated, cell});
    else
        notes.push_back(fmt::format("the strength column says \"{}\", and the goods hold {} listed "
                                    "substances: it is taken for none of them",
                                    cell, substances.size()));
}

void add_entries(const Lexicon& lexicon, const Belief& belief,
                 std::vector<StrengthStatement>& statements) {
    for (const Candidate& candidate : belief.candidates)
        for (const Hit* hit : candidate.hits)
            for (const UnEntry& entry : lexicon[candidate.substance].un)
                if (hit->un == entry.number && entry.weight_percent)
                    statements.push_back({candidate.substance,
                                          StrengthSource::un_entry,
                                          {*entry.weight_percent, Basis::weight_by_weight},
                                          "UN " + entry.number.to_string()});
}

/// "with not more than 0.2 % combustible material" is said of the salt as such.
bool is_mixture(const GoodsText& text, const ReadingVocabulary& words) {
    for (std::size_t place = 0; place < text.tokens.size(); ++place)
        if (const std::size_t taken = words.mixture.at(text.tokens, place);
            taken > 0 && words.maximum.at(text.tokens, place + taken) == 0)
            return true;
    return false;
}

/// A salt, or a liquid traded pure, that is named without anything else in it is the pure
/// substance.
void add_form(const Lexicon& lexicon, const GoodsLine& line,
              const std::vector<Identification>& substances,
              std::vector<StrengthStatement>& statements) {
    if (substances.size() != 1)
        return;
    const Identification& only = substances.front();
    if (!only.substance->strength.pure || only.confidence == Confidence::possible)
        return;
    const bool is_mixed =
        std::any_of(line.texts.begin(), line.texts.end(), [&](const GoodsText& text) {
            return lexicon.words.solution.anywhere(text.tokens) || is_mixture(text, lexicon.words);
        });
    if (!is_mixed)
        statements.push_back({only.id,
                              StrengthSource::form,
                              {{100, 100, false, false}, Basis::weight_by_weight},
                              "named as the pure substance"});
}

bool is_measured_brand(const Identification& item) {
    const bool is_brand =
        std::any_of(item.evidence.begin(), item.evidence.end(), [](const Evidence& evidence) {
            return evidence.kind == EvidenceKind::trade_name ||
                   evidence.kind == EvidenceKind::abbreviation;
        });
    return is_brand && item.strength &&
           (item.strength->origin == Origin::description ||
            item.strength->origin == Origin::column);
}

} // namespace

std::vector<StrengthStatement> strength_statements(const Lexicon& lexicon, const GoodsLine& line,
                                                   const Belief& belief, const LineContext& context,
                                                   const std::vector<Identification>& substances,
                                                   std::vector<std::string>& notes) {
    std::vector<StrengthStatement> statements;
    const auto only = substances.size() == 1 ? std::optional(substances.front().id) : std::nullopt;
    add_column(lexicon, line, substances, statements, notes);
    add_products(line, belief, statements);
    for (const GoodsText& text : line.texts) {
        add_nitrogen_split(lexicon, text, belief, statements);
        add_text_strengths(lexicon, text, belief, only, statements);
        add_grades(lexicon, text, belief, statements);
    }
    if (!context.is_remainder()) {
        add_entries(lexicon, belief, statements);
        add_form(lexicon, line, substances, statements);
    }
    return statements;
}

void read_strengths(const Lexicon& lexicon, const GoodsLine& line, const Belief& belief,
                    const LineContext& context, GoodsReading& reading) {
    take_best(
        lexicon,
        strength_statements(lexicon, line, belief, context, reading.substances, reading.notes),
        reading.substances);
    if (context.is_remainder())
        return;
    for (Identification& item : reading.substances)
        if (item.confidence == Confidence::possible && is_measured_brand(item))
            item.confidence = Confidence::probable;
}

} // namespace preflag

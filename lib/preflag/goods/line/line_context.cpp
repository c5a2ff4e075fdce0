#include <preflag/goods/code_cell.h>
#include <preflag/goods/line/line_context.h>

#include <algorithm>

namespace preflag {

namespace {

bool has_long_word(const GoodsText& text) {
    return std::any_of(text.tokens.begin(), text.tokens.end(), [](const Lexeme& token) {
        return token.kind == Lexeme::Kind::word && token.text.size() > 2;
    });
}

bool holds_only_other_cas(const Lexicon& lexicon, std::string_view cell) {
    bool has_any = false;
    bool has_known = false;
    for (const CasInCell& found : cas_in_cell(cell))
        if (!found.is_repaired) {
            has_any = true;
            lexicon.by_cas.for_each(found.numbers.front().digits(),
                                    [&](SubstanceId) { has_known = true; });
        }
    return has_any && !has_known;
}

} // namespace

LineContext::LineContext(const Lexicon& lexicon, const GoodsLine& line)
    : lexicon_(lexicon), line_(line) {
    bool has_cleaned = false;
    for (const GoodsText& text : line.texts) {
        contexts_.emplace_back(text, lexicon.words);
        is_remainder_ = is_remainder_ || preflag::is_remainder(text, lexicon.words);
        has_cleaned = has_cleaned || preflag::is_cleaned(text, lexicon.words);
        is_described_ = is_described_ || has_long_word(text);
    }
    is_cleaned_ = is_remainder_ && has_cleaned;
    has_other_cas_ = holds_only_other_cas(lexicon, line.cells[Field::cas]);
}

std::optional<std::string> LineContext::first_of(const PhraseSet& words) {
    for (NameContext& context : contexts_)
        if (auto found = context.first_of(words))
            return found;
    return std::nullopt;
}

std::optional<std::string> LineContext::other_form(SubstanceId substance) {
    const Substance& one = lexicon_[substance];
    if (auto words = first_of(one.other_forms))
        return words;
    if (one.other_form_headings.empty())
        return std::nullopt;
    const auto hs = HsCode::parse(line_.cells[Field::hs]);
    const std::string digits = hs ? hs->digits() : "";
    for (const std::string& heading : one.other_form_headings)
        if (digits.starts_with(heading))
            return "HS " + digits;
    return std::nullopt;
}

std::optional<std::string> LineContext::constituent(const Hit& hit) {
    const Substance& one = lexicon_[hit.substance];
    if (auto words = first_of(one.constituent_of))
        return words;
    return one.is_element ? around(hit).compound_around(hit.range) : std::nullopt;
}

bool LineContext::is_ingredient(const Hit& hit) {
    if (!around(hit).lists_ingredients())
        return false;
    const std::vector<StrengthFigure>& figures = line_.text_of(hit)->figures;
    const auto next =
        std::partition_point(figures.begin(), figures.end(), [&](const StrengthFigure& figure) {
            return figure.begin < hit.range.end;
        });
    return next == figures.end() || next->begin > hit.range.end + 1;
}

NameContext& LineContext::around(const Hit& hit) {
    return contexts_[static_cast<std::size_t>(line_.text_of(hit) - line_.texts.data())];
}

bool LineContext::is_supported(const Hit& hit) {
    return around(hit).is_supported(hit.range, lexicon_[hit.substance].support);
}

} // namespace preflag

#include <preflag/goods/reading/line_context.h>

#include <algorithm>

namespace preflag {

namespace {

bool has_long_word(const GoodsText& text) {
    return std::any_of(text.tokens.begin(), text.tokens.end(), [](const Lexeme& token) {
        return token.kind == Lexeme::Kind::word && token.text.size() > 2;
    });
}

/// The words of a set that stand anywhere in the goods texts.
std::optional<std::string> found_in(const GoodsLine& line, const PhraseSet& phrases) {
    if (!phrases.empty())
        for (const GoodsText& text : line.texts)
            for (std::size_t place = 0; place < text.tokens.size(); ++place)
                if (const std::size_t taken = phrases.at(text.tokens, place); taken > 0)
                    return text.written(place, place + taken);
    return std::nullopt;
}

bool holds_only_other_cas(const Lexicon& lexicon, std::string_view cell) {
    bool has_any = false;
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find_first_of(",;|/"), cell.size());
        if (const auto cas = CasNumber::parse(cell.substr(0, end))) {
            has_any = true;
            bool is_known = false;
            lexicon.by_cas.for_each(cas->digits(), [&](SubstanceId) { is_known = true; });
            if (is_known)
                return false;
        }
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return has_any;
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

std::optional<std::string> LineContext::other_form(SubstanceId substance) const {
    const Substance& one = lexicon_[substance];
    if (auto words = found_in(line_, one.other_forms))
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
    if (auto words = found_in(line_, one.constituent_of))
        return words;
    return one.is_element ? around(hit).compound_around(hit.range) : std::nullopt;
}

bool LineContext::is_ingredient(const Hit& hit) const {
    const GoodsText& text = *line_.text_of(hit);
    const bool has_figure =
        std::any_of(text.figures.begin(), text.figures.end(), [&](const StrengthFigure& figure) {
            return figure.begin >= hit.range.end && figure.begin <= hit.range.end + 1;
        });
    return !has_figure && lists_ingredients(text, lexicon_.words);
}

NameContext& LineContext::around(const Hit& hit) {
    return contexts_[static_cast<std::size_t>(line_.text_of(hit) - line_.texts.data())];
}

bool LineContext::is_supported(const Hit& hit) {
    return around(hit).is_supported(hit.range, lexicon_[hit.substance].support);
}

} // namespace preflag

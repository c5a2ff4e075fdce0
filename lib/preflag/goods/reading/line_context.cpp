#include <preflag/goods/reading/line_context.h>

#include <algorithm>

namespace preflag {

namespace {

bool has_long_word(const GoodsText& text) {
    return std::any_of(text.tokens.begin(), text.tokens.end(), [](const Lexeme& token) {
        return token.kind == Lexeme::Kind::word && token.text.size() > 2;
    });
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
}

NameContext& LineContext::around(const Hit& hit) {
    return contexts_[static_cast<std::size_t>(line_.text_of(hit) - line_.texts.data())];
}

bool LineContext::is_supported(const Hit& hit) {
    return around(hit).is_supported(hit.range, lexicon_[hit.substance].support);
}

} // namespace preflag

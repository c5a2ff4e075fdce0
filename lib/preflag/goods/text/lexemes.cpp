#include <preflag/base/cells/written_number.h>
#include <preflag/base/text.h>
#include <preflag/goods/text/lexemes.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <utility>

namespace preflag {

namespace {

constexpr std::size_t longest_formula_stem = 3;

bool is_ideograph(UChar32 c) {
    return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0;
}

bool is_letter(UChar32 c) {
    const auto type = u_charType(c);
    return u_isalpha(c) || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
}

/// Sub- and superscript digits belong to words only; the others have a decimal value anywhere.
int digit_value(UChar32 c) {
    return u_charDigitValue(c);
}

bool is_script_digit(UChar32 c) {
    return u_charType(c) == U_OTHER_NUMBER;
}

bool is_space(UChar32 c) {
    return u_isUWhiteSpace(c) != 0 || c == 0xFEFF;
}

std::string symbol_text(UChar32 c, std::string_view raw) {
    switch (c) {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
        return "-";
    case 0x00D7:
        return "x";
    case 0x066A:
        return "%";
    default:
        return fold(raw);
    }
}

/// Cuts one text; each function takes the lexeme that begins at `place_`.
class Lexer {
  public:
    Lexer(std::string_view text, DecimalMark style) : text_(text), style_(style) {}

    std::vector<Lexeme> run() {
        while (place_ < text_.size()) {
            const UChar32 c = peek(place_);
            if (is_space(c)) {
                skip();
                after_space_ = true;
            } else if (is_digit_at(text_, place_)) {
                take_number();
            } else if (is_letter(c) || is_script_digit(c)) {
                take_word();
            } else {
                take_symbol(c);
            }
        }
        return std::move(lexemes_);
    }

  private:
    [[nodiscard]] UChar32 peek(std::size_t place) const {
        if (place >= text_.size())
            return 0;
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
        auto at = static_cast<std::int32_t>(place);
        UChar32 c = 0;
        U8_NEXT(bytes, at, static_cast<std::int32_t>(text_.size()), c);
        return c < 0 ? 0xFFFD : c;
    }

    void skip() {
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
        auto at = static_cast<std::int32_t>(place_);
        U8_FWD_1(bytes, at, static_cast<std::int32_t>(text_.size()));
        place_ = static_cast<std::size_t>(at);
    }

    void add(Lexeme::Kind kind, std::size_t begin, std::string text, double number = 0) {
        const bool is_capital = place_ - begin == 1 && text_[begin] >= 'A' && text_[begin] <= 'Z';
        lexemes_.push_back({kind,
                            after_space_,
                            is_capital,
                            begin,
                            place_ - begin,
                            std::move(text),
                            number,
                            {},
                            false});
        after_space_ = false;
    }

    void take_symbol(UChar32 c) {
        const std::size_t begin = place_;
        skip();
        add(Lexeme::Kind::symbol, begin, symbol_text(c, text_.substr(begin, place_ - begin)));
    }

    /// The "X" of "4X160KG".
    [[nodiscard]] bool is_times_sign() const {
        const bool follows_number =
            !lexemes_.empty() && lexemes_.back().kind == Lexeme::Kind::number;
        return follows_number && (text_[place_] == 'x' || text_[place_] == 'X') &&
               place_ + 1 < text_.size() && is_ascii_digit(text_[place_ + 1]);
    }

    void take_word() {
        const std::size_t begin = place_;
        if (is_times_sign()) {
            skip();
            return add(Lexeme::Kind::word, begin, "x");
        }
        const bool alone = is_ideograph(peek(place_));
        std::size_t letters = 0;
        bool digits = false;
        do {
            const UChar32 c = peek(place_);
            if (is_letter(c) && !(place_ > begin && is_ideograph(c)))
                ++letters;
            else if ((digit_value(c) < 0 && !is_script_digit(c)) ||
                     (letters > longest_formula_stem && !digits && begins_number()))
                break;
            else
                digits = true;
            skip();
        } while (!alone && place_ < text_.size());
        std::string word = fold(text_.substr(begin, place_ - begin));
        if (word.size() >= 5 && word.back() == 's' && word[word.size() - 2] != 's')
            word.pop_back();
        add(Lexeme::Kind::word, begin, std::move(word));
    }

    /// As in the word scanner: "peroxide35" is two lexemes, "NITR1C" is one.
    [[nodiscard]] bool begins_number() const {
        std::size_t place = place_;
        while (place < text_.size() && is_ascii_digit(text_[place]))
            ++place;
        return place == text_.size() || !is_letter(peek(place));
    }

    void take_number() {
        const std::size_t begin = place_;
        WrittenNumber number = read_number(text_.substr(place_), style_);
        place_ += number.length;
        add(Lexeme::Kind::number, begin, std::move(number.text), number.value);
        lexemes_.back().other_number = number.other;
        lexemes_.back().has_blank = number.has_blank;
    }

    std::string_view text_;
    DecimalMark style_;
    std::size_t place_ = 0;
    bool after_space_ = false;
    std::vector<Lexeme> lexemes_;
};

} // namespace

std::vector<Lexeme> lex(std::string_view utf8, DecimalMark style) {
    return Lexer(utf8, style).run();
}

} // namespace preflag

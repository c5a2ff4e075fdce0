#include <preflag/base/document/document_builder.h>
#include <preflag/base/error.h>
#include <preflag/base/json/json_scanner.h>
#include <preflag/base/text.h>

#include <algorithm>
#include <string>
#include <utility>

namespace preflag {

namespace {

constexpr std::size_t longest_number = 18; ///< digits: such integers fit, and are written the same

/// Each function reads one thing from `at_` on, and gives false for what it does not know.
/// Positions are those of the last byte that the library's lexer has read when it tells of a thing.
class JsonScanner {
  public:
    JsonScanner(std::string_view text, DocumentBuilder& builder)
        : text_(text), builder_(builder), positions_(text) {}

    bool scan() {
        skip_space();
        if (!value())
            return false;
        skip_space();
        return at_ == text_.size();
    }

  private:
    [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    void skip_space() {
        while (at_ < text_.size() && is_space(text_[at_]))
            ++at_;
    }

    static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

    bool take(char c) {
        if (peek() != c)
            return false;
        ++at_;
        return true;
    }

    bool value() {
        switch (peek()) {
        case '{':
            return object();
        case '[':
            return list();
        case '"':
            return string();
        case 't':
            return word("true");
        case 'f':
            return word("false");
        case 'n':
            return null();
        default:
            return number();
        }
    }

    bool object() {
        builder_.begin_map(positions_.at(at_++));
        skip_space();
        while (peek() != '}') {
            if (peek() != '"' || !string())
                return false;
            skip_space();
            if (!take(':'))
                return false;
            skip_space();
            if (!value() || !take_comma('}'))
                return false;
        }
        return end();
    }

    bool list() {
        builder_.begin_list(positions_.at(at_++));
        skip_space();
        while (peek() != ']')
            if (!value() || !take_comma(']'))
                return false;
        return end();
    }

    /// A comma that something follows, or the end that comes next.
    bool take_comma(char end) {
        skip_space();
        if (peek() == end)
            return true;
        if (!take(','))
            return false;
        skip_space();
        return peek() != end;
    }

    bool end() {
        ++at_;
        builder_.end_container();
        return true;
    }

    bool string() {
        std::string content;
        std::size_t from = ++at_;
        bool is_ascii_only = true;
        for (;; ++at_) {
            if (at_ >= text_.size())
                return false;
            const auto byte = static_cast<unsigned char>(text_[at_]);
            if (byte == '"')
                break;
            if (byte < ' ')
                return false;
            is_ascii_only = is_ascii_only && byte < 0x80;
            if (byte != '\\')
                continue;
            content.append(text_, from, at_ - from);
            if (!escape(content))
                return false;
            from = at_ + 1;
        }
        content.append(text_, from, at_ - from);
        if (!is_ascii_only && !is_valid_utf8(content))
            return false;
        builder_.scalar(positions_.at(at_++), std::move(content));
        return true;
    }

    /// Leaves `at_` on the last byte of the escape.
    bool escape(std::string& content) {
        constexpr std::string_view written = "\"\\/bfnrt";
        constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
        ++at_;
        const std::size_t place = written.find(peek());
        if (at_ >= text_.size() || place == std::string_view::npos)
            return false;
        content += meant[place];
        return true;
    }

    bool word(std::string_view literal) {
        if (text_.substr(at_, literal.size()) != literal)
            return false;
        at_ += literal.size();
        builder_.scalar(positions_.at(at_ - 1), std::string(literal));
        return true;
    }

    bool null() {
        if (text_.substr(at_, 4) != "null")
            return false;
        at_ += 4;
        builder_.null(positions_.at(at_ - 1));
        return true;
    }

    static constexpr std::size_t no_point = std::string_view::npos;

    /// "-12", "3.50"; whether the library keeps others as they are written is not asked.
    bool number() {
        const std::size_t begin = at_;
        take('-');
        const std::size_t digits = skip_digits();
        const bool has_leading_zero = digits > 1 && text_[at_ - digits] == '0';
        const bool is_minus_zero = digits == 1 && text_[begin] == '-' && text_[begin + 1] == '0';
        if (digits == 0 || has_leading_zero || is_minus_zero)
            return false;
        const std::size_t decimals = take('.') ? skip_digits() : no_point;
        if (decimals == 0)
            return false;
        if (at_ - begin > longest_number || peek() == 'e' || peek() == 'E')
            return false;
        const std::size_t read = std::min(at_, text_.size() - 1); // the lexer looks one byte ahead
        std::string written(text_.substr(begin, at_ - begin));
        if (decimals == 3)
            written += '0'; // as json_document.cpp does: a point of decimals
        builder_.scalar(positions_.at(read), std::move(written));
        return true;
    }

    std::size_t skip_digits() {
        const std::size_t begin = at_;
        while (is_ascii_digit(peek()))
            ++at_;
        return at_ - begin;
    }

    std::string_view text_;
    DocumentBuilder& builder_;
    PositionCounter positions_;
    std::size_t at_ = 0;
};

} // namespace

Position PositionCounter::at(std::size_t offset) {
    offset = std::min(offset, text_.size());
    for (; counted_ < offset; ++counted_) {
        if (text_[counted_] == '\n') {
            ++line_;
            line_start_ = counted_ + 1;
        }
    }
    return {line_, offset < line_start_ ? 1 : offset - line_start_ + 1};
}

bool scan_json(Document& document, const DocumentLimits& limits) {
    try {
        DocumentBuilder builder(document, limits);
        if (!JsonScanner(document.text, builder).scan())
            return false;
        builder.finish();
        return true;
    } catch (const MalformedFile&) {
        return false; // parse_json finds it again
    }
}

} // namespace preflag

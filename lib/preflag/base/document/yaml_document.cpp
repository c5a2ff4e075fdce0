#include <preflag/base/document/document_builder.h>
#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/base/yaml/yaml_scanner.h>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <map>
#include <streambuf>
#include <string_view>
#include <utility>

namespace preflag {

namespace {

/// yaml-cpp holds back its events until a flow collection, such as [a, b], has been read whole. So
/// much text it may hold back, and so many brackets that are opened in it and not closed.
constexpr std::size_t most_held_back = std::size_t{1} << 20;
constexpr std::ptrdiff_t most_brackets_open = 1000;

/// Thrown through yaml-cpp when it holds back too much.
struct TooMuchHeldBack {
    bool is_nested = false;
};

/// Gives yaml-cpp the text in small pieces, and looks after what it makes of them.
class TextFeed : public std::streambuf {
  public:
    explicit TextFeed(std::string_view text) : text_(text), end_(end_of(text)) {}

    /// The parser has told what stands at `offset`.
    void told(std::size_t offset) { told_ = std::max(told_, offset); }
    /// Whether the text is at its end, and more brackets were opened in it than closed.
    [[nodiscard]] bool ends_in_brackets() const {
        return given_ >= text_.size() && all_brackets_open_ > 0;
    }

  protected:
    std::streamsize xsgetn(char* target, std::streamsize size) override {
        const std::string_view piece = left().substr(0, static_cast<std::size_t>(size));
        watch(piece);
        piece.copy(target, piece.size());
        given_ += piece.size();
        return static_cast<std::streamsize>(piece.size());
    }
    int_type underflow() override {
        return left().empty() ? traits_type::eof() : traits_type::to_int_type(left().front());
    }
    int_type uflow() override {
        const int_type next = underflow();
        given_ += left().empty() ? 0 : 1;
        return next;
    }
    int_type pbackfail(int_type /*c*/) override {
        given_ -= given_ > 0 ? 1 : 0;
        return underflow();
    }

  private:
    /// What is to be given next: the rest of the text, or of its end.
    [[nodiscard]] std::string_view left() const {
        return given_ < text_.size() ? text_.substr(given_)
                                     : end_.substr(std::min(given_ - text_.size(), end_.size()));
    }

    /// What stands behind the last line: yaml-cpp does not notice that a quote is still open when
    /// the text ends with a line, or with the quote.
    static std::string_view end_of(std::string_view text) {
        if (text.ends_with('"') || text.ends_with('\''))
            return "\n#";
        return text.ends_with('\n') ? "#" : "";
    }

    void watch(std::string_view piece) {
        constexpr std::size_t nothing_held_back = 8192;
        if (given_ < told_ + nothing_held_back)
            brackets_open_ = 0;
        std::ptrdiff_t opened = 0;
        for (const char c : piece)
            opened += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
        brackets_open_ += opened;
        all_brackets_open_ += opened;
        if (brackets_open_ > most_brackets_open)
            throw TooMuchHeldBack{true};
        if (given_ > told_ + most_held_back)
            throw TooMuchHeldBack{false};
    }

    std::string_view text_;
    std::string_view end_;
    std::size_t given_ = 0;
    std::size_t told_ = 0;
    std::ptrdiff_t brackets_open_ = 0; ///< in what is held back
    std::ptrdiff_t all_brackets_open_ = 0;
};

Position position_of(const YAML::Mark& mark) {
    if (mark.is_null())
        return {};
    return {static_cast<std::uint64_t>(mark.line) + 1, static_cast<std::uint64_t>(mark.column) + 1};
}

/// Hands the events of yaml-cpp to the builder, which bounds depth, memory and aliases and reports
/// repeated keys. The builder throws before yaml-cpp's own recursion is deep.
class YamlEvents : public YAML::EventHandler {
  public:
    YamlEvents(const Document& document, DocumentBuilder& builder, TextFeed& feed)
        : document_(document), builder_(builder), feed_(feed) {}

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (!std::exchange(had_document_, true))
            return;
        const Position position = position_of(mark);
        if (text_at(mark).starts_with("---"))
            throw MalformedFile(
                {document_.error_at(position, "holds a second YAML document, and only one is read",
                                    "put all lines into one list")});
        throw MalformedFile({document_.error_at(
            position, "not valid YAML: something stands behind the end of the document",
            "check indentation, brackets and quotes above")});
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        tell(mark, anchor);
        builder_.null(position_of(mark));
    }
    void OnScalar(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                  const std::string& value) override {
        tell(mark, anchor);
        builder_.scalar(position_of(mark), value);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        tell(mark, 0);
        builder_.alias(position_of(mark), anchor);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override {
        tell(mark, anchor);
        require_closed(mark);
        builder_.begin_list(position_of(mark));
    }
    void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override {
        tell(mark, anchor);
        require_closed(mark);
        builder_.begin_map(position_of(mark));
    }
    void OnSequenceEnd() override { builder_.end_container(); }
    void OnMapEnd() override { builder_.end_container(); }

    /// What is wrong when yaml-cpp holds back too much, behind what it told last.
    [[nodiscard]] Diagnostic held_back(const TooMuchHeldBack& what) const {
        if (what.is_nested)
            return document_.error_at(
                last_, fmt::format("nested deeper than {} levels behind this", most_brackets_open));
        return document_.error_at(
            last_,
            fmt::format("a value behind this is longer than {} MiB, with all that stands in its "
                        "brackets",
                        most_held_back >> 20U),
            "write it as a list with \"- \" before each element, or give the file as JSON");
    }

  private:
    void tell(const YAML::Mark& mark, YAML::anchor_t anchor) {
        feed_.told(static_cast<std::size_t>(std::max(mark.pos, 0)));
        builder_.name_next(anchor);
        last_ = position_of(mark);
    }

    /// Brackets that are never closed are taken for a key by yaml-cpp.
    void require_closed(const YAML::Mark& mark) const {
        if (builder_.key_is_due() && feed_.ends_in_brackets())
            throw MalformedFile({document_.error_at(
                position_of(mark),
                "not valid YAML: a bracket that is opened here is never closed")});
    }

    [[nodiscard]] std::string_view text_at(const YAML::Mark& mark) const {
        const auto offset = static_cast<std::size_t>(std::max(mark.pos, 0));
        return std::string_view(document_.text).substr(std::min(offset, document_.text.size()));
    }

    const Document& document_;
    DocumentBuilder& builder_;
    TextFeed& feed_;
    Position last_{1, 1};
    bool had_document_ = false;
};

Position position_at(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const auto lines = static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n'));
    return {lines + 1, offset - (before.rfind('\n') + 1) + 1};
}

/// What yaml-cpp passes over or takes for the end of the text, the specification forbids.
void require_yaml_characters(const Document& document) {
    const std::string_view text = document.text;
    const auto is_control = [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
               c == '\x7f';
    };
    const auto control = std::find_if(text.begin(), text.end(), is_control);
    if (control != text.end())
        throw MalformedFile(
            {document.error_at(position_at(text, static_cast<std::size_t>(control - text.begin())),
                               "not valid YAML: control characters are not allowed")});
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        if (!is_valid_utf8(text.substr(start, end - start)))
            throw MalformedFile({document.error_at(position_at(text, start),
                                                   "not valid YAML: this line is not UTF-8")});
        start = end + 1;
    }
}

/// Carriage returns alone end lines, too, but yaml-cpp does not count them.
std::string with_line_feeds(std::string text) {
    for (std::size_t at = text.find('\r'); at != std::string::npos; at = text.find('\r', at + 1))
        if (at + 1 == text.size() || text[at + 1] != '\n')
            text[at] = '\n';
    return text;
}

/// JSON is YAML, too, and large documents in brackets are best read as JSON.
bool is_large_json(std::string_view text) {
    return text.size() > most_held_back / 2 && (text.front() == '{' || text.front() == '[');
}

} // namespace

void parse_yaml(Document& document, const DocumentLimits& limits) {
    DocumentBuilder builder(document, limits);
    TextFeed feed(document.text);
    std::istream stream(&feed);
    YamlEvents events(document, builder, feed);
    try {
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(events)) {
        }
    } catch (const YAML::ParserException& error) {
        throw MalformedFile(
            {document.error_at(position_of(error.mark), "not valid YAML: " + error.msg)});
    } catch (const TooMuchHeldBack& error) {
        throw MalformedFile({events.held_back(error)});
    }
    builder.finish();
}

Document read_yaml(std::string text, std::string file, const DocumentLimits& limits) {
    if (is_large_json(text))
        try {
            return read_json(text, file, limits);
        } catch (
            const MalformedFile&) { // it is YAML with more than JSON has, or wrong as YAML, too
        }
    Document document{std::move(file), with_line_feeds(std::move(text)), {}};
    check_size(document, limits);
    require_yaml_characters(document);
    if (!scan_yaml(document, limits))
        parse_yaml(document, limits);
    return document;
}

} // namespace preflag

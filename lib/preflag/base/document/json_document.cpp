#include <preflag/base/document/document_builder.h>
#include <preflag/base/error.h>
#include <preflag/base/json/json_scanner.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

namespace preflag {

namespace {

/// An input iterator that knows how far the parser has read.
class CountingIterator {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, const char** furthest) : at_(at), furthest_(furthest) {}
    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        ++at_;
        if (furthest_ != nullptr)
            *furthest_ = at_;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const CountingIterator& left, const CountingIterator& right) {
        return left.at_ == right.at_;
    }
    friend bool operator!=(const CountingIterator& left, const CountingIterator& right) {
        return left.at_ != right.at_;
    }

  private:
    const char* at_;
    const char** furthest_;
};

class JsonEvents : public nlohmann::json_sax<nlohmann::json> {
  public:
    JsonEvents(Document& document, DocumentBuilder& builder, const char** furthest)
        : document_(document), builder_(builder), furthest_(furthest), positions_(document.text) {}

    bool null() override { return builder_.null(here()), true; }
    bool boolean(bool value) override { return add(value ? "true" : "false"); }
    bool number_integer(number_integer_t value) override { return add(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return add(std::to_string(value)); }
    /// The point of a JSON number is that of decimals. A further zero says so to whoever reads the
    /// text, in which "1.355" could be thousands as well.
    bool number_float(number_float_t, const string_t& text) override {
        constexpr std::size_t thousands = 3;
        const std::size_t point = text.find('.');
        const bool looks_like_thousands = point != string_t::npos &&
                                          text.size() == point + 1 + thousands &&
                                          text.find_first_of("eE") == string_t::npos;
        return add(looks_like_thousands ? text + '0' : text);
    }
    bool string(string_t& value) override { return add(std::move(value)); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return builder_.begin_map(here()), true; }
    bool key(string_t& value) override { return add(std::move(value)); }
    bool end_object() override { return builder_.end_container(), true; }
    bool start_array(std::size_t) override { return builder_.begin_list(here()), true; }
    bool end_array() override { return builder_.end_container(), true; }
    bool parse_error(std::size_t offset, const std::string&,
                     const nlohmann::detail::exception& error) override {
        std::string message = error.what();
        if (const auto colon = message.rfind(": "); colon != std::string::npos)
            message = message.substr(colon + 2);
        const Position place = positions_.at(offset == 0 ? 0 : offset - 1);
        throw MalformedFile({document_.error_at(place, "not valid JSON: " + message)});
    }

  private:
    bool add(std::string text) { return builder_.scalar(here(), std::move(text)), true; }
    Position here() {
        const auto offset = static_cast<std::size_t>(*furthest_ - document_.text.data());
        return positions_.at(offset == 0 ? 0 : offset - 1);
    }

    Document& document_;
    DocumentBuilder& builder_;
    const char** furthest_;
    PositionCounter positions_;
};

} // namespace

void parse_json(Document& document, const DocumentLimits& limits) {
    DocumentBuilder builder(document, limits);
    const char* begin = document.text.data();
    const char* furthest = begin;
    JsonEvents events(document, builder, &furthest);
    nlohmann::json::sax_parse(CountingIterator(begin, &furthest),
                              CountingIterator(begin + document.text.size(), nullptr), &events);
    builder.finish();
}

Document read_json(std::string text, std::string file, const DocumentLimits& limits) {
    Document document{std::move(file), std::move(text), {}};
    check_size(document, limits);
    if (!scan_json(document, limits))
        parse_json(document, limits);
    return document;
}

} // namespace preflag

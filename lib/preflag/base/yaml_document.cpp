#include <preflag/base/document_builder.h>
#include <preflag/base/error.h>

#include <fmt/format.h>
#include <yaml.h>

#include <map>
#include <utility>

namespace preflag {

namespace {

Position position_of(const yaml_mark_t& mark) {
    return {mark.line + 1, mark.column + 1};
}

std::string text_of(const yaml_char_t* text) {
    return text == nullptr ? std::string() : reinterpret_cast<const char*>(text);
}

/// One event of libyaml, freed with its owner.
struct Event {
    yaml_event_t value{};
    Event() = default;
    ~Event() { yaml_event_delete(&value); }
    Event(const Event&) = delete;
    Event& operator=(const Event&) = delete;
};

/// Hands the events of libyaml to the builder, which bounds aliases and reports repeated keys.
class YamlEvents {
  public:
    YamlEvents(const Document& document, DocumentBuilder& builder)
        : document_(document), builder_(builder) {
        yaml_parser_initialize(&parser_);
        yaml_parser_set_input_string(&parser_,
                                     reinterpret_cast<const unsigned char*>(document.text.data()),
                                     document.text.size());
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    }
    ~YamlEvents() { yaml_parser_delete(&parser_); }
    YamlEvents(const YamlEvents&) = delete;
    YamlEvents& operator=(const YamlEvents&) = delete;

    /// The only document of the file. Throws PackError for bad syntax and for a second document.
    void run() {
        bool had_document = false;
        for (bool at_end = false; !at_end;) {
            Event event;
            if (yaml_parser_parse(&parser_, &event.value) == 0)
                fail_at_parser();
            const Position position = position_of(event.value.start_mark);
            if (event.value.type == YAML_DOCUMENT_START_EVENT && std::exchange(had_document, true))
                throw PackError({document_.error_at(
                    position, "holds a second YAML document, and only one is read",
                    "put all lines into one list")});
            take(event.value, position);
            at_end = event.value.type == YAML_STREAM_END_EVENT;
        }
    }

  private:
    void take(const yaml_event_t& event, Position position) {
        switch (event.type) {
        case YAML_SCALAR_EVENT:
            return take_scalar(event, position);
        case YAML_SEQUENCE_START_EVENT:
            builder_.name_next(anchor_of(event.data.sequence_start.anchor));
            return builder_.begin_list(position);
        case YAML_MAPPING_START_EVENT:
            builder_.name_next(anchor_of(event.data.mapping_start.anchor));
            return builder_.begin_map(position);
        case YAML_SEQUENCE_END_EVENT:
        case YAML_MAPPING_END_EVENT:
            return builder_.end_container();
        case YAML_ALIAS_EVENT:
            return take_alias(event, position);
        default:
            return;
        }
    }

    void take_scalar(const yaml_event_t& event, Position position) {
        const auto& scalar = event.data.scalar;
        std::string value(reinterpret_cast<const char*>(scalar.value), scalar.length);
        builder_.name_next(anchor_of(scalar.anchor));
        const bool is_plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
        if (is_plain && (value.empty() || value == "~" || value == "null" || value == "Null" ||
                         value == "NULL"))
            builder_.null(position);
        else
            builder_.scalar(position, std::move(value));
    }

    void take_alias(const yaml_event_t& event, Position position) {
        const auto found = anchors_.find(text_of(event.data.alias.anchor));
        if (found == anchors_.end())
            throw PackError(
                {document_.error_at(position, fmt::format("not valid YAML: unknown anchor \"{}\"",
                                                          text_of(event.data.alias.anchor)))});
        builder_.alias(position, found->second);
    }

    /// Anchors are numbered; a name that is given again names the later value.
    std::size_t anchor_of(const yaml_char_t* name) {
        if (name == nullptr)
            return 0;
        return anchors_[text_of(name)] = ++anchor_count_;
    }

    [[noreturn]] void fail_at_parser() const {
        std::string message = parser_.problem == nullptr ? "unknown error" : parser_.problem;
        if (parser_.context != nullptr)
            message += fmt::format(" ({})", parser_.context);
        throw PackError(
            {document_.error_at(position_of(parser_.problem_mark), "not valid YAML: " + message)});
    }

    const Document& document_;
    DocumentBuilder& builder_;
    yaml_parser_t parser_{};
    std::map<std::string, std::size_t> anchors_;
    std::size_t anchor_count_ = 0;
};

} // namespace

Document read_yaml(std::string text, std::string file, const DocumentLimits& limits) {
    Document document{std::move(file), std::move(text), {}};
    check_size(document, limits);
    DocumentBuilder builder(document, limits);
    YamlEvents(document, builder).run();
    builder.finish();
    return document;
}

} // namespace preflag

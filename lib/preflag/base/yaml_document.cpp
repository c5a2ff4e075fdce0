#include <preflag/base/document_builder.h>
#include <preflag/base/error.h>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

namespace preflag {

namespace {

Position position_of(const YAML::Mark& mark) {
    if (mark.is_null() || mark.line < 0)
        return {};
    return {static_cast<std::uint64_t>(mark.line) + 1, static_cast<std::uint64_t>(mark.column) + 1};
}

/// Hands the events of yaml-cpp to the builder. yaml-cpp's own node tree is not used: it neither
/// bounds aliases nor reports repeated keys.
class YamlEvents : public YAML::EventHandler {
  public:
    explicit YamlEvents(DocumentBuilder& builder) : builder_(builder) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        builder_.name_next(anchor);
        builder_.null(position_of(mark));
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        builder_.alias(position_of(mark), anchor);
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        builder_.name_next(anchor);
        const bool is_plain = tag == "?";
        if (is_plain && (value == "~" || value == "null" || value == "Null" || value == "NULL"))
            builder_.null(position_of(mark));
        else
            builder_.scalar(position_of(mark), value);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        builder_.name_next(anchor);
        builder_.begin_list(position_of(mark));
    }
    void OnSequenceEnd() override { builder_.end_container(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        builder_.name_next(anchor);
        builder_.begin_map(position_of(mark));
    }
    void OnMapEnd() override { builder_.end_container(); }

  private:
    DocumentBuilder& builder_;
};

} // namespace

Document read_yaml(std::string text, std::string file, const DocumentLimits& limits) {
    Document document{std::move(file), std::move(text), {}};
    check_size(document, limits);
    DocumentBuilder builder(document, limits);
    YamlEvents events(builder);
    try {
        std::istringstream stream(document.text);
        YAML::Parser parser(stream);
        parser.HandleNextDocument(events);
    } catch (const YAML::Exception& error) {
        throw PackError(
            {document.error_at(position_of(error.mark), "not valid YAML: " + error.msg)});
    }
    builder.finish();
    return document;
}

} // namespace preflag

#pragma once

#include <preflag/base/document/document.h>

#include <cstdint>
#include <map>
#include <string>
#include <unordered_set>
#include <vector>

namespace preflag {

/// Builds a Document's tree from the events of a parser, within limits. Shared by the YAML and the
/// JSON reader. Throws MalformedFile at the event that breaks a rule.
class DocumentBuilder {
  public:
    /// The document must outlive the builder; its file and text are set already.
    DocumentBuilder(Document& document, const DocumentLimits& limits);

    void null(Position position);
    /// Whether a map is open whose next event is a key.
    [[nodiscard]] bool key_is_due() const;
    /// A map's key when a key is due, else a value.
    void scalar(Position position, std::string text);
    void begin_list(Position position);
    void begin_map(Position position);
    void end_container();

    /// Ties `anchor` to the value that the next event begins.
    void name_next(std::size_t anchor);
    /// A copy of the value that carries `anchor`; a map's key when a key is due.
    void alias(Position position, std::size_t anchor);

    /// Moves the finished root into the document.
    void finish();

  private:
    struct Level {
        DocumentNode node;
        std::string key;
        Position key_position;
        bool has_key = false;
        std::size_t anchor = 0;
        std::unordered_set<std::string> keys; ///< of a map with many; else they are compared
    };

    void begin(Position position, DocumentNode::Kind kind);
    void add(DocumentNode node, std::size_t anchor);
    void add_key(Position position, std::string text);
    [[nodiscard]] static bool has(Level& level, const std::string& key);
    /// Charges the limits for values before they are built.
    void charge(Position position, std::size_t nodes, std::size_t bytes);
    [[noreturn]] void fail(Position position, std::string message, std::string advice = {}) const;

    Document& document_;
    DocumentLimits limits_;
    std::vector<Level> levels_;
    std::map<std::size_t, DocumentNode> anchors_;
    std::size_t next_anchor_ = 0;
    std::size_t most_memory_;
    std::size_t nodes_ = 0;
    std::size_t memory_ = 0;
    bool has_root_ = false;
};

/// Throws MalformedFile when `text` is larger than the limits allow.
void check_size(const Document& document, const DocumentLimits& limits);

} // namespace preflag

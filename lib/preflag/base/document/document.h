#pragma once

#include <preflag/base/diagnostic.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preflag {

struct DocumentEntry;

/// A value read from YAML or JSON, with the place where it stands. Immutable once read.
class DocumentNode {
  public:
    enum class Kind { null, scalar, list, map };

    [[nodiscard]] Kind kind() const { return kind_; }
    [[nodiscard]] bool is_null() const { return kind_ == Kind::null; }
    [[nodiscard]] bool is_scalar() const { return kind_ == Kind::scalar; }
    [[nodiscard]] bool is_list() const { return kind_ == Kind::list; }
    [[nodiscard]] bool is_map() const { return kind_ == Kind::map; }

    /// The text of a scalar as written (numbers and booleans too); empty for the other kinds.
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] Position position() const { return position_; }
    /// The elements of a list, in order.
    [[nodiscard]] const std::vector<DocumentNode>& items() const { return items_; }
    /// The entries of a map, in the order written. Keys are unique: a repeated key is a read error.
    [[nodiscard]] const std::vector<DocumentEntry>& entries() const { return entries_; }
    /// The value of a map's key, or nullptr.
    [[nodiscard]] const DocumentNode* find(std::string_view key) const;

    /// As a library of serialisation wants it; positions within a file fit into 32 bits.
    template <class Archive>
    void save(Archive& archive) const;
    template <class Archive>
    void load(Archive& archive);

  private:
    friend class DocumentBuilder;
    Kind kind_ = Kind::null;
    std::string text_;
    Position position_;
    std::vector<DocumentNode> items_;
    std::vector<DocumentEntry> entries_;
};

struct DocumentEntry {
    std::string key;
    Position position;
    DocumentNode value;
};

template <class Archive>
void serialize(Archive& archive, DocumentEntry& entry) {
    archive(entry.key, entry.position.line, entry.position.column, entry.value);
}

template <class Archive>
void DocumentNode::save(Archive& archive) const {
    archive(static_cast<std::uint8_t>(kind_), static_cast<std::uint32_t>(position_.line),
            static_cast<std::uint32_t>(position_.column));
    if (is_scalar())
        archive(text_);
    else if (is_list())
        archive(items_);
    else if (is_map())
        archive(entries_);
}

template <class Archive>
void DocumentNode::load(Archive& archive) {
    std::uint8_t kind = 0;
    std::uint32_t line = 0, column = 0;
    archive(kind, line, column);
    kind_ = static_cast<Kind>(kind);
    position_ = {line, column};
    if (is_scalar())
        archive(text_);
    else if (is_list())
        archive(items_);
    else if (is_map())
        archive(entries_);
}

/// A whole file: its name, its bytes (for excerpts) and its tree.
struct Document {
    std::string file;
    std::string text;
    DocumentNode root;

    /// An error at `position`, with the source line as excerpt (of a long line, the part around the
    /// position).
    [[nodiscard]] Diagnostic error_at(Position position, std::string message,
                                      std::string advice = {}) const;
};

/// Bounds that keep a hostile file from exhausting memory or the stack. Aliases are expanded; what
/// they expand to counts towards `nodes` and towards the memory of the tree, so an alias bomb ends
/// in an error, not in a crash. Besides, a tree may take 16 MiB and 32 bytes for each byte of the
/// file: what ordinary files take is far below.
struct DocumentLimits {
    std::size_t bytes = std::size_t{16} << 20;
    std::size_t nodes = 2'000'000;
    std::size_t depth = 64;
};

/// Throws MalformedFile with the place of the first syntax error, repeated key or exceeded limit.
Document read_yaml(std::string text, std::string file, const DocumentLimits& limits = {});
Document read_json(std::string text, std::string file, const DocumentLimits& limits = {});

} // namespace preflag

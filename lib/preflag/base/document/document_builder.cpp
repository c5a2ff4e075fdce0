#include <preflag/base/document/document_builder.h>
#include <preflag/base/error.h>

#include <fmt/format.h>

#include <utility>

namespace preflag {

namespace {

constexpr std::size_t free_memory = std::size_t{16} << 20;
constexpr std::size_t memory_per_byte = 32;

/// What a tree takes: values, and bytes of memory.
struct Size {
    std::size_t nodes = 0;
    std::size_t bytes = 0;
};

std::size_t bytes_of(const std::string& text) {
    return text.size() <= std::string().capacity() ? 0 : text.size() + 1;
}

void add_size(const DocumentNode& node, Size& size) {
    ++size.nodes;
    size.bytes += sizeof(DocumentEntry) + bytes_of(node.text());
    for (const DocumentNode& item : node.items())
        add_size(item, size);
    for (const DocumentEntry& entry : node.entries()) {
        size.bytes += bytes_of(entry.key);
        add_size(entry.value, size);
    }
}

Size size_of(const DocumentNode& node) {
    Size size;
    add_size(node, size);
    return size;
}

} // namespace

void check_size(const Document& document, const DocumentLimits& limits) {
    if (document.text.size() <= limits.bytes)
        return;
    throw MalformedFile({document.error_at(
        {},
        fmt::format("the file has {} bytes, more than the {} that are read whole",
                    document.text.size(), limits.bytes),
        "split it, or give a large manifest as CSV or JSON Lines, which are read in pieces")});
}

DocumentBuilder::DocumentBuilder(Document& document, const DocumentLimits& limits)
    : document_(document), limits_(limits),
      most_memory_(free_memory + memory_per_byte * document.text.size()) {}

bool DocumentBuilder::key_is_due() const {
    return !levels_.empty() && levels_.back().node.is_map() && !levels_.back().has_key;
}

void DocumentBuilder::null(Position position) {
    if (key_is_due())
        fail(position, "a key is empty");
    charge(position, 1, sizeof(DocumentEntry));
    DocumentNode node;
    node.position_ = position;
    add(std::move(node), std::exchange(next_anchor_, 0));
}

void DocumentBuilder::scalar(Position position, std::string text) {
    if (key_is_due())
        return add_key(position, std::move(text));
    charge(position, 1, sizeof(DocumentEntry) + bytes_of(text));
    DocumentNode node;
    node.kind_ = DocumentNode::Kind::scalar;
    node.position_ = position;
    node.text_ = std::move(text);
    add(std::move(node), std::exchange(next_anchor_, 0));
}

void DocumentBuilder::add_key(Position position, std::string text) {
    Level& level = levels_.back();
    charge(position, 0, bytes_of(text));
    if (has(level, text))
        fail(position, fmt::format("the key \"{}\" stands twice in this map", text),
             "remove one of the two");
    level.key = std::move(text);
    level.key_position = position;
    level.has_key = true;
}

bool DocumentBuilder::has(Level& level, const std::string& key) {
    constexpr std::size_t few = 16;
    const auto& entries = level.node.entries_;
    if (entries.size() < few)
        return level.node.find(key) != nullptr;
    if (level.keys.empty())
        for (const DocumentEntry& entry : entries)
            level.keys.insert(entry.key);
    return !level.keys.insert(key).second;
}

void DocumentBuilder::begin_list(Position position) {
    begin(position, DocumentNode::Kind::list);
}
void DocumentBuilder::begin_map(Position position) {
    begin(position, DocumentNode::Kind::map);
}

void DocumentBuilder::begin(Position position, DocumentNode::Kind kind) {
    if (key_is_due())
        fail(position, "a key must be a single word or text");
    if (levels_.size() >= limits_.depth)
        fail(position, fmt::format("nested deeper than {} levels", limits_.depth));
    charge(position, 1, sizeof(DocumentEntry));
    Level level;
    level.node.kind_ = kind;
    level.node.position_ = position;
    level.anchor = std::exchange(next_anchor_, 0);
    levels_.push_back(std::move(level));
}

void DocumentBuilder::end_container() {
    Level level = std::move(levels_.back());
    levels_.pop_back();
    add(std::move(level.node), level.anchor);
}

void DocumentBuilder::name_next(std::size_t anchor) {
    next_anchor_ = anchor;
}

void DocumentBuilder::alias(Position position, std::size_t anchor) {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end())
        fail(position, "an alias refers to itself or to nothing");
    if (key_is_due() && !found->second.is_scalar())
        fail(position, "a key must be a single word or text");
    if (key_is_due())
        return add_key(position, found->second.text());
    const Size size = size_of(found->second);
    charge(position, size.nodes, size.bytes);
    add(found->second, 0);
}

void DocumentBuilder::add(DocumentNode node, std::size_t anchor) {
    if (anchor != 0) {
        charge(node.position(), 0, size_of(node).bytes);
        anchors_[anchor] = node;
    }
    if (levels_.empty()) {
        document_.root = std::move(node);
        has_root_ = true;
        return;
    }
    Level& level = levels_.back();
    if (level.node.is_list()) {
        level.node.items_.push_back(std::move(node));
        return;
    }
    level.node.entries_.push_back({std::move(level.key), level.key_position, std::move(node)});
    level.has_key = false;
}

void DocumentBuilder::charge(Position position, std::size_t nodes, std::size_t bytes) {
    constexpr const char* advice =
        "split the file, or write out the aliases that repeat each other";
    nodes_ += nodes;
    memory_ += bytes;
    if (nodes_ > limits_.nodes)
        fail(position,
             fmt::format("more than {} values, aliases counted as often as they are used",
                         limits_.nodes),
             advice);
    if (memory_ > most_memory_)
        fail(position,
             fmt::format("its values take more than {} MiB of memory, aliases counted as often as "
                         "they are used, far more than its {} bytes should",
                         most_memory_ >> 20U, document_.text.size()),
             advice);
}

void DocumentBuilder::fail(Position position, std::string message, std::string advice) const {
    throw MalformedFile({document_.error_at(position, std::move(message), std::move(advice))});
}

void DocumentBuilder::finish() {
    anchors_.clear();
    if (!has_root_)
        fail({}, "the file is empty");
}

} // namespace preflag

#include <preflag/base/document_builder.h>
#include <preflag/base/error.h>

#include <fmt/format.h>

#include <utility>

namespace preflag {

namespace {

std::size_t size_of(const DocumentNode& node) {
    std::size_t size = 1;
    for (const DocumentNode& item : node.items())
        size += size_of(item);
    for (const DocumentEntry& entry : node.entries())
        size += size_of(entry.value);
    return size;
}

} // namespace

void check_size(const Document& document, const DocumentLimits& limits) {
    if (document.text.size() <= limits.bytes)
        return;
    throw PackError({document.error_at(
        {},
        fmt::format("the file has {} bytes, more than the {} that are read whole",
                    document.text.size(), limits.bytes),
        "split it, or give a large manifest as CSV or JSON Lines, which are read in pieces")});
}

DocumentBuilder::DocumentBuilder(Document& document, const DocumentLimits& limits)
    : document_(document), limits_(limits) {}

bool DocumentBuilder::key_is_due() const {
    return !levels_.empty() && levels_.back().node.is_map() && !levels_.back().has_key;
}

void DocumentBuilder::null(Position position) {
    if (key_is_due())
        fail(position, "a key is empty");
    count_nodes(position, 1);
    DocumentNode node;
    node.position_ = position;
    add(std::move(node), std::exchange(next_anchor_, 0));
}

void DocumentBuilder::scalar(Position position, std::string text) {
    if (key_is_due())
        return add_key(position, std::move(text));
    count_nodes(position, 1);
    DocumentNode node;
    node.kind_ = DocumentNode::Kind::scalar;
    node.position_ = position;
    node.text_ = std::move(text);
    add(std::move(node), std::exchange(next_anchor_, 0));
}

void DocumentBuilder::add_key(Position position, std::string text) {
    Level& level = levels_.back();
    if (level.node.find(text) != nullptr)
        fail(position, fmt::format("the key \"{}\" stands twice in this map", text),
             "remove one of the two");
    level.key = std::move(text);
    level.key_position = position;
    level.has_key = true;
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
    count_nodes(position, 1);
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
    count_nodes(position, size_of(found->second));
    add(found->second, 0);
}

void DocumentBuilder::add(DocumentNode node, std::size_t anchor) {
    if (anchor != 0)
        anchors_[anchor] = node;
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

void DocumentBuilder::count_nodes(Position position, std::size_t nodes) {
    nodes_ += nodes;
    if (nodes_ > limits_.nodes)
        fail(position,
             fmt::format("more than {} values, aliases counted as often as they are used",
                         limits_.nodes),
             "split the file, or write out the aliases that repeat each other");
}

void DocumentBuilder::fail(Position position, std::string message, std::string advice) const {
    throw PackError({document_.error_at(position, std::move(message), std::move(advice))});
}

void DocumentBuilder::finish() {
    anchors_.clear();
    if (!has_root_)
        fail({}, "the file is empty");
}

} // namespace preflag

#include <preflag/base/text.h>
#include <preflag/manifest/csv/record_layout.h>
#include <preflag/manifest/tree/tree_shapes.h>

#include <algorithm>

namespace preflag {

namespace {

constexpr int deepest_goods = 4; ///< levels below a key at which its goods are looked for

bool is_list_of_scalars(const DocumentNode& node) {
    return node.is_list() && !node.items().empty() &&
           std::all_of(node.items().begin(), node.items().end(),
                       [](const DocumentNode& item) { return item.is_scalar() || item.is_null(); });
}

bool is_list_of_rows(const DocumentNode& node, std::size_t width) {
    return node.is_list() && !node.items().empty() &&
           std::all_of(node.items().begin(), node.items().end(), [&](const DocumentNode& row) {
               return is_list_of_scalars(row) && row.items().size() == width;
           });
}

/// "en", "de": texts in several languages are no lines.
bool is_language(std::string_view key) {
    return key.size() == 2 &&
           std::all_of(key.begin(), key.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool share_a_key(const DocumentNode& left, const DocumentNode& right) {
    return std::any_of(left.entries().begin(), left.entries().end(),
                       [&](const DocumentEntry& entry) { return right.find(entry.key); });
}

bool have_the_same_keys(const DocumentNode& left, const DocumentNode& right) {
    return std::equal(left.entries().begin(), left.entries().end(), right.entries().begin(),
                      right.entries().end(), [](const DocumentEntry& a, const DocumentEntry& b) {
                          return a.key == b.key;
                      });
}

/// {"0": a, "1": b}: a column of a data frame.
bool is_numbered(const DocumentNode& map) {
    return map.is_map() && !map.entries().empty() &&
           std::all_of(map.entries().begin(), map.entries().end(), [](const DocumentEntry& entry) {
               return has_digit(entry.key) && !entry.value.is_map() && !entry.value.is_list();
           });
}

/// What one line has once: a list of it means a list of lines.
bool is_single(Field field) {
    return (field >= Field::concentration && field <= Field::volume) || field == Field::value ||
           field == Field::item;
}

} // namespace

bool TreeShape::holds(const DocumentEntry& entry) const {
    return &entry.value == header || &entry.value == table ||
           std::find(parts.begin(), parts.end(), &entry) != parts.end();
}

const DocumentNode& TreeShape::cell(const DocumentEntry& column, std::size_t row) {
    return column.value.is_map() ? column.value.entries()[row].value : column.value.items()[row];
}

TreeShape TreeShapes::of_map(const DocumentNode& map, bool is_item) {
    const auto nested =
        std::count_if(map.entries().begin(), map.entries().end(), [](const DocumentEntry& entry) {
            return entry.value.is_map() || entry.value.is_list();
        });
    if (nested < 2)
        return {};
    if (auto shape = keyed_lines(map))
        return *shape;
    if (auto shape = numbered_columns(map))
        return *shape;
    if (auto shape = table(map))
        return *shape;
    if (auto shape = columns(map, is_item))
        return *shape;
    return {};
}

/// A list of lists the first of which holds the keys.
TreeShape TreeShapes::of_list(const DocumentNode& list) {
    TreeShape shape;
    if (list.items().size() < 2 || !list.items().front().is_list() ||
        !is_list_of_rows(list, list.items().front().items().size()) ||
        !is_header(list.items().front()))
        return shape;
    shape.kind = TreeShape::Kind::table;
    shape.header = &list.items().front();
    shape.table = &list;
    return shape;
}

std::optional<TreeShape> TreeShapes::keyed_lines(const DocumentNode& map) {
    TreeShape shape;
    shape.kind = TreeShape::Kind::keyed_lines;
    for (const DocumentEntry& entry : map.entries())
        if (entry.value.is_map() && is_key_of_a_line(entry.key) &&
            names_goods_below(entry.value, {}, 0) &&
            (shape.parts.empty() || share_a_key(shape.parts.front()->value, entry.value)))
            shape.parts.push_back(&entry);
    return shape.parts.size() < 2 ? std::nullopt : std::optional(std::move(shape));
}

std::optional<TreeShape> TreeShapes::numbered_columns(const DocumentNode& map) {
    TreeShape shape;
    shape.kind = TreeShape::Kind::columns;
    bool has_goods = false;
    for (const DocumentEntry& entry : map.entries()) {
        if (!is_numbered(entry.value))
            continue;
        if (!shape.parts.empty() && !have_the_same_keys(shape.parts.front()->value, entry.value))
            return std::nullopt;
        shape.parts.push_back(&entry);
        shape.rows = entry.value.entries().size();
        has_goods = has_goods || is_goods_key(entry.key);
    }
    return has_goods && shape.parts.size() > 1 ? std::optional(std::move(shape)) : std::nullopt;
}

std::optional<TreeShape> TreeShapes::table(const DocumentNode& map) {
    for (const DocumentEntry& keys : map.entries()) {
        if (!is_list_of_scalars(keys.value) || !is_header(keys.value))
            continue;
        for (const DocumentEntry& rows : map.entries())
            if (is_list_of_rows(rows.value, keys.value.items().size())) {
                TreeShape shape;
                shape.kind = TreeShape::Kind::table;
                shape.header = &keys.value;
                shape.table = &rows.value;
                return shape;
            }
    }
    return std::nullopt;
}

std::optional<TreeShape> TreeShapes::columns(const DocumentNode& map, bool is_item) {
    TreeShape shape;
    shape.kind = TreeShape::Kind::columns;
    bool has_goods = false;
    bool has_single = false;
    for (const DocumentEntry& entry : map.entries()) {
        if (!is_list_of_scalars(entry.value))
            continue;
        const auto field = field_of(entry.key);
        const std::size_t size = entry.value.items().size();
        has_goods = has_goods || (is_goods_key(entry.key) && size > 1);
        has_single = has_single || (field && is_single(*field) && size > 1);
        shape.parts.push_back(&entry);
        shape.rows = std::max(shape.rows, size);
    }
    const bool is_all = shape.parts.size() == map.entries().size() && !is_item;
    if (!has_goods || shape.parts.size() < 2 || (!is_all && !has_single))
        return std::nullopt;
    const bool is_even =
        std::all_of(shape.parts.begin(), shape.parts.end(), [&](const DocumentEntry* part) {
            return part->value.items().size() == shape.rows;
        });
    if (!is_even && !has_single)
        return std::nullopt;
    if (!is_even)
        shape.kind = TreeShape::Kind::uneven;
    return shape;
}

std::optional<Field> TreeShapes::field_of(std::string_view key) {
    if (const auto found = fields_.find(key); found != fields_.end())
        return found->second;
    const auto match = aliases_.match_as_written(key);
    const std::optional<Field> field = match ? std::optional(match->field) : std::nullopt;
    fields_.emplace(key, field);
    return field;
}

bool TreeShapes::is_goods_key(std::string_view key) {
    const auto field = field_of(key);
    FieldValues probe;
    if (field)
        probe.set(*field, "x");
    return names_goods(probe);
}

/// A number of an order, not the name of a party or of what belongs to one line.
bool TreeShapes::is_key_of_a_line(std::string_view key) {
    return has_digit(key) || (!is_language(key) && !field_of(key));
}

bool TreeShapes::names_goods_below(const DocumentNode& node, const std::string& path, int depth) {
    if (depth > deepest_goods)
        return false;
    if (node.is_list())
        return std::any_of(node.items().begin(), node.items().end(), [&](const DocumentNode& item) {
            return names_goods_below(item, {}, depth + 1);
        });
    return std::any_of(
        node.entries().begin(), node.entries().end(), [&](const DocumentEntry& entry) {
            const std::string key = path.empty() ? entry.key : path + " " + entry.key;
            if (entry.value.is_map() || (entry.value.is_list() && !is_list_of_scalars(entry.value)))
                return names_goods_below(entry.value, key, depth + 1);
            return is_goods_key(key) || is_goods_key(entry.key);
        });
}

bool TreeShapes::is_header(const DocumentNode& list) {
    return std::any_of(list.items().begin(), list.items().end(),
                       [&](const DocumentNode& item) { return is_goods_key(item.text()); });
}

} // namespace preflag

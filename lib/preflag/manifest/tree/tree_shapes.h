#pragma once

#include <preflag/base/document/document.h>
#include <preflag/manifest/header/field_aliases.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// How the lines of a map or list of a YAML or JSON manifest are laid out. Points into the tree.
struct TreeShape {
    enum class Kind {
        plain,       ///< a line, or what lines share; or a list of either
        keyed_lines, ///< {"A1": {...}, "A2": {...}}: a line for each of `parts`
        columns,     ///< {"goods": [a, b], "cas": [c, d]}: `parts` are columns of `rows` values
        uneven,      ///< columns, but of differing length: not to be read
        table,       ///< the keys stand in `header`, `table` holds a list of values for each line
    };
    Kind kind = Kind::plain;
    std::vector<const DocumentEntry*> parts;
    std::size_t rows = 0;
    const DocumentNode* header = nullptr;
    const DocumentNode* table = nullptr;

    /// Whether an entry of the map is one of `parts` or belongs to the table.
    [[nodiscard]] bool holds(const DocumentEntry& entry) const;
    /// The value in a row of one of the columns.
    [[nodiscard]] static const DocumentNode& cell(const DocumentEntry& column, std::size_t row);
};

/// Tells manifests that are laid out otherwise than as a list of lines: what would else be merged
/// into one line. Remembers the keys that it has seen.
class TreeShapes {
  public:
    /// The aliases must outlive it.
    explicit TreeShapes(const FieldAliases& aliases) : aliases_(aliases) {}

    /// `is_item`: the map is an element of a list, so that lists in it are texts of one line.
    TreeShape of_map(const DocumentNode& map, bool is_item);
    TreeShape of_list(const DocumentNode& list);

  private:
    std::optional<Field> field_of(std::string_view key);
    bool is_goods_key(std::string_view key);
    bool is_key_of_a_line(std::string_view key);
    bool names_goods_below(const DocumentNode& node, const std::string& path, int depth);
    bool is_header(const DocumentNode& list);
    std::optional<TreeShape> keyed_lines(const DocumentNode& map);
    std::optional<TreeShape> columns(const DocumentNode& map, bool is_item);
    std::optional<TreeShape> numbered_columns(const DocumentNode& map);
    std::optional<TreeShape> table(const DocumentNode& map);

    const FieldAliases& aliases_;
    std::map<std::string, std::optional<Field>, std::less<>> fields_;
};

} // namespace preflag

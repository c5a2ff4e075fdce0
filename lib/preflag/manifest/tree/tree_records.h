#pragma once

#include <preflag/base/document/document.h>
#include <preflag/manifest/csv/record_layout.h>
#include <preflag/manifest/header/field_aliases.h>
#include <preflag/manifest/manifest_reader.h>
#include <preflag/manifest/tree/tree_shapes.h>

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace preflag {

/// Turns the tree of a YAML or JSON manifest into records of one fixed layout. A map without a list
/// of maps in it is a line; what stands in the maps around it (a shipment's parties, dates, route)
/// holds for each of its lines. A map of lines by their numbers, columns of values and tables are
/// lists of lines, too. Keys are read like headers, with the keys above them in front: "consignee:
/// {address: ...}" is "consignee address", "net weight: {value: ..., unit: ...}" a weight with its
/// unit.
class TreeRecords {
  public:
    /// The aliases must outlive the records.
    TreeRecords(const FieldAliases& aliases, ReadOptions options);

    /// Appends a record for each line below `node` to `batch`. `line_offset` is added to the
    /// positions' line numbers.
    void append(const DocumentNode& node, std::uint64_t line_offset, LineBatch& batch);
    /// Appends a record that cannot be screened.
    void append_reject(std::string_view raw, std::string reason, std::uint64_t line,
                       LineBatch& batch);

    /// The keys seen so far, in order of appearance.
    [[nodiscard]] const std::vector<ColumnUse>& uses() const { return uses_; }
    [[nodiscard]] std::uint64_t count() const { return record_; }
    [[nodiscard]] const std::shared_ptr<const RecordLayout>& layout() const { return layout_; }
    /// Finds out how the cells of a batch, the first one, are written. It holds for this batch and
    /// all that are appended to afterwards.
    std::vector<FieldStyle> sample_styles(LineBatch& batch);

  private:
    using Values = std::array<std::string, field_count>;
    using Telling = std::function<std::string()>;
    struct Shared;

    void walk(const DocumentNode& node, const Values& inherited, bool is_item, LineBatch& batch);
    void walk_columns(const TreeShape& shape, const Shared& shared, LineBatch& batch);
    void walk_table(const TreeShape& shape, const Shared& shared, LineBatch& batch);
    void collect(const DocumentNode& map, const TreeShape& shape, const std::string& path,
                 Shared& shared);
    void assign(const std::string& path, std::string_view text, Shared& shared);
    static void give_way(Field field, Shared& shared);
    static void use_bare_name(Shared& shared);
    [[nodiscard]] bool is_bare_name(const std::string& path) const;
    static void assign_unit(Field field, const std::string& unit, Shared& shared);
    /// `told` is the line as it is shown when it names no goods.
    void add_record(const Values& values, Position position, const Telling& told, LineBatch& batch);
    std::size_t use_of(const std::string& path);
    [[nodiscard]] std::optional<FieldAliases::Match> meaning_of(const std::string& path) const;
    [[nodiscard]] bool is_other_measure(const DocumentNode& map, const std::string& path) const;

    const FieldAliases& aliases_;
    const ReadOptions options_;
    TreeShapes shapes_;
    std::shared_ptr<const RecordLayout> layout_;
    std::vector<ColumnUse> uses_;
    std::vector<bool> is_of_buyer_; ///< by use: a field of the consignee, by a key about a buyer
    std::map<std::string, std::size_t> use_by_path_;
    std::uint64_t line_offset_ = 0;
    std::uint64_t record_ = 0;
};

} // namespace preflag

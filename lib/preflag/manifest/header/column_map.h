#pragma once

#include <preflag/manifest/csv/record_layout.h>
#include <preflag/manifest/header/cell_forms.h>
#include <preflag/manifest/header/column_draft.h>
#include <preflag/manifest/manifest_reader.h>

#include <string>
#include <utility>
#include <vector>

namespace preflag {

/// Which column of a manifest is read as which field.
class ColumnMap {
  public:
    /// Maps a header row. Overrides ("consignee=Buyer", "hs=#7") win over aliases; the cells of a
    /// sample and the other columns decide what a header leaves open. Throws InputError for an
    /// override that names a column which is not there.
    ColumnMap(const std::vector<std::string>& headers, const FieldAliases& aliases,
              const ReadOptions& options, const std::string& file, const SampleRows& sample = {});

    [[nodiscard]] const std::vector<ColumnUse>& uses() const { return draft_.uses; }
    /// See ManifestDescription::notes.
    [[nodiscard]] const std::vector<std::string>& notes() const { return draft_.notes; }
    /// Whether the vocabulary knows the header of the column, counted from 0.
    [[nodiscard]] bool is_known_header(std::size_t column) const { return is_known_[column]; }
    /// Whether a column can tell what the goods are.
    [[nodiscard]] bool names_goods() const;
    [[nodiscard]] std::vector<ColumnTarget> targets() const;
    /// Units that headers name, in the order of the columns; `targets` refers to them.
    [[nodiscard]] std::vector<std::pair<Field, std::string>> constants() const;

    /// How much a row looks like a header: aliases found, whole ones counting double.
    static int header_score(const std::vector<std::string>& cells, const FieldAliases& aliases,
                            const ReadOptions& options);

  private:
    void apply_overrides(const ReadOptions& options, const std::string& file);
    void apply_aliases(const FieldAliases& aliases, const ReadOptions& options);
    void give_units_to_weights();
    void settle_repeats();

    ColumnDraft draft_;
    std::vector<bool> is_known_; ///< by column: an alias, whatever it is read as
};

/// Whether the field can tell what the goods are.
bool is_goods(Field field);

/// The number of a column that is named by it: "#7" -> 7.
std::optional<std::size_t> column_number(std::string_view text);

/// The message for a manifest none of whose columns can tell what the goods are.
std::string no_goods_column_message(const std::string& file,
                                    const std::vector<std::string>& headers,
                                    const FieldAliases& aliases);

} // namespace preflag

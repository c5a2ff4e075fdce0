#pragma once

#include <preflag/base/field.h>
#include <preflag/manifest/manifest_reader.h>
#include <preflag/rules/rule_set.h>

#include <cstddef>
#include <string>
#include <vector>

namespace preflag {

/// What a run did not check, for its summary: files of screened folders that were not read, and
/// rules that inputs have no column for. Of many files the first ones are named and the others
/// counted.
class Unchecked {
  public:
    /// The sentence about these files; empty without any.
    std::string note_passed_over(const std::string& folder, const std::vector<std::string>& files);
    /// Links to folders that were not followed.
    void note_links(const std::string& folder, const std::vector<std::string>& links);
    /// A sheet of a workbook that is not screened.
    void note_sheet(const UncheckedSheet& sheet);
    /// Lines above a manifest's header.
    void note_lines_above(const ManifestDescription& description);
    /// Consignees and shipments that were forgotten while rules counted over several lines.
    void note_forgotten(std::size_t groups) { forgotten_ = groups; }

    /// An absent column is no empty cell: the rules that need it are not checked.
    void note_columns(const RuleSet& rules, const ManifestDescription& description);

    /// A sentence for each, in the order in which they were met.
    [[nodiscard]] std::vector<std::string> sentences() const;

  private:
    struct Gap {
        std::string rule;
        std::string columns;            ///< "shipment and no consignee"
        std::vector<std::string> files; ///< the first ones
        std::size_t file_count = 0;
    };
    void add_gap(const std::string& rule, const std::string& columns, const std::string& file);

    std::vector<std::string> passed_over_;
    struct Files {
        std::vector<std::string> first;
        std::size_t count = 0;
    };
    Files sheets_;                                    ///< without goods
    Files report_sheets_;                             ///< of reports of this program
    std::vector<std::string> files_with_lines_above_; ///< "a.csv (3 lines)", the first ones
    std::size_t files_with_lines_above_count_ = 0;
    std::size_t forgotten_ = 0;
    std::vector<Gap> gaps_;
};

} // namespace preflag

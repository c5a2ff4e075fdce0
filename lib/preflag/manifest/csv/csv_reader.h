#pragma once

#include <preflag/manifest/csv/record_splitter.h>
#include <preflag/manifest/header/column_map.h>
#include <preflag/manifest/header/report_rows.h>
#include <preflag/manifest/manifest_reader.h>
#include <preflag/manifest/source/text_source.h>
#include <preflag/manifest/table_header.h>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// Reads a delimited text file, or a sheet of a workbook, in constant memory: whole records are cut
/// out serially, their cells are split later by whoever screens the batch.
class CsvReader : public ManifestReader {
  public:
    /// Finds dialect and header and reads the first batch. The aliases are not needed afterwards.
    /// Throws InputError when there is no header, no goods column or no data.
    CsvReader(TextSource source, const FieldAliases& aliases, const ReadOptions& options);

    [[nodiscard]] const ManifestDescription& description() const override { return description_; }
    std::optional<LineBatch> next() override;
    [[nodiscard]] std::vector<Diagnostic> diagnostics() const override;
    [[nodiscard]] std::vector<std::string> told_of_sheet() const override;
    [[nodiscard]] std::string digest() const override { return source_.stored().digest(); }
    [[nodiscard]] std::uint64_t bytes_read() const override {
        return source_.stored().bytes_read();
    }

  private:
    void find_header(const FieldAliases& aliases, const ReadOptions& options);
    ColumnMap columns_below(TableHeader& header, const SampleRows& sample,
                            const FieldAliases& aliases, const ReadOptions& options) const;
    void keep_passed_over(const TableHeader& header, const ColumnMap& columns,
                          const ReadOptions& options);
    [[nodiscard]] ReportRows::Kind row_kind(std::string_view record) const;
    void describe(const ReadOptions& options);
    void describe_sheet(const SheetNotes& sheet);
    void sample_styles(RecordLayout& layout, const ReadOptions& options);
    std::optional<LineBatch> read_batch();
    void cut_records(LineBatch& batch);
    void add_record(LineBatch& batch, const RecordSplitter::Piece& piece);
    void give_up_record(LineBatch& batch);
    bool fill(std::string& buffer);

    TextSource source_;
    CsvDialect dialect_;
    RecordSplitter splitter_;
    std::size_t batch_bytes_;
    ManifestDescription description_;
    std::shared_ptr<const RecordLayout> layout_;
    std::optional<LineBatch> first_batch_;
    std::string carry_;        ///< text read and not yet handed out
    std::string header_text_;  ///< as written, to know it when it is repeated
    std::string header_below_; ///< a second row of it; empty when there is none
    std::size_t cut_ = 0;      ///< end of the last whole record in the batch being cut
    std::uint64_t line_ = 1;
    std::uint64_t record_ = 0;
    std::uint64_t offset_ = 0;
    std::uint64_t blank_records_ = 0;
    std::uint64_t repeated_headers_ = 0;
    ReportRows report_rows_;
    std::array<std::uint64_t, 4> passed_over_{}; ///< rows by ReportRows::Kind
    bool ended_ = false;
};

} // namespace preflag

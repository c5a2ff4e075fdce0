#pragma once

#include <preflag/manifest/source/text_source.h>
#include <preflag/manifest/tree/tree_records.h>

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// Reads a YAML or JSON manifest; of YAML also a stream of several documents. The whole document is
/// in memory until it is turned into batches; for more than some 100 MB, CSV and JSON Lines are the
/// formats.
class DocumentReader : public ManifestReader {
  public:
    enum class Syntax { yaml, json };

    /// Throws InputError for syntax errors, exceeded limits, no lines or no known goods key.
    DocumentReader(TextSource source, Syntax syntax, const FieldAliases& aliases,
                   const ReadOptions& options);

    [[nodiscard]] const ManifestDescription& description() const override { return description_; }
    std::optional<LineBatch> next() override;
    [[nodiscard]] std::vector<Diagnostic> diagnostics() const override { return {}; }
    [[nodiscard]] std::string digest() const override { return source_.stored().digest(); }
    [[nodiscard]] std::uint64_t bytes_read() const override {
        return source_.stored().bytes_read();
    }

  private:
    TextSource source_;
    ManifestDescription description_;
    std::deque<LineBatch> batches_;
};

/// Reads JSON Lines in constant memory. A line that is no JSON is one rejected record.
class JsonLinesReader : public ManifestReader {
  public:
    /// The aliases must outlive the reader. Throws InputError for no lines or no known goods key in
    /// the first batch.
    JsonLinesReader(TextSource source, const FieldAliases& aliases, const ReadOptions& options);

    [[nodiscard]] const ManifestDescription& description() const override { return description_; }
    std::optional<LineBatch> next() override;
    [[nodiscard]] std::vector<Diagnostic> diagnostics() const override { return {}; }
    [[nodiscard]] std::string digest() const override { return source_.stored().digest(); }
    [[nodiscard]] std::uint64_t bytes_read() const override {
        return source_.stored().bytes_read();
    }

  private:
    std::optional<LineBatch> read_batch();
    bool read_line(std::string& line);
    void add_line(std::string_view text, LineBatch& batch);

    TextSource source_;
    std::size_t batch_bytes_;
    ManifestDescription description_;
    TreeRecords records_;
    std::string text_;
    std::size_t offset_ = 0;
    std::uint64_t line_ = 0;
    std::optional<LineBatch> first_batch_;
};

/// The description that tree formats share.
ManifestDescription describe_tree(const TextSource& source, std::string format,
                                  const ReadOptions& options);

/// Throws InputError when no key seen so far, which is that of the first batch, can tell what the
/// goods are.
void require_goods(const TreeRecords& records, const LineBatch& batch, const FieldAliases& aliases);

} // namespace preflag

#pragma once

#include <preflag/manifest/header/field_aliases.h>
#include <preflag/manifest/manifest_reader.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preflag::test {

/// A folder of its own below the system's temporary folder, removed with all that is in it.
class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// Writes a file, with the folders above it. Returns its path.
    std::string write(const std::string& name, std::string_view bytes) const;

  private:
    std::filesystem::path path_;
};

/// A small header vocabulary: description (also "goods", "Ware", "品名"), hs, cas, un, quantity,
/// net and gross weight, concentration, consignee with address and country, shipment, date.
const FieldAliases& small_aliases();

/// The shipped vocabulary.
const FieldAliases& shipped_aliases();

/// A line or a reject as a test compares it. Values are "field=value", in the order of fields.
struct ReadRecord {
    std::uint64_t line = 0;
    std::uint64_t record = 0;
    std::uint64_t byte_offset = 0; ///< 0 for rejects
    std::string text;              ///< raw text of a line, kept text of a reject
    std::vector<std::string> values;
    std::string reject_reason; ///< empty for a line

    friend bool operator==(const ReadRecord&, const ReadRecord&) = default;
    /// The value of a field by its name; empty when it is missing.
    [[nodiscard]] std::string value(std::string_view field) const;
};

/// All that one manifest gives.
struct Reading {
    ManifestDescription description;
    std::vector<ReadRecord> records; ///< lines and rejects in order
    std::vector<std::string> diagnostics;
    std::string digest;
    std::size_t batches = 0;

    [[nodiscard]] std::vector<ReadRecord> lines() const;
    [[nodiscard]] std::vector<ReadRecord> rejects() const;
    /// The values of one field in all lines.
    [[nodiscard]] std::vector<std::string> column(std::string_view field) const;
};

Reading read_all(ManifestReader& reader);

/// Writes `bytes` to a temporary file of this name and reads its first manifest.
Reading read_manifest(std::string_view name, std::string_view bytes,
                      const ReadOptions& options = {});
Reading read_csv(std::string_view bytes, const ReadOptions& options = {});

/// The message of the InputError that reading ends in; "no error" when there is none.
std::string input_error(std::string_view name, std::string_view bytes,
                        const ReadOptions& options = {});

bool contains(std::string_view text, std::string_view part);

} // namespace preflag::test

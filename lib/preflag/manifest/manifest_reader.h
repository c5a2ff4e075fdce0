#pragma once

#include <preflag/base/error.h>
#include <preflag/base/field_set.h>
#include <preflag/manifest/line_batch.h>
#include <preflag/manifest/style_sampler.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace preflag {

class FieldAliases;

/// How the user wants manifests read; what is not given is detected.
struct ReadOptions {
    std::optional<std::string> encoding; ///< --encoding; switches detection off
    std::optional<char> delimiter;       ///< --delimiter; switches detection off
    std::vector<std::pair<Field, std::string>> column_overrides; ///< --map FIELD=HEADER or FIELD=#N
    GivenStyles styles;                                          ///< --decimal, --date-order
    bool no_header = false; ///< every row is data; needs --map FIELD=#N
    std::size_t batch_bytes = std::size_t{1} << 20;
};

/// How one column is read.
struct ColumnUse {
    std::size_t number = 0; ///< from 1
    std::string header;
    std::optional<Field> field; ///< none: ignored
    std::string unit;           ///< unit named by the header ("kg"), if any
    std::string reason;         ///< "alias", "--map", "ignored: second column of ...", ...
    /// Stands between it and the earlier columns of its field, at most 3 bytes. Empty: as usual for
    /// the field. A literal.
    std::string_view joint = {};
};

/// A line of a manifest that is not screened because it stands above the header, or is taken for
/// it.
struct PassedOverLine {
    std::uint64_t line = 0;
    std::string text; ///< its cells with " | " between them; of a header, those that are not known
};

/// What was found out about one manifest.
struct ManifestDescription {
    std::string file;
    std::string format;      ///< "csv", "yaml", "json", "jsonl", "xlsx", "ods"
    std::string compression; ///< "none", "gzip", "zstd", "xz", "zip", ...
    std::string encoding;    ///< "UTF-8", "UTF-16LE", "windows-1252", ...
    bool encoding_detected = true;
    std::string delimiter;
    bool delimiter_detected = true;
    /// What the user should know before the first line is judged: how columns were taken against
    /// their headers, what no column tells.
    std::vector<std::string> notes;
    std::uint64_t header_line = 0; ///< 0: no header
    std::uint64_t preamble_lines = 0;
    /// What was passed over to get to the data; at most 1 MiB. Goods in it mean that it was data.
    std::vector<PassedOverLine> passed_over;
    std::vector<ColumnUse> columns;
    /// How the cells are written, as a sample of them or the user tells.
    std::vector<FieldStyle> styles;
    /// The fields that a line can fill: those of the columns; of a tree, all.
    FieldSet fields = FieldSet::all();
};

/// Whether the manifest is a sheet of a workbook.
bool is_sheet(const ManifestDescription& description);

/// "a.csv: csv, UTF-8 (detected), comma (detected), header on line 1, 9 of 12 columns read".
std::string to_string(const ManifestDescription& description);

/// A table in which no column names goods, or that has no lines.
class NothingToScreen : public InputError {
  public:
    NothingToScreen(const std::string& message, std::vector<PassedOverLine> rows)
        : InputError(message), rows_(std::move(rows)) {}

    /// The rows that were looked at.
    [[nodiscard]] const std::vector<PassedOverLine>& rows() const { return rows_; }

  private:
    std::vector<PassedOverLine> rows_;
};

/// A sheet of a workbook that is not screened: no column of it names goods, or it has no lines.
struct UncheckedSheet {
    std::string file;                 ///< "a.xlsx!Notes"
    std::vector<PassedOverLine> rows; ///< the first ones
    /// Part of a report of this program that repeats what was found; nothing of it is looked at.
    bool is_of_report = false;
};

/// What of a file could not be opened.
struct Unopened {
    std::vector<std::string> faults; ///< messages, about members of archives and sheets
    std::vector<UncheckedSheet> sheets;
};

/// Reads one manifest as batches, in order. The second implementation reason: CSV is split lazily,
/// YAML and JSON are turned into canonical records.
class ManifestReader {
  public:
    virtual ~ManifestReader() = default;

    [[nodiscard]] virtual const ManifestDescription& description() const = 0;
    /// The next batch, or nullopt at the end.
    /// Throws InputError when the input breaks (truncated archive, read error).
    virtual std::optional<LineBatch> next() = 0;
    /// Notes and warnings gathered so far (ragged rows, repaired bytes, blank lines), for stderr.
    [[nodiscard]] virtual std::vector<Diagnostic> diagnostics() const = 0;
    /// What a person should know of a sheet beside its lines, once they are read: what is hidden in
    /// it, cells without a value. Empty for all other files.
    [[nodiscard]] virtual std::vector<std::string> told_of_sheet() const { return {}; }
    /// SHA-256 of the file's bytes as stored; complete once next() has returned nullopt.
    [[nodiscard]] virtual std::string digest() const = 0;
    /// Bytes of the stored file read so far, for the progress bar.
    [[nodiscard]] virtual std::uint64_t bytes_read() const = 0;
};

/// Opens a file, or standard input for "-". Archives with several members give one reader a member,
/// workbooks one a sheet; a sheet without a goods column is passed over when another one has it. Of
/// reports of this program the sheet of the lines is read.
/// Throws InputError for what cannot be opened or holds no data, no header or no goods column; the
/// message lists the headers seen and the nearest aliases. With `unopened`, what is wrong with one
/// member of an archive is added to it, as are the sheets that were passed over, and all others are
/// opened.
std::vector<std::unique_ptr<ManifestReader>> open_manifest(const std::string& path,
                                                           const FieldAliases& aliases,
                                                           const ReadOptions& options,
                                                           Unopened* unopened = nullptr);

} // namespace preflag

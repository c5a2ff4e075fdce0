#pragma once

#include <preflag/manifest/manifest_line.h>

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace preflag {

class RecordLayout; // delimiter, quote, column map: how a record's bytes become fields

/// A run of whole records with their bytes. Produced serially by a ManifestReader, split into
/// fields by the thread that screens it. Views handed out point into `buffer`, or into the batch's
/// scratch for cells that had to be unescaped or joined, and live until the batch dies.
struct LineBatch {
    struct Record {
        std::size_t offset = 0;
        std::size_t length = 0;
        std::uint64_t line = 0;
        std::uint64_t record = 0;
        /// Set by the splitter for a record that cannot be split (quote never closed, too long).
        const char* reject_reason = nullptr;
    };

    /// Of the buffer in the decoded input; none when the records are rebuilt (YAML, JSON).
    std::optional<std::uint64_t> byte_offset;
    std::string file; ///< name as reported: path, "-", "archive.zip!member.csv"
    std::shared_ptr<const RecordLayout> layout;
    std::string buffer;
    std::vector<Record> records;     ///< in the order of the buffer
    std::deque<std::string> reasons; ///< owns the reject reasons that are no literals

    /// Calls exactly one of the two for each record, in order. The line is valid during the call.
    void for_each(const std::function<void(const ManifestLine&)>& on_line,
                  const std::function<void(RejectedLine)>& on_reject) const {
        for_each(0, records.size(), on_line, on_reject);
    }
    /// The same for `count` records from `first` on, or as many as there are. Several threads may
    /// go through parts of one batch.
    void for_each(std::size_t first, std::size_t count,
                  const std::function<void(const ManifestLine&)>& on_line,
                  const std::function<void(RejectedLine)>& on_reject) const {
        for_each(first, count, {}, on_line, on_reject);
    }
    /// The same, but of the lines only those that are wanted by the fields that can tell what the
    /// goods are; no other field is filled when `is_wanted` is asked. Without it all are.
    void for_each(std::size_t first, std::size_t count,
                  const std::function<bool(const FieldValues& goods)>& is_wanted,
                  const std::function<void(const ManifestLine&)>& on_line,
                  const std::function<void(RejectedLine)>& on_reject) const;
};

} // namespace preflag

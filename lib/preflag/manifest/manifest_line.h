#pragma once

#include <preflag/base/field_set.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace preflag {

/// One data record of a manifest, as views into its batch.
struct ManifestLine {
    FieldValues values;
    std::uint64_t line = 0;   ///< physical line on which the record starts, from 1, header counted
    std::uint64_t record = 0; ///< number of the data record, from 1
    std::uint64_t byte_offset =
        0;                ///< of the record, in the decoded (UTF-8) input; 0 for YAML and JSON
    std::string_view raw; ///< the record's own text
    /// ManifestDescription::fields; nullptr for a line that belongs to no manifest.
    const FieldSet* columns = nullptr;
};

/// A record that could not be screened, and why. It is counted, reported and never clean.
struct RejectedLine {
    std::string file;
    std::uint64_t line = 0;
    std::uint64_t record = 0;
    std::string reason;
    std::string text; ///< the record's first bytes (at most 2,000), valid UTF-8
};

} // namespace preflag

#pragma once

#include <preflag/report/counts/grouped_counts.h>
#include <preflag/report/json_object.h>
#include <preflag/report/report_writer.h>

#include <cstddef>
#include <ostream>

namespace preflag {

/// The counts as table, CSV or JSON; no other format. A table is `width` terminal columns wide at
/// most, as far as the figures leave room.
void write_counts(const GroupedCounts& counts, ReportFormat format, std::size_t width,
                  std::ostream& stream);

/// The table with the first groups alone, and how many there are besides.
void write_first_counts(const GroupedCounts& counts, std::size_t most_groups, std::size_t width,
                        std::ostream& stream);

/// As the summary has them: rules/schema/counts.schema.json without the schema's name.
Json counts_json(const GroupedCounts& counts);

} // namespace preflag

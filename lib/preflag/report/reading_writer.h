#pragma once

#include <preflag/base/field.h>
#include <preflag/report/report_writer.h>
#include <preflag/screening/screened_line.h>

#include <ostream>

namespace preflag {

/// What was read in goods given field by field, for a person: the texts with the evidence marked,
/// the substances with evidence, strength and quantity, what was cancelled and why, contradictions,
/// notes, and what each pack makes of it. `fields` are what `line` was read from.
void write_reading_text(const ScreenedLine& line, const FieldValues& fields,
                        const ReportStyle& style, std::ostream& stream);

} // namespace preflag

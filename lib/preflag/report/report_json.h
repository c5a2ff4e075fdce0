#pragma once

#include <preflag/report/json_object.h>
#include <preflag/run/summary.h>
#include <preflag/screening/screened_line.h>

#include <string>

namespace preflag {

/// A line as one JSON object on one line of text, without line break: the JSON Lines contract that
/// rules/schema/line.schema.json describes. Invalid UTF-8 becomes U+FFFD.
std::string line_json(const ScreenedLine& line);
/// The same at the end of a text.
void append_line_json(std::string& json, const ScreenedLine& line);

/// What was read in goods given field by field, and what the rules make of it, as one JSON object
/// on one line of text: rules/schema/reading.schema.json. `fields` are what `line` was read from.
std::string reading_json(const ScreenedLine& line, const FieldValues& fields);

/// Whether the seconds of a run are told. Reports leave them out: same input, same bytes.
enum class RunTimes { left_out, told };

/// What a run took, as exact as every report tells it.
double told_seconds(const RunReport& run);

/// A run as one JSON object on one line of text: rules/schema/summary.schema.json. `counts` are
/// those of counts_json; nullptr without them.
std::string run_json(const RunReport& run, RunTimes times, const Json* counts = nullptr);

/// The version of the program, of every format that scripts read, and the folder of the shipped
/// rules: rules/schema/version.schema.json.
std::string version_json(const std::string& version, const std::string& rules);

/// A JSON string with its quotes.
std::string string_json(const std::string& text);

} // namespace preflag

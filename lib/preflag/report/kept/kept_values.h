#pragma once

#include <preflag/base/date.h>
#include <preflag/base/document/document.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

// Values of the JSON that reports are kept in. A key that is missing or null reads as empty; one
// that is something else than what reports have there throws MalformedFile with its place.

[[noreturn]] void throw_not_kept(const Document& document, const DocumentNode& node,
                                 const std::string& expected);

std::string kept_text(const DocumentNode& node, std::string_view key);
std::optional<double> kept_number(const Document& document, const DocumentNode& node,
                                  std::string_view key);
std::uint64_t kept_count(const Document& document, const DocumentNode& node, std::string_view key);
std::optional<Date> kept_date(const DocumentNode& node, std::string_view key);
bool kept_flag(const DocumentNode& node, std::string_view key);
const std::vector<DocumentNode>& kept_items(const DocumentNode& node, std::string_view key);
std::vector<std::string> kept_texts(const DocumentNode& node, std::string_view key);
/// The object of this key; an empty one when there is none.
const DocumentNode& kept_object(const DocumentNode& node, std::string_view key);

} // namespace preflag

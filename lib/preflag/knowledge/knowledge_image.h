#pragma once

#include <preflag/base/document/rule_files.h>
#include <preflag/knowledge/knowledge_tables.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// The tables as bytes, for later runs of this very program over the same files. `sources` are
/// those that the tables were made of. Empty when the tables cannot be kept: the program has no
/// build id, or a condition reads a list from a file of its own.
std::string bytes_of(const KnowledgeTables& tables, const std::vector<RuleSource>& sources);

/// The tables of such bytes, which must be as they were written (see RuleImage). Nullopt when they
/// are another program's, or the sources differ in any name, byte or order.
std::optional<KnowledgeTables> tables_of(std::string_view bytes,
                                         const std::vector<RuleSource>& sources);

} // namespace preflag

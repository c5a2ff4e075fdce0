#pragma once

#include <preflag/watchlists/watchlists.h>

#include <optional>
#include <string>

namespace preflag {

/// Where a list's compiled file stands: beside it, "sdn.csv.compiled".
std::string compiled_path(const std::string& list_file);

/// Writes the compiled file of a whole list; returns its size in bytes. It is bound by digests to
/// the bytes of the list's files, to rules/parties/names.yaml and to this program's format. Throws
/// InputError for a list with rejected rows or gaps, OutputError when it cannot be written.
std::size_t write_compiled_file(const ListContents& contents, const CompiledList& compiled,
                                const NameVocabulary& words);

/// The list from its compiled file, or nullopt when there is none or it is not good for this list:
/// made of other bytes, for other words, by another version, or damaged in any byte.
std::optional<Watchlists::List> load_compiled_file(const std::string& list_file,
                                                   const NameVocabulary& words);

} // namespace preflag

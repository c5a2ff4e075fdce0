#pragma once

#include <preflag/base/document/document.h>

#include <string>

namespace preflag {

/// A CSV table as if it were a YAML list of maps: the header row has the keys, an empty cell is a
/// missing key, a cell with semicolons a list. Throws MalformedFile with the place of rows that
/// cannot be read and of repeated columns.
Document document_of_csv(std::string text, std::string file);

} // namespace preflag

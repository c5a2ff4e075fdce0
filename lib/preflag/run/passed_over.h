#pragma once

#include <preflag/knowledge/knowledge.h>
#include <preflag/manifest/manifest_reader.h>

#include <string>
#include <vector>

namespace preflag {

/// Searches what a manifest's reader passed over to get to the data: the lines above the header,
/// and the cells of the header that it does not know. A sentence for each line that names goods
/// which a law lists, for it was a line of data; of many the first ones and how many there are.
std::vector<std::string> warnings_about_passed_over(const ManifestDescription& description,
                                                    const Knowledge& knowledge);

/// The same for the first rows of a sheet that is not screened.
std::vector<std::string> warnings_about_sheet(const UncheckedSheet& sheet,
                                              const Knowledge& knowledge);

} // namespace preflag

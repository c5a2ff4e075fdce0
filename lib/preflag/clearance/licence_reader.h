#pragma once

#include <preflag/base/country_table.h>
#include <preflag/clearance/licence.h>
#include <preflag/goods/lexicon/catalogue.h>

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// What licences may speak of.
struct LicenceVocabulary {
    const Catalogue& catalogue;
    const CountryTable& countries;
    /// The catalogue ids that a name or number stands for.
    std::function<std::vector<std::string>(std::string_view)> substances_named;
    std::vector<std::string> regimes; ///< ids of laws
    /// The laws that hold in a country or union; empty for one that nothing is known of.
    std::function<std::vector<std::string>(const std::string&)> regimes_in;
};

/// A file of licences as it was read.
struct LicenceFile {
    std::string file, digest;
    std::vector<Licence> licences; ///< at least one
};

/// Reads licences from a YAML file (a list of them, or a map with the list under `licences`) or
/// from a CSV file with a header row of the same keys, several values in a cell separated by
/// semicolons. Keys: number, holder, aliases, identifiers, country, substances, highest-strength
/// ("40 % w/w", "28 % N", any), quantity ("500 kg", any), period (total, year, month, day),
/// valid-from, valid-to, regimes, jurisdictions. Number, holder, substances, highest-strength,
/// quantity, valid-from and valid-to are required.
///
/// Throws InputError for a file that cannot be read or holds no licence, MalformedFile with the
/// place of every defect: nothing of a defective file is used.
LicenceFile read_licences(const std::string& path, const LicenceVocabulary& vocabulary);

} // namespace preflag

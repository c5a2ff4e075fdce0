// Licences, as YAML and as CSV.
#include "../support/source_dir.h"
#include "fuzzing.h"

#include <preflag/base/country_table_reader.h>
#include <preflag/base/error.h>
#include <preflag/clearance/licence_reader.h>

#include <algorithm>

using namespace preflag;

namespace {

const Catalogue& catalogue() {
    static const Catalogue loaded = read_or_throw(
        read_catalogue,
        RuleFiles::read({std::filesystem::path(preflag::test::source_dir()) / "rules"}));
    return loaded;
}

const CountryTable& countries() {
    static const CountryTable loaded = read_or_throw(
        read_country_table,
        RuleFiles::read({std::filesystem::path(preflag::test::source_dir()) / "rules"}));
    return loaded;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const LicenceVocabulary vocabulary{
        catalogue(),
        countries(),
        [](std::string_view word) {
            return catalogue().find(word) == nullptr ? std::vector<std::string>{}
                                                     : std::vector{std::string(word)};
        },
        {"eu-2019-1148"},
        [](const std::string&) { return std::vector<std::string>{"eu-2019-1148"}; }};
    for (const char* name : {"licences.yaml", "licences.csv"}) {
        try {
            const LicenceFile file = read_licences(fuzzing::file_with(name, text), vocabulary);
            fuzzing::require(!file.licences.empty(), "a file without licence is read");
            for (const Licence& licence : file.licences) {
                fuzzing::require(!licence.number.empty() && !licence.holder.empty() &&
                                     !licence.substances.empty(),
                                 "a licence lacks what it must have");
                fuzzing::require(licence.valid_from <= licence.valid_to,
                                 "a licence ends before it begins");
                fuzzing::require(!licence.kilograms || *licence.kilograms > 0,
                                 "a licence allows nothing");
            }
        } catch (const MalformedFile& error) {
            fuzzing::require(!error.diagnostics().empty(), "an error says nothing");
        } catch (const InputError&) {
        }
    }
    return 0;
}

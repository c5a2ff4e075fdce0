// A rule pack of the user's own, beside the shipped ones. The first byte chooses what it is.
#include "../support/source_dir.h"
#include "fuzzing.h"

#include <preflag/base/error.h>
#include <preflag/goods/lexicon/catalogue.h>
#include <preflag/rules/packs/pack_set_reader.h>
#include <preflag/rules/rule_set.h>

#include <array>
#include <filesystem>

using namespace preflag;

namespace {

const std::string shipped = preflag::test::source_dir() + "/rules";

const Catalogue& catalogue() {
    static const Catalogue loaded = read_or_throw(read_catalogue, RuleFiles::read({shipped}));
    return loaded;
}

const std::vector<std::string>& substances() {
    static const std::vector<std::string> ids = [] {
        std::vector<std::string> all;
        for (const Substance& substance : catalogue().substances())
            all.push_back(substance.id);
        return all;
    }();
    return ids;
}

/// A folder with what every load needs, so that not all shipped packs are read each time.
std::string small_rules() {
    static const std::string folder = [] {
        const std::filesystem::path path = std::filesystem::path(fuzzing::folder()) / "base";
        std::filesystem::create_directories(path / "regimes");
        for (const char* file :
             {"outcomes.yaml", "countries.yaml", "regimes/wco-global-shield.yaml"})
            if (std::filesystem::exists(shipped + "/" + file))
                std::filesystem::copy_file(shipped + "/" + file, path / file,
                                           std::filesystem::copy_options::overwrite_existing);
        return path.string();
    }();
    return folder;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::array names{"own/regimes/a.yaml", "own/red-flags/a.yaml", "own/outcomes.yaml",
                               "own/countries.yaml"};
    if (size == 0)
        return 0;
    const std::string file = fuzzing::file_with(
        names[data[0] % names.size()], {reinterpret_cast<const char*>(data) + 1, size - 1});
    try {
        const auto read = [](const RuleFiles& files, std::vector<Diagnostic>& diagnostics) {
            return read_packs(files, substances(), diagnostics);
        };
        auto packs =
            read_or_throw(read, RuleFiles::read({small_rules(), fuzzing::folder() + "/own"}));
        const RuleSet rules = RuleSet::compile(std::move(packs), {});
        fuzzing::require(rules.active_rule_count() <= rules.rule_count(), "rules out of nothing");
    } catch (const MalformedFile& error) {
        fuzzing::require(!error.diagnostics().empty(), "an error says nothing");
    } catch (const UsageError&) {
    }
    std::filesystem::remove(file);
    return 0;
}

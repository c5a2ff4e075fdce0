#include "../../support/source_dir.h"
#include "../support/shipped_words.h"
#include "../support/temporary_folder.h"

#include <preflag/base/error.h>
#include <preflag/clearance/licence_reader.h>

#include <doctest/doctest.h>

using namespace preflag;
using preflag::test::TemporaryFolder;

namespace {

const Catalogue& catalogue() {
    static const Catalogue loaded = read_or_throw(
        read_catalogue,
        RuleFiles::read({std::filesystem::path(preflag::test::source_dir()) / "rules"}));
    return loaded;
}

LicenceVocabulary vocabulary() {
    return {catalogue(),
            preflag::parties_test::shipped_countries(),
            [](std::string_view text) {
                return catalogue().find(text) != nullptr ? std::vector{std::string(text)}
                                                         : std::vector<std::string>{};
            },
            {"eu-2019-1148", "gb-poisons-act-1972"},
            [](const std::string& place) {
                return place == "EU" ? std::vector<std::string>{"eu-2019-1148"}
                                     : std::vector<std::string>{};
            }};
}

LicenceFile read(const std::string& name, const std::string& text) {
    const TemporaryFolder folder;
    return read_licences(folder.write(name, text), vocabulary());
}

std::vector<Diagnostic> defects(const std::string& name, const std::string& text) {
    try {
        static_cast<void>(read(name, text));
    } catch (const MalformedFile& error) {
        return error.diagnostics();
    }
    return {};
}

constexpr const char* good = "- number: DE-1\n"
                             "  holder: Galvanik Brandt GmbH\n"
                             "  substances: [acetone, nitric-acid]\n"
                             "  highest-strength: 28 % N\n"
                             "  quantity: 1.5 t\n"
                             "  period: month\n"
                             "  valid-from: 2026-01-01\n"
                             "  valid-to: 2026-12-31\n"
                             "  identifiers: DE811122233\n"
                             "  country: Germany\n"
                             "  jurisdictions: [EU]\n";

} // namespace

TEST_CASE("a licence is read from yaml with every key") {
    const LicenceFile file = read("l.yaml", good);
    REQUIRE(file.licences.size() == 1);
    const Licence& licence = file.licences[0];
    CHECK(licence.number == "DE-1");
    CHECK(licence.substances == std::vector<std::string>{"acetone", "nitric-acid"});
    REQUIRE(licence.highest_strength);
    CHECK(to_string(*licence.highest_strength) == "28 % N");
    CHECK(licence.kilograms == 1500);
    CHECK(licence.period == LicencePeriod::month);
    CHECK(to_string(licence.valid_to) == "2026-12-31");
    CHECK(licence.country == "DE");
    CHECK(licence.counts_for("eu-2019-1148"));
    CHECK_FALSE(licence.counts_for("gb-poisons-act-1972"));
    CHECK(file.digest.size() == 64);
}

TEST_CASE("a licence is read from csv, several values in a cell, with any delimiter") {
    for (const char delimiter : {',', '\t', '|'}) {
        std::string text =
            "Number,holder,substances,highest-strength,quantity,valid-from,valid-to\n"
            "7,Brandt,acetone; nitric-acid,any,any,2026-01-01,2026-12-31\n";
        std::replace(text.begin(), text.end(), ',', delimiter);
        const LicenceFile file = read("l.csv", text);
        REQUIRE(file.licences.size() == 1);
        CHECK(file.licences[0].substances.size() == 2);
        CHECK_FALSE(file.licences[0].highest_strength);
        CHECK_FALSE(file.licences[0].kilograms);
        CHECK(file.licences[0].counts_for("gb-poisons-act-1972"));
    }
}

TEST_CASE("every required key that is missing is told at the licence") {
    const auto all = defects("l.yaml", "- {period: year}\n");
    CHECK(all.size() == 7);
    for (const Diagnostic& defect : all)
        CHECK(defect.position == Position{1, 3});
}

TEST_CASE("a defect of a csv cell is told with its line and column") {
    const auto all =
        defects("l.csv", "number,holder,substances,highest-strength,quantity,valid-from,valid-to\n"
                         "7,\"Brandt, Galvanik\",acetone,any,any,2026-01-01,2026-12-31\n"
                         "8,\"Brandt, Galvanik\",acetone,0 %,any,2026-01-01,2026-12-31\n");
    REQUIRE(all.size() == 1);
    CHECK(all[0].position == Position{3, 30});
}

TEST_CASE("rows that are no rows, repeated columns and unknown keys are defects") {
    CHECK(defects("l.csv", "number,number\n1,2\n").size() == 1);
    CHECK(defects("l.csv", "number,holder\n1\n").size() == 1);
    CHECK(defects("l.csv", "number,holder\n1,\"2\n").size() == 1);
    const auto all = defects("l.yaml", std::string(good) + "  licensee: x\n");
    REQUIRE(all.size() == 1);
    CHECK(all[0].message == "a licence has no key \"licensee\"");
}

TEST_CASE("figures that are none are defects") {
    const std::string text = good;
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string changed = text;
        changed.replace(changed.find(from), from.size(), to);
        return defects("l.yaml", changed).size();
    };
    CHECK(with("1.5 t", "1,5 t") == 1);
    CHECK(with("1.5 t", "5 l") == 1);
    CHECK(with("1.5 t", "nan") == 1);
    CHECK(with("28 % N", "28 mol/l") == 1);
    CHECK(with("28 % N", "300 %") == 1);
    CHECK(with("DE811122233", "'1'") == 1);
    CHECK(with("Germany", "Atlantis") == 1);
    CHECK(with("2026-12-31", "2025-12-31") == 1);
    CHECK(with("nitric-acid", "nitric acids") == 1);
    CHECK(with("2026-12-31", "2026-12-31") == 0);
}

TEST_CASE("a file without licences, an empty one and a missing one are errors") {
    CHECK_THROWS_AS(read("l.yaml", "[]\n"), InputError);
    CHECK_THROWS_AS(read("l.yaml", "\n"), InputError);
    CHECK_THROWS_AS(read("l.csv", "number,holder\n"), InputError);
    CHECK_THROWS_AS(read_licences("/nowhere/l.yaml", vocabulary()), InputError);
}

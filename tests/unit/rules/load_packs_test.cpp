#include "folder.h"
#include "reading.h"

#include <preflag/base/error.h>
#include <preflag/rules/packs/rule_pack.h>

#include <doctest/doctest.h>

#include <algorithm>

using namespace preflag;
using namespace preflag::rules_test;

namespace {

std::string errors_of(const std::vector<std::string>& folders) {
    try {
        load_packs(folders, shipped_substances());
    } catch (const MalformedFile& error) {
        return error.what();
    }
    return {};
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

const Rule* find(const std::vector<RulePack>& packs, std::string_view id) {
    const Rule* found = nullptr;
    for (const RulePack& pack : packs)
        for (const Rule& rule : pack.rules)
            if (rule.id == id) {
                CHECK(found == nullptr);
                found = &rule;
            }
    return found;
}

const std::string stricter =
    "pack: eu-2019-1148\ntitle: Ours\nedition: \"1\"\nlists:\n  annex-i:\n    title: Ours\n"
    "    outcome: restricted\n    citation: House rule\n    duty: Ask.\n    rows:\n"
    "      - substance: nitric-acid\n        limit: \"> 1 % w/w\"\n        cases:\n"
    "          - {name: a, line: {description: Nitric acid 2 % w/w}, expect: restricted, canary: "
    "true}\n"
    "          - {name: b, line: {description: Water}, expect: silent, canary: true}\n";

} // namespace

TEST_SUITE("rules/load_packs") {
    TEST_CASE("the shipped packs have no defect") {
        CHECK(errors_of({shipped("")}) == "");
        const auto packs = load_packs({shipped("")}, shipped_substances()).packs;
        CHECK(packs.size() >= 13);
        CHECK(packs.front().id == "eu-2019-1148"); // of order 10, though not the first file
        CHECK(find(packs, "eu-2019-1148/annex-i/hydrogen-peroxide") != nullptr);
        CHECK(find(packs, "red-flag/consignee-missing") != nullptr);
        CHECK(find(packs, "contradiction/cas-against-name") != nullptr);
        for (const RulePack& pack : packs)
            CHECK(pack.digest.size() == 64);
    }

    TEST_CASE("a later folder overrides by rule id and switches off") {
        const Folder folder;
        folder.write("regimes/ours.yaml", stricter);
        folder.write("regimes/off.yaml",
                     "pack: off\ntitle: Off\nedition: \"1\"\ndisable:\n"
                     "  - {rule: eu-2019-1148/annex-ii/acetone, because: not our trade}\n");
        const auto packs = load_packs({shipped(""), folder.path()}, shipped_substances()).packs;
        const Rule* const rule = find(packs, "eu-2019-1148/annex-i/nitric-acid");
        REQUIRE(rule != nullptr);
        CHECK(rule->limit.text == "> 1 % w/w");
        const Rule* const off = find(packs, "eu-2019-1148/annex-ii/acetone");
        REQUIRE(off != nullptr);
        CHECK(off->disabled_because == "not our trade");
    }

    TEST_CASE("the defects of all files are told at once") {
        const Folder folder;
        folder.write("regimes/a.yaml", "pack: a\n  b: [\n");
        folder.write("regimes/b.yaml", "pack: b\ntitel: B\nedition: \"1\"\n");
        folder.write("regimes/c.yaml",
                     "pack: c\ntitle: C\nedition: \"1\"\ndisable:\n"
                     "  - {rule: eu-2019-1148/annex-ii/acetonee, because: typing mistake}\n");
        folder.write("red-flags/d.yaml", "");
        const std::string errors = errors_of({shipped(""), folder.path()});
        CHECK(contains(errors, "regimes/a.yaml:2"));
        CHECK(contains(errors, "did you mean \"title\"?"));
        CHECK(contains(errors, "unknown rule \"eu-2019-1148/annex-ii/acetonee\""));
        CHECK(contains(errors, "did you mean \"eu-2019-1148/annex-ii/acetone\"?"));
        CHECK(contains(errors, "red-flags/d.yaml: error: the file cannot be read, or is empty"));
    }

    TEST_CASE("within one folder ids are unique") {
        const Folder folder;
        folder.write("regimes/a.yaml", stricter);
        folder.write("regimes/b.yaml", stricter);
        const std::string errors = errors_of({shipped(""), folder.path()});
        CHECK(contains(errors, "pack \"eu-2019-1148\" is also in"));
        CHECK(contains(errors, "rule \"eu-2019-1148/annex-i/nitric-acid\" is also at"));
    }

    TEST_CASE("a folder that changes nothing is an error") {
        const Folder folder;
        CHECK(contains(errors_of({shipped(""), folder.path()}), "the folder has no rule"));
        CHECK(contains(errors_of({folder.path()}), "no outcomes.yaml was found"));
        CHECK(contains(errors_of({}), "no outcomes.yaml was found"));
        folder.write("fields.yaml", "edition: x\n");
        CHECK(errors_of({shipped(""), folder.path()}) == "");
    }

    TEST_CASE("a shared table that is there and cannot be read is an error") {
        const Folder folder;
        std::filesystem::create_symlink(folder.path() + "/nowhere",
                                        folder.path() + "/countries.yaml");
        CHECK(contains(errors_of({shipped(""), folder.path()}), "countries.yaml: error: "));
    }
}

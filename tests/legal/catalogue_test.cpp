#include "../unit/rules/folder.h"
#include "../unit/rules/reading.h"

#include <preflag/base/error.h>
#include <preflag/goods/reading/goods_reader.h>

#include <doctest/doctest.h>

#include <set>

using namespace preflag;
using namespace preflag::rules_test;

namespace {

const Catalogue& catalogue() {
    static const Catalogue shipped_catalogue =
        read_or_throw(read_catalogue, RuleFiles::read({shipped("")}));
    return shipped_catalogue;
}

/// "thionyl-chloride 100": the first substance and its strength in % w/w, as far as they are told.
std::string reading_of(std::string_view description) {
    GoodsReader reader(catalogue());
    FieldValues line;
    line.set(Field::description, description);
    const GoodsReading& goods = reader.read(line);
    if (goods.substances.empty())
        return "nothing";
    const Identification& found = goods.substances.front();
    const bool is_told = found.strength && found.strength->weight_percent;
    return found.substance->id +
           (is_told ? " " + std::to_string(static_cast<int>(found.strength->weight_percent->low))
                    : "");
}

} // namespace

TEST_SUITE("legal/catalogue") {
    TEST_CASE("a bare name of what is traded pure is the pure substance, of an acid it is not") {
        CHECK(reading_of("Thionyl chloride, 80 drums") == "thionyl-chloride 100");
        CHECK(reading_of("Sodium cyanide briquettes") == "sodium-cyanide 100");
        CHECK(reading_of("Thionyl chloride in toluene solution") == "thionyl-chloride");
        CHECK(reading_of("Hydrofluoric acid, 4 IBC") == "hydrogen-fluoride");
        CHECK(reading_of("Sodium sulphide flakes, 25 kg bags") == "sodium-sulfide");
    }

    TEST_CASE("what only sounds like a listed chemical is none") {
        for (const char* other :
             {"Huile de ricin, 25 kg", "Sodium fluoride toothpaste", "Amidon de maïs, 25 kg",
              "Diclofenac diethylamine gel 1 %", "2,4-D dimethylamine salt 720 SL",
              "Dimethylethanolamine 99 %", "Cocamide diethanolamine", "Sulfuryl chloride 99 %",
              "Triethyl phosphate 99 %", "Potassium ferrocyanide", "亚铁氰化钾 99%",
              "Cypermethrin 氯氰菊酯 10 %", "Tabun oven, clay", "Methyl isobutyl ketone"})
            CHECK_MESSAGE(reading_of(other) == "nothing", other);
    }

    TEST_CASE("no CAS number belongs to two substances") {
        std::set<std::uint64_t> numbers;
        for (const Substance& substance : catalogue().substances())
            for (const CasNumber& cas : substance.cas)
                CHECK_MESSAGE(numbers.insert(cas.digits()).second, cas.to_string());
    }

    TEST_CASE("a file may list several substances, and every defect has its place") {
        const Folder good;
        good.write("substances/list.yaml", "substances:\n  - {substance: one, name: one thing}\n"
                                           "  - {substance: two, name: two things}\n");
        const Catalogue both = read_or_throw(read_catalogue, RuleFiles::read({good.path()}));
        CHECK(both.find("one") != nullptr);
        CHECK(both.find("two") != nullptr);
        const Folder bad;
        bad.write("substances/list.yaml",
                  "substances:\n  - {substance: one, name: a, colour: red}\n"
                  "  - {substance: two}\nmore: 1\n");
        try {
            read_or_throw(read_catalogue, RuleFiles::read({bad.path()}));
            FAIL("three defects were not told");
        } catch (const MalformedFile& error) {
            CHECK(error.diagnostics().size() == 3);
            CHECK(error.diagnostics().front().position.line == 2);
        }
    }

    TEST_CASE("a substance file that cannot be read is an error, not a substance less") {
        const Folder folder;
        std::filesystem::create_directories(folder.path() + "/substances");
        std::filesystem::create_symlink(folder.path() + "/nowhere",
                                        folder.path() + "/substances/own.yaml");
        CHECK_THROWS_WITH_AS(
            read_or_throw(read_catalogue, RuleFiles::read({shipped(""), folder.path()})),
            doctest::Contains("own.yaml: error: this is no plain file"), MalformedFile);
    }
}

#include "reading.h"

#include <preflag/base/country_table.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::rules_test;

TEST_SUITE("rules/country_table") {
    TEST_CASE("codes and names are read, and what is unknown stays unknown") {
        std::vector<Diagnostic> diagnostics;
        const CountryTable table =
            CountryTable::read(shipped_document("countries.yaml"), diagnostics);
        REQUIRE(diagnostics.empty());
        CHECK(table.code_of("de") == "DE");
        CHECK(table.code_of("GERMANY") == "DE");
        CHECK(table.code_of("Österreich") == "AT");
        CHECK(table.code_of("UK") == "GB");
        CHECK(table.code_of("U.S.A.") == "US");
        CHECK(table.code_of("NO") == "NO");
        CHECK(table.code_of("Northern Ireland") == "XI");
        CHECK_FALSE(table.code_of("EU"));
        CHECK_FALSE(table.code_of("XQ"));
        CHECK_FALSE(table.code_of(""));
        CHECK(table.members_of("EU").size() == 27);
        CHECK(table.members_of("SG") == std::vector<std::string>{"SG"});
        CHECK(table.members_of("XX").empty());
    }

    TEST_CASE("defects are reported") {
        std::vector<Diagnostic> diagnostics;
        const Document document = read_yaml("edition: x\ncodes: [DE, FR]\nunions: {EU: [DE, ZZ]}\n"
                                            "names: {DE: [Land], FR: [Land], QQ: [Q]}\n",
                                            "c.yaml");
        CountryTable::read(document, diagnostics);
        REQUIRE(diagnostics.size() == 3);
        CHECK(diagnostics[0].message == "\"ZZ\" is not among the codes of this table");
        CHECK(diagnostics[1].message == "\"Land\" is a name of both DE and FR");
        CHECK(diagnostics[2].position.line == 4);
    }
}

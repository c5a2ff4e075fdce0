#include "reading.h"

#include <preflag/base/country_table_reader.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::rules_test;

TEST_SUITE("rules/country_table") {
    TEST_CASE("codes and names are read, and what is unknown stays unknown") {
        std::vector<Diagnostic> diagnostics;
        const CountryTable table =
            read_country_file(shipped_document("countries.yaml"), diagnostics);
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
        CHECK(table.code_of("DEU") == "DE");
        CHECK_FALSE(table.code_of("xx"));
        CHECK(table.members_of("EU").size() == 27);
        CHECK(table.members_of("SG") == std::vector<std::string>{"SG"});
        CHECK(table.members_of("XX").empty());
    }

    TEST_CASE("every spelling of a country is the same country, and a neighbour is another") {
        std::vector<Diagnostic> diagnostics;
        const CountryTable table =
            read_country_file(shipped_document("countries.yaml"), diagnostics);
        const std::vector<std::pair<std::string, std::vector<std::string>>> spellings{
            {"PL",
             {"PL", "pl", "Poland", "Polska", "POLEN", "Pologne", "Polonia", "POL", "Польша",
              "Republic of Poland", " Poland "}},
            {"DE", {"Germany", "Deutschland", "Federal Republic of Germany", "DEU", "Германия"}},
            {"US", {"USA", "U.S.A.", "U.S.", "United States of America", "The United States"}},
            {"CD",
             {"Congo, Democratic Republic of the", "Democratic Republic of the Congo", "DRC"}},
            {"CG", {"Congo, Republic of the", "COG"}},
            {"KP", {"Korea, North", "North Korea", "Korea, Democratic People’s Republic of"}},
            {"KR", {"South Korea", "Republic of Korea", "Korea, Republic of"}},
            {"GN", {"Guinea"}},
            {"GW", {"Guinea-Bissau"}},
            {"GQ", {"Equatorial Guinea"}},
            {"DO", {"Dominican Republic"}},
            {"DM", {"Dominica"}},
            {"NE", {"Niger"}},
            {"NG", {"Nigeria"}},
            {"AD", {"AND", "Andorra"}},
            {"CN", {"China", "People's Republic of China", "中国"}},
            {"TW", {"Taiwan", "Taiwan, Province of China"}},
            {"IR", {"Iran (Islamic Republic of)", "Islamic Republic of Iran"}},
            {"BA", {"Bosnia and Herzegovina", "Bosnia & Herzegovina"}},
            {"KN", {"Saint Kitts and Nevis", "St. Kitts & Nevis"}},
            {"TZ", {"Tanzania, United Republic of", "United Republic of Tanzania"}},
            {"PS", {"Palestinian", "State of Palestine"}},
            {"VG", {"Virgin Islands, British"}},
            {"MO", {"Macau", "Macao"}},
            {"HK", {"Hong Kong"}},
            {"LY", {"Libyan Arab Jamahiriya", "Libya"}},
            {"GB", {"United Kingdom of Great Britain and Northern Ireland", "UK", "Wales"}},
            {"XI", {"Northern Ireland", "XI"}},
            {"IE", {"Ireland", "Republic of Ireland"}},
            {"TR", {"Turkey", "Türkiye"}},
            {"CZ", {"Czech Republic", "Czechia", "Česko"}},
        };
        for (const auto& [code, names] : spellings)
            for (const std::string& name : names) {
                CAPTURE(name);
                CHECK(table.code_of(name) == code);
            }
        for (const char* name : {"Korea", "Congo", "Atlantis", "zz", "EU", "Republic", "of the"}) {
            CAPTURE(name);
            CHECK_FALSE(table.code_of(name));
        }
    }

    TEST_CASE("defects are reported") {
        std::vector<Diagnostic> diagnostics;
        const Document document = read_yaml("edition: x\ncodes: [DE, FR]\nunions: {EU: [DE, ZZ]}\n"
                                            "names: {DE: [Land], FR: [Land], QQ: [Q]}\n",
                                            "c.yaml");
        read_country_file(document, diagnostics);
        REQUIRE(diagnostics.size() == 3);
        CHECK(diagnostics[0].message == "\"ZZ\" is not among the codes of this table");
        CHECK(diagnostics[1].message == "\"Land\" is a name of both DE and FR");
        CHECK(diagnostics[2].position.line == 4);
    }
}

#include <preflag/base/countries.h>

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace preflag;

TEST_CASE("the names by which watchlists and manifests call countries are known in any order") {
    for (const auto& [name, code] : {
             std::pair<std::string, std::string>{"Hong Kong", "HK"},
             {"Democratic People's Republic of Korea", "KP"},
             {"Korea, Democratic People’s Republic of", "KP"},
             {"Korea, North", "KP"},
             {"South Korea", "KR"},
             {"Congo, Democratic Republic of the", "CD"},
             {"Democratic Republic of the Congo", "CD"},
             {"Congo, Republic of the", "CG"},
             {"Bosnia and Herzegovina", "BA"},
             {"Virgin Islands, British", "VG"},
             {"United States of America", "US"},
             {"United Kingdom of Great Britain and Northern Ireland", "GB"},
             {"Trinidad and Tobago", "TT"},
             {"Saint Kitts and Nevis", "KN"},
             {"Palestinian", "PS"},
             {"State of Palestine", "PS"},
             {"United Republic of Tanzania", "TZ"},
             {"Tanzania, United Republic of", "TZ"},
             {"Libyan Arab Jamahiriya", "LY"},
             {"Macau", "MO"},
             {"Türkiye", "TR"},
             {"Czech Republic", "CZ"},
             {"Iran (Islamic Republic of)", "IR"},
             {"Guinea", "GN"},
             {"Guinea-Bissau", "GW"},
             {"Equatorial Guinea", "GQ"},
             {"Dominican Republic", "DO"},
             {"Dominica", "DM"},
         }) {
        CAPTURE(name);
        CHECK(country_code(name) == code);
    }
    CHECK(country_code("Korea").empty());
    CHECK(country_code("Atlantis").empty());
}

#include "../support/shipped_places.h"

#include <preflag/base/text.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <initializer_list>
#include <string>
#include <string_view>

using namespace preflag;
using preflag::places_test::shipped_place_reader;

namespace {

/// "DE", "CO ES", or "" for no place.
std::string read(std::string_view text, PlaceKind kind = PlaceKind::country) {
    return fmt::format("{}", fmt::join(shipped_place_reader().read(text, kind).countries, " "));
}

std::string read_all(std::string_view text) {
    std::string all;
    for (const Place& place : shipped_place_reader().read_all(text))
        all += fmt::format("[{}]", fmt::join(place.countries, " "));
    return all;
}

void check_all(std::string_view expected, std::initializer_list<std::string_view> cells,
               PlaceKind kind = PlaceKind::country) {
    for (const std::string_view cell : cells) {
        CAPTURE(cell);
        CHECK(read(cell, kind) == expected);
    }
}

} // namespace

TEST_SUITE("places/place_reader") {
    TEST_CASE("UN/LOCODE with and without a space or hyphen, in brackets and beside a name") {
        check_all("PL", {"PLGDN", "PL GDN", "PL-GDN", "plgdn", "PL/GDN", "(PLGDN)"});
        check_all("CN", {"CNSHA", "CNSHA - Shanghai", "CNSHA Shanghai", "Shanghai CNSHA",
                         "Shanghai [CNSHA]", "CN SHA"});
        check_all("MY", {"Port Klang (MYPKG)", "MYPKG", "MY PKG", "Port Klang MYPKG",
                         "MYPKG/Port Klang"});
        check_all("US", {"USLAX", "US LAX", "USLAX (Los Angeles)", "USNYC", "USOAK", "USHOU"});
        check_all("GB", {"GBFXT", "GB FXT", "GBSOU", "GBLGP", "GBIMM"});
        check_all("XI", {"GBBEL", "GB BEL", "GBBEL Belfast", "Belfast", "Belfast, UK",
                         "Northern Ireland"});
    }

    TEST_CASE("a pair of ports in two countries is a way") {
        CHECK(read_all("SHA-RTM") == "[CN][NL]");
        CHECK(read_all("TAO - HAM") == "[CN][DE]");
        CHECK(read_all("CNSHA-NLRTM") == "[CN][NL]");
        CHECK(read_all("Shanghai-Rotterdam") == "[CN][NL]");
        for (const char* const one : {"PL-GDN", "US-TX", "NL-Rotterdam", "Bremen-Bremerhaven",
                                      "CNSHA-Shanghai", "Le Havre-Rouen", "D-20457 Hamburg"})
            CHECK_FALSE(shipped_place_reader().tells_way(one));
    }

    TEST_CASE("airports by IATA's code") {
        check_all("US",
                  {"LAX", "JFK", "ORD", "JFK - New York", "Los Angeles (LAX)", "Los Angeles LAX"},
                  PlaceKind::port);
        check_all("DE",
                  {"FRA - Frankfurt", "Frankfurt (FRA)", "Frankfurt FRA", "MUC",
                   "Frankfurt Airport", "HAM"},
                  PlaceKind::port);
        check_all("CN",
                  {"PVG", "Shanghai Pudong International Airport", "PEK", "CAN - Guangzhou",
                   "Guangzhou (CAN)"},
                  PlaceKind::port);
        CHECK(read("CAN") == "CA");
        CHECK(read("CAN", PlaceKind::port) == "CA CN");
        CHECK(read("ord").empty());
    }

    TEST_CASE("ports of the US Schedules D and K, and ISO's numbers") {
        check_all("US", {"2704", "1001", "2809", "1703", "1601"}, PlaceKind::port);
        check_all("CN", {"57035", "57020", "156"});
        check_all("DE", {"276", "42870", "42879"});
        check_all("US", {"840"});
        check_all("", {"1234567", "99", "9", "0000"});
    }

    TEST_CASE("cities and ports, with and without the country") {
        check_all("PL", {"Gdansk, Poland", "Gdańsk", "GDANSK", "Danzig", "Gdansk Poland",
                         "Gdansk (Poland)", "Gdansk/PL", "Poland, Gdansk", "Port of Gdansk"});
        check_all("GB", {"Port of Felixstowe", "Felixstowe", "FELIXSTOWE, UK", "Felixstowe Port",
                         "Felixstowe, United Kingdom", "London Gateway"});
        check_all("DE", {"Hamburg", "HAMBURG", "Hafen Hamburg", "Hamburg, Germany", "Hamburg (DE)",
                         "D, Hamburg, DE", "Hamburgo", "汉堡", "20457 Hamburg"});
        check_all("BE", {"Antwerpen", "Anvers", "Antwerp", "Amberes", "Antwerp, Belgium",
                         "Antwerpen/BE"});
        check_all("NL", {"Rotterdam NL", "Rotterdam", "ROTTERDAM, NETHERLANDS", "Rotterdam (NL)",
                         "Роттердам", "Rotterdam - Maasvlakte"});
        check_all("AE", {"Jebel Ali, UAE", "JEBEL ALI", "Jebel Ali U.A.E.", "Jebel Ali (Dubai)",
                         "Dubai, U.A.E."});
        check_all("RU", {"St. Petersburg", "St Petersburg", "Saint Petersburg", "Sankt-Peterburg",
                         "Санкт-Петербург", "St. Petersburg, Russia"});
        check_all("VN", {"Ho Chi Minh City", "Ho Chi Minh", "HCMC", "Hochiminh City, Vietnam",
                         "Saigon", "Cat Lai, Ho Chi Minh"});
        check_all("KR", {"Busan/Pusan", "Busan", "PUSAN, KOREA", "Busan, South Korea",
                         "Busan New Port", "부산"});
        check_all("CN", {"Shanghai", "上海", "上海港", "中国上海", "Xingang Tianjin China",
                         "QINGDAO (CN)", "CN, QINGDAO", "Qingdao, China", "Yantian"});
        check_all("IN", {"Nhava Sheva", "Nhava Sheva, India", "JNPT", "Mumbai, MH", "Chennai TN"});
        check_all("HK", {"Hong Kong", "Hong Kong, China", "Hong Kong (CN)", "HKHKG", "香港"});
    }

    TEST_CASE("terms of delivery, terminals and yards before a port") {
        check_all("CN", {"FOB Shanghai", "FOB SHANGHAI, CHINA", "EXW Ningbo", "CNSHA-Shanghai",
                         "FOB Qingdao Port, China (Incoterms 2020)"});
        check_all("NL", {"CIF Rotterdam, NL", "CY Rotterdam", "Bonded warehouse Rotterdam",
                         "APM Terminals Maasvlakte II"});
        check_all("MY", {"T/S Port Klang", "via Port Klang"});
        check_all("DE", {"HHLA CTA Hamburg", "Eurogate Bremerhaven", "DEHAM1"});
        check_all("IN", {"INNSA1", "INNSA - Nhava Sheva (JNPT)"});
        check_all("CY", {"CY", "CY Limassol", "Limassol, CY"});
    }

    TEST_CASE("letters of a country before a hyphen, when the town does not say otherwise") {
        check_all("DE", {"D-20457 Hamburg", "D-Hamburg", "DE-20457 Hamburg", "DE-BY"});
        check_all("PL", {"PL-80-001 Gdansk", "PL-80-001", "PL-80-001 Smallville"});
        check_all("CH", {"CH-4051 Basel", "CH-Basel"});
        check_all("AT", {"A-1010 Wien"});
        check_all("US", {"US-TX", "US-Houston"});
        check_all("CA", {"CA-ON"});
        check_all("", {"A-1010", "D-20457 Smallville", "CO-80202 Denver", "B-1234 Okhla", "X-Ray",
                       "T-Shirts", "A-Ware"});
    }

    TEST_CASE("small letters are a country only where the town can be in it") {
        check_all("NL", {"rotterdam nl", "rotterdam, nl"});
        check_all("US", {"houston, tx", "los angeles ca", "houston us"});
        check_all("GB", {"felixstowe gb"});
        check_all("", {"made in", "smallville it"});
    }

    TEST_CASE("the European Union is any of its members") {
        for (const std::string_view cell : {"EU", "E.U.", "European Union", "UE"}) {
            CAPTURE(cell);
            CHECK(shipped_place_reader().read(cell, PlaceKind::country).countries.size() == 27);
        }
        CHECK(shipped_place_reader().is_blank("Europe"));
    }

    TEST_CASE("American states and Italian provinces are no countries behind a city") {
        check_all("US", {"Los Angeles, CA", "OAKLAND, CA, USA", "Wilmington, DE", "Savannah, GA",
                         "Houston, Texas", "Hamburg, NY", "Savannah, Georgia", "Oakland CA",
                         "Long Beach, CA 90802", "Memphis, TN 38118", "Odessa, TX", "Norfolk, VA",
                         "San Jose, CA", "Paris, Texas", "Columbia, SC"});
        check_all("CA", {"Vancouver, CA", "Vancouver, BC", "Toronto, ON", "Montreal, Quebec",
                         "London, ON", "London, Ontario", "Perth, Ontario"});
        check_all("IT", {"Genova (GE)", "Genova, GE", "Milano MI", "Trento, TN", "Ravenna (RA)"},
                  PlaceKind::port);
        CHECK(read("Smallville, DE") == "DE US");
    }

    TEST_CASE(
        "countries: official, everyday, inverted, abbreviated and bracketed, in many languages") {
        check_all("CN",
                  {"P.R. China", "PR China", "China", "People's Republic of China",
                   "China, People's Republic of", "CHN", "VR China", "P.R.C.", "中国", "Kitajska"});
        check_all("KR", {"Korea, Republic of", "South Korea", "Republic of Korea", "Korea (South)",
                         "Busan, Korea, Republic Of", "PUSAN, KOREA, REPUBLIC OF", "S. Korea",
                         "KOR", "Lõuna-Korea"});
        check_all("DE", {"Germany (DE)", "DE - Germany", "Germany", "Deutschland",
                         "Federal Republic of Germany", "DEU", "de", "Niemcy", "Vokietija", "Saksa",
                         "Almanya", "Njemačka"});
        check_all("GB", {"U.K.", "UK", "Great Britain",
                         "United Kingdom of Great Britain and Northern Ireland", "England", "GBR"});
        check_all("US",
                  {"U.S.A.", "USA", "United States", "United States of America", "U.S.", "EE.UU."});
        check_all("AE", {"UAE", "U.A.E.", "United Arab Emirates", "ARE", "Emirates"});
        check_all("GE", {"Georgia", "GE", "GEO"});
        check_all("TW",
                  {"Taiwan, Province of China", "Taiwan", "Taiwan, China", "TWN", "Taiwan R.O.C."});
    }

    TEST_CASE("a name that several countries have is ambiguous, not guessed") {
        CHECK(read("Manzanillo") == "CU MX PA");
        CHECK(read("Manzanillo, Mexico") == "MX");
        CHECK(read("Manzanillo, PA") == "PA");
        CHECK(read("Cartagena, Colombia") == "CO");
        CHECK(read("Cartagena") == "CO ES");
        CHECK(read("Cartagena, Spain") == "ES");
        CHECK(read("Birmingham") == "GB US");
        CHECK(read("Newcastle") == "AU GB ZA");
        CHECK(read("Tripoli") == "LB LY");
        CHECK(read("Newcastle, Australia") == "AU");
        CHECK(read("Korea") == "KP KR");
        CHECK(read("Congo") == "CD CG");
        CHECK(read("Georgia", PlaceKind::port) == "GE US");
        CHECK(read("China / Vietnam") == "CN VN");
    }

    TEST_CASE("words that are no places") {
        check_all("", {"Reading glasses", "Mobile phones", "Nice product", "nice to have",
                       "Split system",    "cork stoppers", "TBA",          "various",
                       "to be advised",   "N/A",           "see invoice",  "same as above",
                       "cargo",           "Depot",         "5 pallets",    "Order 4711",
                       "Buffalo wings",   "orange juice",  "High Seas",    "Gulf of Mexico",
                       "New Atlantis",    "Bath towels"});
        CHECK(read("Nice") == "FR");
        CHECK(read("Mobile") == "US");
        CHECK(shipped_place_reader().is_blank("TBA"));
        CHECK(shipped_place_reader().is_blank(" - "));
        CHECK_FALSE(shipped_place_reader().is_blank("Smallville"));
    }

    TEST_CASE("a cell with several places") {
        CHECK(read_all("Singapore / Colombo") == "[SG][LK]");
        CHECK(read_all("Singapore, Colombo") == "[SG][LK]");
        CHECK(read_all("NL, BE") == "[NL][BE]");
        CHECK(read_all("Los Angeles, CA; Rotterdam, NL") == "[US][NL]");
        CHECK(read_all("SGSIN;LKCMB") == "[SG][LK]");
        CHECK(read_all("Smallville, Rotterdam") == "[][NL]");
        CHECK(read_all("Shanghai > Rotterdam") == "[CN][NL]");
        CHECK(read_all("Shanghai \u2192 Rotterdam") == "[CN][NL]");
        CHECK(read_all("Busan, Korea, Republic of").find("CN") == std::string::npos);
        CHECK(read_all("TBA").empty());
    }
}

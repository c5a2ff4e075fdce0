#include "../support/shipped_places.h"

#include <preflag/places/route.h>

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace preflag;
using preflag::places_test::shipped;
using preflag::places_test::shipped_place_reader;

namespace {

using Cells = std::initializer_list<std::pair<Field, std::string_view>>;

Route route(Cells cells, const std::string& home = {}) {
    FieldValues line;
    for (const auto& [field, text] : cells)
        line.set(field, text);
    PlaceMemory places(shipped_place_reader());
    return read_route(line, places, home);
}

RouteReach reach(const Route& route, std::string_view law) {
    std::vector<std::string> countries = shipped().countries.members_of(law);
    return route.reach(countries, shipped().countries);
}

} // namespace

TEST_SUITE("places/route") {
    TEST_CASE(
        "a law applies when a leg lies in its countries, and not when all legs lie elsewhere") {
        const Route way = route({{Field::origin, "Qingdao, China"}, {Field::destination, "USOAK"}});
        CHECK(reach(way, "US") == RouteReach::within);
        CHECK(reach(way, "EU") == RouteReach::outside);
        CHECK(reach(way, "GB") == RouteReach::outside);
        CHECK(way.countries() == std::vector<std::string>{"CN", "US"});
    }

    TEST_CASE("ports of loading, transit and discharge are legs") {
        const Route way = route({{Field::origin, "CN"},
                                 {Field::loading_port, "Port Klang (MYPKG)"},
                                 {Field::transit, "Singapore / Rotterdam NL"},
                                 {Field::discharge_port, "Felixstowe"},
                                 {Field::destination, "IE"}});
        for (const char* const law : {"SG", "EU", "GB"})
            CHECK(reach(way, law) == RouteReach::within);
        CHECK(reach(way, "US") == RouteReach::outside);
    }

    TEST_CASE("a pair of ports in the cell of one end tells both") {
        const Route way = route({{Field::loading_port, "SHA-RTM"}});
        CHECK(reach(way, "EU") == RouteReach::within);
        CHECK(reach(way, "US") == RouteReach::outside);
        CHECK(way.is_whole());
        CHECK_FALSE(route({{Field::transit, "SIN-RTM"}}).is_whole());
    }

    TEST_CASE("with some legs known and others not, foreign laws are undetermined") {
        const Route way = route({{Field::destination, "DEHAM"}});
        CHECK(reach(way, "EU") == RouteReach::within);
        CHECK(reach(way, "US") == RouteReach::undetermined);
        CHECK_FALSE(way.is_unknown());
        CHECK_FALSE(way.is_whole());
    }

    TEST_CASE("without any leg all laws apply") {
        for (const Route& way : {route({}), route({{Field::origin, "TBA"}}),
                                 route({{Field::destination, "Smallville"}})}) {
            CHECK(reach(way, "EU") == RouteReach::within);
            CHECK(reach(way, "US") == RouteReach::within);
            CHECK(way.is_unknown());
        }
    }

    TEST_CASE("shipper and consignee stand in for ends that no cell tells") {
        const Route way = route({{Field::shipper_country, "China"},
                                 {Field::destination, "TBA"},
                                 {Field::consignee_country, "DE"}});
        CHECK(reach(way, "EU") == RouteReach::within);
        CHECK(reach(way, "US") == RouteReach::outside);
        CHECK(way.stand_ins().shipper);
        CHECK(way.stand_ins().consignee);
        const Route told = route({{Field::origin, "CN"},
                                  {Field::shipper_country, "US"},
                                  {Field::destination, "JP"},
                                  {Field::consignee_country, "DE"}});
        CHECK(reach(told, "EU") == RouteReach::outside);
        CHECK_FALSE(told.stand_ins().consignee);
    }

    TEST_CASE("an address tells a party's country where no column does") {
        const Route way = route({{Field::shipper_address, "Nanjing Road, Shanghai, China"},
                                 {Field::consignee_address, "Hafenstr. 5, D-20457 Hamburg"}});
        CHECK(reach(way, "EU") == RouteReach::within);
        CHECK(reach(way, "US") == RouteReach::outside);
        CHECK(way.stand_ins().consignee);
        const Route told = route({{Field::shipper_country, "China"},
                                  {Field::consignee_country, "JP"},
                                  {Field::consignee_address, "20457 Hamburg, Germany"}});
        CHECK(reach(told, "EU") == RouteReach::outside);
        CHECK(route({{Field::consignee_address, "P.O. Box 991 Rotterdam"}}).is_unknown());
    }

    TEST_CASE("a cell that cannot be read leaves the route open") {
        const Route way = route({{Field::origin, "CN"}, {Field::destination, "Smallville"}});
        CHECK(reach(way, "EU") == RouteReach::undetermined);
        const Route by_transit = route(
            {{Field::origin, "CN"}, {Field::transit, "Smallville"}, {Field::destination, "JP"}});
        CHECK(reach(by_transit, "EU") == RouteReach::undetermined);
    }

    TEST_CASE("an ambiguous leg leaves open what it may touch, and nothing else") {
        const Route way = route({{Field::origin, "Cartagena"}, {Field::destination, "JP"}});
        CHECK(reach(way, "EU") == RouteReach::undetermined);
        CHECK(reach(way, "US") == RouteReach::outside);
        CHECK(reach(way, "JP") == RouteReach::within);
    }

    TEST_CASE("a leg somewhere in the European Union lies under its law") {
        const Route way = route({{Field::origin, "EU"}, {Field::destination, "JP"}});
        CHECK(reach(way, "EU") == RouteReach::within);
        CHECK(reach(way, "US") == RouteReach::outside);
    }

    TEST_CASE("a cell with the whole way has each of its places") {
        const Route way = route({{Field::origin, "Shanghai > Singapore"},
                                 {Field::destination, "Colombo \u2192 Rotterdam"}});
        for (const char* const law : {"SG", "EU", "CN"})
            CHECK(reach(way, law) == RouteReach::within);
        CHECK(reach(way, "US") == RouteReach::outside);
    }

    TEST_CASE("the countries of a cell with several places") {
        PlaceMemory places(shipped_place_reader());
        using Codes = std::vector<std::string>;
        CHECK(places.countries_in("NL, PA") == Codes{"NL", "PA"});
        CHECK(places.countries_in("Los Angeles, CA") == Codes{"US"});
        CHECK(places.countries_in("Singapore / Colombo") == Codes{"SG", "LK"});
        CHECK(places.countries_in("Korea, Republic of") == Codes{"KR"});
        CHECK(places.countries_in("Manzanillo").empty());
    }

    TEST_CASE("home stands in for what no column tells") {
        const Route way = route({}, "DE");
        CHECK(reach(way, "EU") == RouteReach::within);
        CHECK(reach(way, "US") == RouteReach::outside);
        CHECK(way.stand_ins().home);
        const Route from = route({{Field::origin, "US"}}, "DE");
        CHECK(reach(from, "US") == RouteReach::within);
        CHECK(reach(from, "EU") == RouteReach::within);
        CHECK(reach(from, "SG") == RouteReach::outside);
        const Route whole = route({{Field::origin, "US"}, {Field::destination, "CA"}}, "DE");
        CHECK(reach(whole, "EU") == RouteReach::outside);
        CHECK_FALSE(whole.stand_ins().home);
    }

    TEST_CASE("the law of a state holds in its territories") {
        const Route way = route({{Field::origin, "Réunion"}, {Field::destination, "Puerto Rico"}});
        CHECK(reach(way, "EU") == RouteReach::within);
        CHECK(reach(way, "US") == RouteReach::within);
        CHECK(reach(route({{Field::origin, "Bermuda"}, {Field::destination, "JP"}}), "GB") ==
              RouteReach::outside);
    }
}

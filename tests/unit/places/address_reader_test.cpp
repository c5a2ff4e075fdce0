#include "../support/shipped_places.h"

#include <preflag/places/address_reader.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <initializer_list>
#include <string>
#include <string_view>

using namespace preflag;
using preflag::places_test::shipped_place_reader;

namespace {

void check_all(std::string_view expected, std::initializer_list<std::string_view> addresses) {
    const AddressReader reader(shipped_place_reader());
    for (const std::string_view address : addresses) {
        CAPTURE(address);
        CHECK(fmt::format("{}", fmt::join(reader.read(address).countries, " ")) == expected);
    }
}

} // namespace

TEST_SUITE("places/address_reader") {
    TEST_CASE("a country's name at the end, also behind a town or a postal code") {
        check_all("DE", {"Hafenstr. 5, 20457 Hamburg, Germany", "HAFENSTR 5 20457 HAMBURG GERMANY",
                         "Hafenstr. 5\n20457 Hamburg\nDeutschland"});
        check_all("PL",
                  {"ul. Dluga 1, 80-001 Gdansk, Polska", "ul. Dluga 1, 80-001 Gdansk Poland"});
        check_all("AE", {"P.O. Box 12345, Dubai, U.A.E.", "P.O. Box 12345 Dubai UAE"});
        check_all("CN", {"No. 1 Nanjing Road, Shanghai, P.R. China",
                         "No. 1 Nanjing Road, Shanghai, China 200000"});
        check_all("SG", {"10 Anson Road, Singapore 079903"});
        check_all("IN", {"MG Road, Mumbai - 400 001, India."});
        check_all("RU", {"ul. Lenina 1, Moscow, Russia, Tel: +7 495 123 4567"});
        check_all("KR", {"Gangnam-daero 1, Seoul, Korea, Republic of"});
        check_all("CO", {"Calle 1, Bogota D.C., Colombia"});
    }

    TEST_CASE("a code behind a comma or its town") {
        check_all("DE", {"Hafenstr. 5, 20457 Hamburg, DE", "Hafenstr. 5 20457 Hamburg DE"});
        check_all("US", {"1 Main St, Houston, TX 77002", "1 MAIN ST HOUSTON TX 77002-1234",
                         "1 Main St, Long Beach, CA 90802", "1 Main St, Wilmington, DE 19801",
                         "Hamburg, NY 14075", "12 Peachtree St, Atlanta, Georgia 30303"});
        check_all("AU", {"Perth WA 6000", "Perth, WA"});
        check_all("GE", {"12 Rustaveli, Tbilisi, Georgia"});
    }

    TEST_CASE("letters before the postal code, and codes of a form that one country has") {
        check_all("DE", {"Hafenstr. 5, D-20457 Hamburg"});
        check_all("PL", {"ul. Dluga 1, PL-80-001 Gdansk"});
        check_all("CH", {"Bahnhofstr 1, CH-8001 Smallville"});
        check_all("GB", {"1 Dock Road, Felixstowe IP11 3SY"});
        check_all("CA", {"1 King St, Toronto M5V 2T6"});
    }

    TEST_CASE("a territory is told from its state") {
        check_all("XI", {"Queens Road, Belfast BT3 9DT", "Queens Road, Belfast BT3 9DT, UK",
                         "Queens Road, Belfast, United Kingdom"});
        check_all("IM", {"Douglas, Isle of Man", "Douglas, IM1 2AB"});
        check_all("HK", {"Kowloon, Hong Kong, P.R. China"});
        check_all("GB", {"1 High St, London, UK"});
    }

    TEST_CASE("a part of a country behind a town that lies there") {
        check_all("CN", {"No. 8 Changjiang Road, Zhangjiagang, Jiangsu 215600",
                         "Lianyungang, Jiangsu Province", "Nanhai Avenue, Shenzhen, Guangdong"});
        check_all("US", {"Newark, New Jersey", "Houston, Texas 77002"});
        check_all("", {"Cambridge, Smallville", "Jiangsu Road 5"});
    }

    TEST_CASE("addresses of Chinese script begin with the province or city") {
        check_all("CN",
                  {"江苏省张家港市保税区长江路8号", "中国上海市浦东新区", "深圳市南山区科技园1栋",
                   "广西壮族自治区钦州市", "內蒙古自治區呼和浩特市"});
        check_all("", {"南京路88号", "中山路1号"});
    }

    TEST_CASE("nothing is guessed") {
        check_all("", {"P.O. BOX 991 ROTTERDAM", "Hafenstr. 5, 20457 Hamburg", "12 Jordan Ave",
                       "12 Rue de Hollande, 75001 Paris", "Jersey Street, Newark", "Hamburg, NY",
                       "Via Roma 1, 20100 Milano (MI)", "Plot B-1234 Industrial Area, Mumbai",
                       "Kungsgatan 1, S-111 43 Smallville", "Musterstr. 5", ""});
        check_all("DE US", {"1 Main St, Smallville, DE 19801"});
    }
}

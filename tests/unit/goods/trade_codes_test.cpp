#include <preflag/goods/trade_codes.h>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace preflag;

namespace {

std::string cus(std::string_view text) {
    const auto number = CusNumber::parse(text);
    return number ? number->to_string() : "";
}

} // namespace

TEST_SUITE("trade codes") {
    TEST_CASE("a CUS number has seven digits and a check digit") {
        for (const std::string_view published :
             {"0010164-4", "0010001-6", "0010020-9", "0011481-8", "0154438-3", "0116377-5"})
            CHECK(cus(published) == published);
        CHECK(cus("0010164-5").empty());
        CHECK(cus("0010164").empty());
        CHECK(cus("0010164-44").empty());
        CHECK(cus("001-0164-4").empty());
        CHECK(cus("0000000-0").empty());
        CHECK(cus("").empty());
    }

    TEST_CASE("labels, a lost dash and lost zeros") {
        CHECK(cus(" CUS 0010164-4 ") == "0010164-4");
        CHECK(cus("ECICS no. 0010164-4") == "0010164-4");
        CHECK(cus("00101644") == "0010164-4");
        CHECK(cus("10164-4") == "0010164-4");
        CHECK(cus("101644").empty());
        CHECK(cus("EC 0010164-4").empty());
    }
}

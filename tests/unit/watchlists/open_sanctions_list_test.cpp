#include "../support/temporary_folder.h"

#include <doctest/doctest.h>

using namespace preflag;
using preflag::test::list_of;

namespace {

using Texts = std::vector<std::string>;

ListContents entities_of(const std::string& lines) {
    return list_of("entities.ftm.json", lines);
}

} // namespace

TEST_CASE("address entities reach every party that names them, before or behind them") {
    const ListContents list = entities_of(
        R"({"id":"a1","schema":"Address","properties":{"full":["1 Harbour Road, Basra"],"country":["iq"]}}
{"id":"p1","schema":"Company","properties":{"name":["Example Trading"],"country":["jo"],"addressEntity":["a1","a2"]}}
{"id":"p2","schema":"Company","properties":{"name":["Example Shipping"],"address":["1 Harbour Road, Basra"],"addressEntity":["a1","none"]}}
{"id":"a2","schema":"Address","properties":{"full":["2 Mill Lane, Amman","2 Mill Ln, Amman"],"city":["Amman"]}}
{"id":"a3","schema":"Address","properties":{"full":["3 Other Street"],"country":["de"]}}
)");
    REQUIRE(list.entries.size() == 2);
    CHECK(list.entries[0].addresses ==
          Texts{"1 Harbour Road, Basra", "2 Mill Lane, Amman", "2 Mill Ln, Amman"});
    CHECK(list.entries[0].countries == Texts{"jo", "iq"});
    CHECK(list.entries[1].addresses == Texts{"1 Harbour Road, Basra"});
    CHECK(list.entries[1].countries == Texts{"iq"});
    CHECK(list.other_records == 3);
    CHECK(list.rejected.empty());
}

TEST_CASE("an address entity without its full text is put together from its parts") {
    const ListContents list = entities_of(
        R"({"id":"p1","schema":"Company","properties":{"name":["Example Trading"],"addressEntity":["a1","a2"]}}
{"id":"a1","schema":"Address","properties":{"postalCode":["61001"],"city":["Basra"],"street":["1 Harbour Road"],"country":["iq"]}}
{"id":"a2","schema":"Address","properties":{"full":[],"country":["jo"]}}
)");
    CHECK(list.entries[0].addresses == Texts{"1 Harbour Road, Basra, 61001"});
    CHECK(list.entries[0].countries == Texts{"iq", "jo"});
}

TEST_CASE("an address entity within its party is read, too") {
    const ListContents list = entities_of(
        R"({"id":"p1","schema":"Company","properties":{"name":["Example Trading"],"addressEntity":[{"id":"a1","schema":"Address","properties":{"full":["1 Harbour Road, Basra"],"country":["iq"]}}]}})");
    CHECK(list.entries[0].addresses == Texts{"1 Harbour Road, Basra"});
    CHECK(list.entries[0].countries == Texts{"iq"});
}

TEST_CASE("a damaged address entity is rejected once, and its party keeps the other addresses") {
    const ListContents list = entities_of(
        R"({"id":"p1","schema":"Company","properties":{"name":["Example Trading"],"addressEntity":["a1","a2"]}}
{"id":"a1","schema":"Address","properties":{"full":["1 Harbour
{"id":"a2","schema":"Address","properties":{"full":["2 Mill Lane, Amman"]}}
)");
    CHECK(list.entries[0].addresses == Texts{"2 Mill Lane, Amman"});
    REQUIRE(list.rejected.size() == 1);
    CHECK(list.rejected[0].position.line == 2);
}

#include "../support/temporary_folder.h"

#include <doctest/doctest.h>

using namespace preflag;
using preflag::test::list_of;

TEST_CASE("the UN's years of birth from one to another are one range") {
    const ListContents list = list_of(
        "un.xml",
        "<CONSOLIDATED_LIST dateGenerated=\"2026-11-20T00:00:00Z\"><INDIVIDUALS><INDIVIDUAL>"
        "<DATAID>1</DATAID><FIRST_NAME>PETER</FIRST_NAME><SECOND_NAME>MARLOW</SECOND_NAME>"
        "<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1973</FROM_YEAR>"
        "<TO_YEAR>1978</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH><INDIVIDUAL_DATE_OF_BIRTH>"
        "<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1971-03-12</DATE></INDIVIDUAL_DATE_OF_BIRTH>"
        "</INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>");
    REQUIRE(list.entries.size() == 1);
    CHECK(list.entries[0].birth_dates == std::vector<std::string>{"1973 to 1978", "1971-03-12"});
}

TEST_CASE("elements nested without end, or a record of no end, stop an XML list at their place") {
    const std::string head = "<CONSOLIDATED_LIST dateGenerated=\"2026-11-20T00:00:00Z\">"
                             "<INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>PETER"
                             "</FIRST_NAME><SECOND_NAME>MARLOW</SECOND_NAME></INDIVIDUAL>\n"
                             "<INDIVIDUAL>";
    const auto repeated = [](std::string_view text, std::size_t count) {
        std::string all;
        for (std::size_t i = 0; i < count; ++i)
            all += text;
        return all;
    };
    const ListContents deep =
        list_of("un.xml", head + repeated("<x>", 400'000) + repeated("</x>", 400'000));
    CHECK(deep.entries.size() == 1);
    REQUIRE(!deep.rejected.empty());
    CHECK(deep.rejected[0].position.line == 2);
    CHECK(deep.rejected[0].message.find("nested deeper than 64 levels") != std::string::npos);
    const ListContents wide = list_of("un.xml", head + repeated("<x/>", 600'000));
    REQUIRE(!wide.rejected.empty());
    CHECK(wide.rejected[0].message.find("takes more than 64 MiB") != std::string::npos);
}

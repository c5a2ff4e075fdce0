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

#include "temporary_folder.h"

#include <preflag/parties/read_list.h>

#include <doctest/doctest.h>

using namespace preflag;
using preflag::test::TemporaryFolder;

namespace {

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("the EU's Islamic years are passed over and its ranges of years are read") {
    const TemporaryFolder folder;
    const ListContents csv = read_list(folder.write(
        "eu.csv",
        "Entity_LogicalId;Entity_EU_ReferenceNumber;NameAlias_WholeName;BirthDate_BirthDate;"
        "BirthDate_Year;BirthDate_YearRangeFrom;BirthDate_YearRangeTo;BirthDate_CalendarType\n"
        "13;EU.1.1;Peter Marlow;;;;;\n13;EU.1.1;;;1368;;;ISLAMIC\n"
        "13;EU.1.1;;;;1957;1962;GREGORIAN\n13;EU.1.1;;1960-03-12;1960;;;GREGORIAN\n"));
    CHECK(csv.entries[0].birth_dates == Texts{"1957 to 1962", "1960-03-12"});
    const ListContents xml = read_list(folder.write(
        "eu.xml",
        "<export><sanctionEntity euReferenceNumber=\"EU.1.1\"><nameAlias wholeName=\"Peter "
        "Marlow\"/><birthdate calendarType=\"ISLAMIC\" year=\"1368\"/><birthdate "
        "calendarType=\"GREGORIAN\" yearRangeFrom=\"1957\" yearRangeTo=\"1962\"/>"
        "</sanctionEntity></export>"));
    CHECK(xml.entries[0].birth_dates == Texts{"1957 to 1962"});
}

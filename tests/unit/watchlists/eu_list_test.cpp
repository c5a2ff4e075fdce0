#include "../support/temporary_folder.h"

#include <doctest/doctest.h>

using namespace preflag;
using preflag::test::list_of;

namespace {

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("the EU's Islamic years are passed over and its ranges of years are read") {
    const ListContents csv = list_of(
        "eu.csv",
        "Entity_LogicalId;Entity_EU_ReferenceNumber;NameAlias_WholeName;BirthDate_BirthDate;"
        "BirthDate_Year;BirthDate_YearRangeFrom;BirthDate_YearRangeTo;BirthDate_CalendarType\n"
        "13;EU.1.1;Peter Marlow;;;;;\n13;EU.1.1;;;1368;;;ISLAMIC\n"
        "13;EU.1.1;;;;1957;1962;GREGORIAN\n13;EU.1.1;;1960-03-12;1960;;;GREGORIAN\n");
    CHECK(csv.entries[0].birth_dates == Texts{"1957 to 1962", "1960-03-12"});
    const ListContents xml =
        list_of("eu.xml",
                "<export><sanctionEntity euReferenceNumber=\"EU.1.1\"><nameAlias wholeName=\"Peter "
                "Marlow\"/><birthdate calendarType=\"ISLAMIC\" year=\"1368\"/><birthdate "
                "calendarType=\"GREGORIAN\" yearRangeFrom=\"1957\" yearRangeTo=\"1962\"/>"
                "</sanctionEntity></export>");
    CHECK(xml.entries[0].birth_dates == Texts{"1957 to 1962"});
}

TEST_CASE("an EU name whose remark calls it a low quality alias is a weak one") {
    const ListContents csv = list_of(
        "eu.csv", "Entity_LogicalId;Entity_EU_ReferenceNumber;NameAlias_WholeName;NameAlias_Strong;"
                  "NameAlias_Remark\n13;EU.1.1;Peter Marlow;true;Director\n"
                  "13;EU.1.1;Pete;true;(Low quality alias)\n");
    CHECK(csv.entries[0].names[0].quality == NameQuality::primary);
    CHECK(csv.entries[0].names[1].quality == NameQuality::weak_alias);
    const ListContents xml = list_of(
        "eu.xml", "<export><sanctionEntity euReferenceNumber=\"EU.1.1\"><nameAlias "
                  "wholeName=\"Peter Marlow\" strong=\"true\"/><nameAlias wholeName=\"Pete\" "
                  "strong=\"true\"><remark>low quality alias</remark></nameAlias>"
                  "</sanctionEntity></export>");
    CHECK(xml.entries[0].names[1].quality == NameQuality::weak_alias);
}

#include "../support/temporary_folder.h"

#include <doctest/doctest.h>

using namespace preflag;
using preflag::test::list_of;

namespace {

using Texts = std::vector<std::string>;

/// An invented person with every detail that is read, a company, a ship, and one without number.
constexpr const char* designations = R"(<?xml version="1.0" encoding="utf-8"?>
<Designations xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
              dateGenerated="2026-08-14T23:00:04.744Z">
  <DateGenerated>14/08/2026</DateGenerated>
  <Designation>
    <LastUpdated>29/04/2026</LastUpdated>
    <UniqueID>IRQ0001</UniqueID>
    <OFSIGroupID>77</OFSIGroupID>
    <Names>
      <Name><Name1>Pete</Name1><Name6>Marlow</Name6><NameType>Primary Name Variation</NameType></Name>
      <Name><Name1>PETER</Name1><Name2>Q</Name2><Name6>MARLOW</Name6><NameType>Primary name</NameType></Name>
      <Name><Name6>Petrus</Name6><NameType>ALias</NameType><AliasStrength>Good quality a.k.a</AliasStrength></Name>
      <Name><Name6>Abu Alder</Name6><NameType>Alias</NameType><AliasStrength>Low quality a.k.a</AliasStrength></Name>
    </Names>
    <NonLatinNames><NonLatinName><NameNonLatinScript>Пётр Марлоу</NameNonLatinScript></NonLatinName></NonLatinNames>
    <RegimeName>The Iraq (Sanctions) Regulations 2020</RegimeName>
    <IndividualEntityShip>Individual</IndividualEntityShip>
    <UKStatementofReasons>
</UKStatementofReasons>
    <Addresses>
      <Address><AddressLine1>1 Road</AddressLine1><AddressLine6>Basra</AddressLine6><AddressPostalCode>61001</AddressPostalCode><AddressCountry>Iraq</AddressCountry></Address>
      <Address><AddressCountry>Jordan</AddressCountry></Address>
    </Addresses>
    <IndividualDetails><Individual>
      <DOBs><DOB>dd/mm/1968</DOB><DOB>12/11/1967</DOB><DOB>12/11/1967</DOB></DOBs>
      <PassportDetails>
        <Passport><PassportNumber> D0009720</PassportNumber><PassportAdditionalInformation>issued 2021</PassportAdditionalInformation></Passport>
      </PassportDetails>
      <NationalIdentifierDetails>
        <NationalIdentifier><NationalIdentifierNumber>0075258</NationalIdentifierNumber></NationalIdentifier>
      </NationalIdentifierDetails>
      <Nationalities><Nationality>Iraq</Nationality><Nationality>Syria</Nationality></Nationalities>
    </Individual></IndividualDetails>
  </Designation>
  <Designation>
    <UniqueID>IRQ0002</UniqueID>
    <Names><Name><Name6>EXAMPLE TRADING LTD </Name6><NameType>Primary Name</NameType></Name></Names>
    <NonLatinNames />
    <IndividualEntityShip>Entity</IndividualEntityShip>
    <EntityDetails><Entity><BusinessRegistrationNumbers>
      <BusinessRegistrationNumber>Company no. 06527449</BusinessRegistrationNumber>
    </BusinessRegistrationNumbers></Entity></EntityDetails>
  </Designation>
  <Designation>
    <UniqueID>IRQ0003</UniqueID>
    <Names><Name><Name6>EXAMPLE STAR</Name6><NameType>Primary name</NameType></Name></Names>
    <IndividualEntityShip>Ship</IndividualEntityShip>
    <ShipDetails><Ship><IMONumbers><IMONumber>IMO9074729</IMONumber></IMONumbers></Ship></ShipDetails>
  </Designation>
  <Designation>
    <Names><Name><Name6>No Number</Name6><NameType>Primary Name</NameType></Name></Names>
  </Designation>
</Designations>
)";

} // namespace

TEST_CASE("the UK's list is read as xml: each name with its quality, and the day of the list") {
    const ListContents list = list_of("UK-Sanctions-List.xml", designations);
    CHECK(list.id == "uk-sanctions-list");
    CHECK(list.format == "UK sanctions list xml");
    CHECK(to_string(*list.date) == "2026-08-14");
    REQUIRE(list.entries.size() == 3);
    const std::vector<ListName>& names = list.entries[0].names;
    REQUIRE(names.size() == 5);
    CHECK(names[0].text == "PETER Q MARLOW");
    CHECK(names[0].quality == NameQuality::primary);
    CHECK(names[1].text == "Pete Marlow");
    CHECK(list.count(NameQuality::primary) == 3);
    CHECK(list.count(NameQuality::alias) == 3);
    CHECK(list.count(NameQuality::weak_alias) == 1);
}

TEST_CASE("a person of the UK's xml has its dates of birth, countries, numbers and addresses") {
    const ListContents list = list_of("UK-Sanctions-List.xml", designations);
    const ListEntry& person = list.entries[0];
    CHECK(person.id == "IRQ0001");
    CHECK(person.kind == EntryKind::person);
    CHECK(person.birth_dates == Texts{"dd/mm/1968", "12/11/1967"});
    CHECK(person.countries == Texts{"Iraq", "Jordan", "Syria"});
    CHECK(person.identifiers == Texts{"D0009720", "0075258"});
    CHECK(person.addresses == Texts{"1 Road, Basra, 61001"});
    CHECK(person.programmes == Texts{"The Iraq (Sanctions) Regulations 2020"});
}

TEST_CASE("organisations and ships of the UK's xml have the numbers of their registers") {
    const ListContents list = list_of("UK-Sanctions-List.xml", designations);
    CHECK(list.entries[1].kind == EntryKind::organisation);
    CHECK(list.entries[1].names[0].text == "EXAMPLE TRADING LTD");
    CHECK(list.entries[1].identifiers == Texts{"Company no. 06527449", "06527449"});
    CHECK(list.entries[2].kind == EntryKind::vessel);
    CHECK(list.entries[2].identifiers == Texts{"IMO9074729"});
}

TEST_CASE("a designation of the UK's xml without number is rejected with its name and line") {
    const ListContents list = list_of("UK-Sanctions-List.xml", designations);
    REQUIRE(list.rejected.size() == 1);
    CHECK(list.rejected[0].message == "not read: a designation without UniqueID");
    CHECK(list.rejected[0].excerpt == "No Number");
    CHECK(list.rejected[0].position.line == 50);
}

TEST_CASE("what stands before the place where the UK's xml breaks off is read, and the rest said") {
    const std::string whole = designations;
    const ListContents list = list_of("cut.xml", whole.substr(0, whole.find("<ShipDetails>")));
    CHECK(list.entries.size() == 2);
    REQUIRE(list.rejected.size() == 1);
    CHECK(list.rejected[0].message.starts_with("the XML is damaged here"));
}

TEST_CASE("a row of the UK's list without a name is no defect when its entry has one elsewhere") {
    const ListContents list = list_of(
        "UK_Sanctions_List.csv",
        "Report Date: 20-Nov-2026\nUnique ID,Name 6,Name 1,Name type,Regime Name,Address Country\n"
        "IRQ0001,,,,Iraq,Jordan\nIRQ0001,ALDER LTD,,Primary Name,Iraq,Iraq\n");
    CHECK(list.rejected.empty());
    REQUIRE(list.entries.size() == 1);
    CHECK(list.entries[0].names.size() == 1);
    CHECK(list.entries[0].countries == std::vector<std::string>{"Jordan", "Iraq"});
}

TEST_CASE("an entry of the UK's list that has no name in any row is rejected once") {
    const ListContents list = list_of(
        "UK_Sanctions_List.csv",
        "Report Date: 20-Nov-2026\nUnique ID,Name 6,Name 1,Name type,Regime Name,Address Country\n"
        "IRQ0001,ALDER LTD,,Primary Name,Iraq,\nIRQ0002,,,,Iraq,\nIRQ0002,,,,Iraq,Jordan\n");
    CHECK(list.entries.size() == 1);
    REQUIRE(list.rejected.size() == 1);
    CHECK(list.rejected[0].position.line == 4);
    CHECK(list.rejected[0].message == "not read: entry IRQ0002 has no name");
}

TEST_CASE("several numbers and their labels in one cell of the UK's list are told apart") {
    const ListContents list = list_of(
        "UK_Sanctions_List.csv",
        "Report Date: 20-Nov-2026\nUnique ID,Name 6,Name 1,Name type,Regime Name,Business "
        "registration number (s),IMO number\n"
        "RUS0001,ALDER LTD,,Primary Name,Russia,\"OGRN: 1247700291201\nINN: 9707028664\",\n"
        "RUS0002,BIRCH LTD,,Primary Name,Russia,INN - 5045023417 | 77-31,IMO 9074729\n"
        "RUS0003,CEDAR LTD,,Primary Name,Russia,(1) 12 345 678 of 13/07/1996 (2) AB123456.,\n");
    REQUIRE(list.entries.size() == 3);
    CHECK(list.entries[0].identifiers ==
          Texts{"OGRN: 1247700291201", "1247700291201", "INN: 9707028664", "9707028664"});
    CHECK(list.entries[1].identifiers ==
          Texts{"INN - 5045023417", "5045023417", "77-31", "IMO 9074729", "9074729"});
    CHECK(list.entries[2].identifiers ==
          Texts{"12 345 678 of 13/07/1996", "AB123456.", "AB123456"});
}

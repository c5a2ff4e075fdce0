#include "../support/temporary_folder.h"

#include <preflag/base/error.h>
#include <preflag/watchlists/read_list.h>

#include <doctest/doctest.h>

#include <algorithm>

using namespace preflag;
using preflag::test::TemporaryFolder;

namespace {

/// What a file of this name and text is read as.
ListContents read(const std::string& name, const std::string& text) {
    const TemporaryFolder folder;
    return read_list(folder.write(name, text));
}

} // namespace

TEST_CASE(
    "OFAC's enhanced xml has names in reading order, with all scripts, addresses and numbers") {
    const ListContents list = read("sdn_enhanced.xml", R"(<?xml version="1.0"?>
<sanctionsData xmlns="urn:x"><publicationInfo><dataAsOf>2026-11-20T10:00:00</dataAsOf></publicationInfo>
<entities><entity id="36"><generalInfo><entityType>Individual</entityType></generalInfo>
<sanctionsPrograms><sanctionsProgram>TEST</sanctionsProgram></sanctionsPrograms>
<names><name><isPrimary>true</isPrimary><isLowQuality>false</isLowQuality><translations>
<translation><script>Latin</script><formattedFirstName>Zoltan</formattedFirstName>
<formattedLastName>MARLOWE</formattedLastName><formattedFullName>MARLOWE, Zoltan</formattedFullName></translation>
<translation><formattedFullName>Марлове Золтан</formattedFullName></translation></translations></name>
<name><isPrimary>false</isPrimary><isLowQuality>true</isLowQuality><translations><translation>
<formattedFullName>Zolti</formattedFullName></translation></translations></name></names>
<addresses><address><country>Hungary</country><translations><translation><addressParts>
<addressPart><type>CITY</type><value>Szeged</value></addressPart></addressParts></translation></translations></address></addresses>
<features><feature><type>Birthdate</type><value>1960</value></feature></features>
<identityDocuments><identityDocument><documentNumber>HU123456</documentNumber></identityDocument></identityDocuments>
</entity></entities></sanctionsData>)");
    REQUIRE(list.entries.size() == 1);
    const ListEntry& entry = list.entries[0];
    CHECK(list.format == "OFAC enhanced xml");
    CHECK(list.date_source == DateSource::list);
    CHECK(entry.kind == EntryKind::person);
    REQUIRE(entry.names.size() == 3);
    CHECK(entry.names[0].text == "Zoltan MARLOWE");
    CHECK(entry.names[2].quality == NameQuality::weak_alias);
    CHECK(entry.addresses == std::vector<std::string>{"Szeged"});
    CHECK(entry.birth_dates == std::vector<std::string>{"1960"});
    CHECK(entry.identifiers == std::vector<std::string>{"HU123456"});
}

TEST_CASE("Canada's list tells persons, organisations and ships apart") {
    const ListContents list = read("sema.xml", R"(<?xml version="1.0"?><data-set>
<record><Country>Belarus / Bélarus</Country><LastName>Marlowe</LastName><GivenName>Zoltan</GivenName>
<Schedule>1</Schedule><Item>1</Item><Aliases>Zolti, Z. Marlowe</Aliases><DateOfBirth>1960</DateOfBirth></record>
<record><Country>Belarus / Bélarus</Country><EntityOrShip>Alder Works</EntityOrShip><Schedule>1</Schedule><Item>2</Item></record>
<record><Country>Russia</Country><EntityOrShip>Birch Star</EntityOrShip><ShipIMONumber>9074729</ShipIMONumber>
<Schedule>2</Schedule><Item>1</Item></record></data-set>)");
    REQUIRE(list.entries.size() == 3);
    CHECK(list.entries[0].names[0].text == "Zoltan Marlowe");
    CHECK(list.entries[0].names.size() == 3);
    CHECK(list.entries[1].kind == EntryKind::organisation);
    CHECK(list.entries[2].kind == EntryKind::vessel);
    CHECK(list.entries[2].identifiers == std::vector<std::string>{"9074729"});
}

TEST_CASE("of Switzerland's list those taken off it are passed over") {
    const ListContents list = read("seco.xml", R"(<?xml version="1.0"?>
<swiss-sanctions-list list-type="whole-list" date="2026-09-28">
<sanctions-program ssid="20"><program-key lang="eng">Belarus</program-key><sanctions-set ssid="4387" lang="eng">a</sanctions-set></sanctions-program>
<target ssid="1"><sanctions-set-id>4387</sanctions-set-id><individual><identity main="true"><name name-type="primary-name">
<name-part order="1" name-part-type="family-name"><value>Marlowe</value><spelling-variant>Marlove</spelling-variant></name-part>
<name-part order="2" name-part-type="given-name"><value>Zoltan</value></name-part></name>
<day-month-year day="3" month="4" year="1960"/><address place-id="9"><address-details>Fo 1</address-details></address></identity></individual>
<modification modification-type="listed" effective-date="2022-03-16"/></target>
<target ssid="2"><entity><identity><name name-type="primary-name"><name-part name-part-type="whole-name"><value>Alder</value></name-part></name></identity></entity>
<modification modification-type="listed" effective-date="2015-03-16"/><modification modification-type="de-listed" effective-date="2016-03-01"/></target>
<place ssid="9"><country iso-code="HU">Hungary</country></place></swiss-sanctions-list>)");
    REQUIRE(list.entries.size() == 1);
    CHECK(list.other_records == 1);
    const ListEntry& entry = list.entries[0];
    REQUIRE(entry.names.size() == 2);
    CHECK(entry.names[0].text == "Zoltan Marlowe");
    CHECK(entry.names[1].text == "Zoltan Marlove");
    CHECK(entry.programmes == std::vector<std::string>{"Belarus"});
    CHECK(entry.countries == std::vector<std::string>{"HU"});
    CHECK(entry.birth_dates == std::vector<std::string>{"1960-04-03"});
}

TEST_CASE("OFSI's xml brings the names of a group together") {
    const ListContents list =
        read("ConList.xml", R"(<?xml version="1.0"?><ArrayOfFinancialSanctionsTarget>
<FinancialSanctionsTarget><name1>Zoltan</name1><Name6>MARLOWE</Name6><AliasType>Primary name</AliasType>
<GroupTypeDescription>Individual</GroupTypeDescription><GroupID>7</GroupID><RegimeName>TEST</RegimeName></FinancialSanctionsTarget>
<FinancialSanctionsTarget><Name6>ZOLTI</Name6><AliasType>AKA</AliasType><AliasQuality>Low</AliasQuality><GroupID>7</GroupID></FinancialSanctionsTarget>
</ArrayOfFinancialSanctionsTarget>)");
    REQUIRE(list.entries.size() == 1);
    REQUIRE(list.entries[0].names.size() == 2);
    CHECK(list.entries[0].names[0].text == "Zoltan MARLOWE");
    CHECK(list.entries[0].kind == EntryKind::person);
}

TEST_CASE("Australia's csv has aliases under the number of their entry") {
    const ListContents list =
        read("dfat.csv", "Reference,Name of Individual or Entity,Type,Name Type,Date of Birth\n"
                         "2,\"Zoltan Marlowe\",Individual,Primary Name,1960\n"
                         "2a,Zolti,Individual,Alias,\n3,Alder Works,Entity,Primary Name,\n");
    REQUIRE(list.entries.size() == 2);
    CHECK(list.entries[0].names.size() == 2);
    CHECK(list.entries[1].kind == EntryKind::organisation);
}

TEST_CASE("a txt with columns is a table, one of sentences is refused, one of names is a list") {
    const ListContents denied =
        read("dpl.txt", "Name\tStreet_Address\tCity\tState\tCountry\tPostal_Code\tFR_Citation\n"
                        "ZOLTAN MARLOWE\tFO 1\tSZEGED\t\tHU\t\t1 F.R. 2\n"
                        "ALDER WORKS\tFO 2\tSZEGED\t\tHU\t\t1 F.R. 3\n");
    CHECK(denied.format == "US Denied Persons List");
    CHECK(denied.entries.size() == 2);
    CHECK_THROWS_AS(read("sdnlist.txt", "ALDER WORKS (a.k.a. AW), Szeged,\nHungary [SDGT].\n\n"
                                        "MARLOWE, Zoltan; DOB 1960 (individual) [SDGT].\n"),
                    InputError);
    const ListContents own = read("own.txt", "Marlowe, Zoltan\nAlder Works\n");
    CHECK(own.entries.size() == 2);
}

TEST_CASE("OFAC's pip and del are its csv with other marks between the cells") {
    for (const auto& [name, mark] : {std::pair{"sdn.pip", '|'}, std::pair{"sdn.del", '@'}}) {
        std::string row =
            "36|\"ALDER WORKS\"|-0- |\"TEST\"|-0- |-0- |-0- |-0- |-0- |-0- |-0- |-0- \n";
        std::replace(row.begin(), row.end(), '|', mark);
        const ListContents list = read(name, row);
        REQUIRE(list.entries.size() == 1);
        CHECK(list.rejected.empty());
        CHECK(list.entries[0].names[0].text == "ALDER WORKS");
    }
}

TEST_CASE("Senzing's JSON lines are read, a spreadsheet is told to be one, and a tsv is a table") {
    const ListContents list = read(
        "senzing.json",
        R"({"DATA_SOURCE":"TEST","RECORD_ID":"NK-1","RECORD_TYPE":"PERSON","NAMES":[{"NAME_TYPE":"PRIMARY","NAME_FULL":"Zoltan Marlowe"},{"NAME_TYPE":"ALIAS","NAME_FULL":"Zolti"}],"DATES":[{"DATE_OF_BIRTH":"1960"}],"COUNTRIES":[{"NATIONALITY":"hu"}],"IDENTIFIERS":[{"PASSPORT_NUMBER":"HU123456"}]})"
        "\n");
    REQUIRE(list.entries.size() == 1);
    CHECK(list.entries[0].names.size() == 2);
    CHECK(list.entries[0].identifiers == std::vector<std::string>{"HU123456"});
    CHECK_THROWS_WITH_AS(read("list.xls", "\xD0\xCF\x11\xE0 and more"),
                         doctest::Contains("is a spreadsheet (xls, or encrypted)"), InputError);
    const ListContents screening =
        read("csl.tsv", "_id\tsource\tname\talt_names\n1\tEL\tAlder Works\tAW; A. Works\n");
    REQUIRE(screening.entries.size() == 1);
    CHECK(screening.entries[0].names.size() == 3);
}

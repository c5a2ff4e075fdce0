#include "../support/temporary_folder.h"

#include <preflag/base/error.h>
#include <preflag/watchlists/read_list.h>

#include <doctest/doctest.h>

using namespace preflag;
using preflag::test::list_of;
using preflag::test::TemporaryFolder;

namespace {

std::string error_of(const std::string& path) {
    try {
        read_list(path);
    } catch (const InputError& error) {
        return error.what();
    }
    return {};
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("OFAC's csv is read with its alias and address files, and their rows find their entry") {
    const TemporaryFolder folder;
    const auto path = folder.write(
        "sdn.csv",
        "36,\"BLUE HERON TRADING\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n"
        "77,\"MARLOW, Peter Quentin\",\"individual\",\"SDGT] [IRGC\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- "
        ",-0- ,\"DOB 12 Mar 1960; nationality Iran; Passport A1234567 (Iran).\"\r\n\x1A");
    folder.write("alt.csv",
                 "36,12,\"aka\",\"B.H. TRADING\",-0- \r\n77,13,\"aka\",\"MARLOW, Pete\",-0- \r\n");
    folder.write("add.csv", "36,25,\"1 Harbour Road\",\"Havana\",\"Cuba\",-0- \r\n");
    const ListContents list = read_list(path);
    CHECK(list.id == "us-ofac-sdn");
    CHECK(list.rejected.empty());
    CHECK(list.gaps.empty());
    REQUIRE(list.entries.size() == 2);
    CHECK(list.entries[0].names[1].text == "B.H. TRADING");
    CHECK(list.entries[0].countries == std::vector<std::string>{"Cuba"});
    const ListEntry& person = list.entries[1];
    CHECK(person.kind == EntryKind::person);
    CHECK(person.names[0].text == "Peter Quentin MARLOW");
    CHECK(person.programmes == std::vector<std::string>{"SDGT", "IRGC"});
    CHECK(person.birth_dates == std::vector<std::string>{"12 Mar 1960"});
    CHECK(person.identifiers == std::vector<std::string>{"A1234567"});
}

TEST_CASE("a missing alias file is a gap, not a shorter list") {
    const ListContents list = list_of(
        "sdn.csv", "36,\"BLUE HERON\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \n");
    REQUIRE(list.gaps.size() == 2);
    CHECK(contains(list.gaps[0].message, "alt.csv is missing"));
}

TEST_CASE("malformed rows are rejected one by one and the others are read") {
    const ListContents list = list_of("house.csv", "id,name,country\n"
                                                   "1,Alder Ltd,DE\n"
                                                   "2,\"Birch \"broken\" Ltd\",DE\n"
                                                   "3,Cedar Ltd\n"
                                                   "4,,DE\n"
                                                   "5,\"Dogwood, Ltd\",FR\n"
                                                   "6,\"never closed,FR\n");
    REQUIRE(list.entries.size() == 2);
    CHECK(list.entries[1].names[0].text == "Dogwood, Ltd");
    REQUIRE(list.rejected.size() == 4);
    CHECK(list.rejected[0].position.line == 3);
    CHECK(contains(list.rejected[1].message, "2 cells instead of 3"));
    CHECK(contains(list.rejected[2].message, "no name"));
    CHECK(contains(list.rejected[3].message, "never closed"));
}

TEST_CASE("an empty file, a web page and a list without entries are errors") {
    const TemporaryFolder folder;
    CHECK(contains(error_of(folder.write("a.csv", "\n \n")), "is empty"));
    CHECK(
        contains(error_of(folder.write("b.csv", "<!DOCTYPE html>\n<html>503</html>")), "web page"));
    CHECK(contains(error_of(folder.write("c.csv", "id,name\n")), "has no entry"));
    CHECK(contains(error_of(folder.write("d.csv", "id,title\n1,x\n")), "no column \"name\""));
    CHECK(contains(error_of(folder.path_of("none.csv")), "cannot be opened"));
    CHECK(contains(error_of(folder.write("alt.csv", "36,12,\"aka\",\"X\",-0- \n")), "side files"));
    CHECK(contains(error_of(folder.write("e.xml", "<?xml version='1.0'?><Sanctions/>")),
                   "unknown kind"));
}

TEST_CASE("OFAC's xml gives names, weak aliases, countries, its date and its own count") {
    const std::string text =
        "<?xml version=\"1.0\"?><sdnList xmlns=\"urn:x\"><publshInformation>"
        "<Publish_Date>11/20/2026</Publish_Date><Record_Count>COUNT</Record_Count>"
        "</publshInformation><sdnEntry><uid>7</uid><firstName>Peter</firstName>"
        "<lastName>MARLOW</lastName><sdnType>Individual</sdnType><programList><program>SDGT</"
        "program>"
        "</programList><akaList><aka><uid>8</uid><category>weak</category><lastName>PETE</lastName>"
        "</aka></akaList><addressList><address><uid>9</uid><city>Basra</city><country>Iraq</"
        "country>"
        "</address></addressList></sdnEntry></sdnList>";
    auto right = text;
    right.replace(right.find("COUNT"), 5, "1");
    const ListContents list = list_of("sdn.xml", right);
    REQUIRE(list.entries.size() == 1);
    CHECK(list.entries[0].names[0].text == "Peter MARLOW");
    CHECK(list.entries[0].names[1].quality == NameQuality::weak_alias);
    CHECK(list.entries[0].countries == std::vector<std::string>{"Iraq"});
    CHECK(to_string(*list.date) == "2026-11-20");
    CHECK(list.gaps.empty());
    auto wrong = text;
    wrong.replace(wrong.find("COUNT"), 5, "2");
    CHECK(list_of("sdn.xml", wrong).gaps.size() == 1);
}

TEST_CASE("damaged XML is reported at its place and what was read before it is kept") {
    const ListContents list = list_of(
        "un.xml", "<CONSOLIDATED_LIST dateGenerated=\"2026-11-20T00:00:00Z\"><ENTITIES>\n"
                  "<ENTITY><DATAID>1</DATAID><FIRST_NAME>ALDER</FIRST_NAME></ENTITY>\n"
                  "<ENTITY><DATAID>2</DATAID><FIRST_NAME>BIRCH</DATAID></ENTITY></ENTITIES>");
    CHECK(list.entries.size() == 1);
    REQUIRE(list.rejected.size() == 1);
    CHECK(list.rejected[0].position.line == 3);
}

TEST_CASE("the UN's xml gives four-part names, scripts and alias quality") {
    const ListContents list = list_of(
        "un.xml",
        "<CONSOLIDATED_LIST dateGenerated=\"2026-11-20T00:00:00Z\"><INDIVIDUALS><INDIVIDUAL>"
        "<DATAID>1</DATAID><FIRST_NAME>PETER</FIRST_NAME><SECOND_NAME>Q</SECOND_NAME>"
        "<THIRD_NAME>MARLOW</THIRD_NAME><UN_LIST_TYPE>DRC</UN_LIST_TYPE>"
        "<REFERENCE_NUMBER>CDi.900</REFERENCE_NUMBER><NATIONALITY><VALUE>Iraq</VALUE></NATIONALITY>"
        "<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Pete</ALIAS_NAME></INDIVIDUAL_ALIAS>"
        "<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>"
        "<INDIVIDUAL_DATE_OF_BIRTH><YEAR>1971</YEAR></INDIVIDUAL_DATE_OF_BIRTH>"
        "<NAME_ORIGINAL_SCRIPT>بيتر</NAME_ORIGINAL_SCRIPT></INDIVIDUAL></INDIVIDUALS>"
        "</CONSOLIDATED_LIST>");
    REQUIRE(list.entries.size() == 1);
    const ListEntry& entry = list.entries[0];
    CHECK(entry.id == "CDi.900");
    REQUIRE(entry.names.size() == 3);
    CHECK(entry.names[0].text == "PETER Q MARLOW");
    CHECK(entry.names[2].quality == NameQuality::weak_alias);
    CHECK(entry.birth_dates == std::vector<std::string>{"1971"});
}

TEST_CASE("the EU's csv and xml bring the rows of an entry together") {
    const ListContents csv = list_of(
        "eu.csv",
        "\xEF\xBB\xBF"
        "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;"
        "Entity_SubjectType_ClassificationCode;Entity_Regulation_Programme;NameAlias_WholeName;"
        "Address_CountryIso2Code\n"
        "20/11/2026;13;EU.1.1;P;IRQ;Peter Marlow;\n20/11/2026;13;EU.1.1;P;IRQ;Pete Marlow;\n"
        "20/11/2026;13;EU.1.1;P;IRQ;;IQ\n");
    REQUIRE(csv.entries.size() == 1);
    CHECK(csv.entries[0].names.size() == 2);
    CHECK(csv.entries[0].countries == std::vector<std::string>{"IQ"});
    CHECK(to_string(*csv.date) == "2026-11-20");
    const ListContents xml = list_of(
        "eu.xml", "<export generationDate=\"2026-11-20T10:00:00\"><sanctionEntity "
                  "euReferenceNumber=\"EU.1.1\" logicalId=\"13\"><regulation programme=\"IRQ\"/>"
                  "<subjectType code=\"person\"/><nameAlias wholeName=\"Peter Marlow\" "
                  "strong=\"true\"/><nameAlias wholeName=\"Pete\" strong=\"false\"/>"
                  "<citizenship countryIso2Code=\"IQ\"/></sanctionEntity></export>");
    REQUIRE(xml.entries.size() == 1);
    CHECK(xml.entries[0].kind == EntryKind::person);
    CHECK(xml.entries[0].names[1].quality == NameQuality::weak_alias);
}

TEST_CASE("the EU's csv with the headers of its first version is read, too") {
    const ListContents list = list_of(
        "csvFullSanctionsList.csv",
        "Date_file;Entity_logical_id;Subject_type;Programme;Naal_lastname;Naal_firstname;"
        "Naal_wholename;Addr_street;Addr_city;Addr_country;Birt_date;Iden_number;EU_ref_num\n"
        "04/07/2018;1;P;ZWE;Marlow;Peter;Peter Marlow;;;;;;EU.1.2\n"
        "04/07/2018;1;P;ZWE;;;;;;;1960-03-12;;EU.1.2\n"
        "04/07/2018;9;E;IRQ;;;Alder Works;1 Road;Basra;IRQ;;;EU.3.4\n");
    CHECK(list.id == "eu-fsf");
    REQUIRE(list.entries.size() == 2);
    CHECK(list.entries[0].id == "EU.1.2");
    CHECK(list.entries[0].kind == EntryKind::person);
    CHECK(list.entries[0].names.size() == 1);
    CHECK(list.entries[0].birth_dates == std::vector<std::string>{"1960-03-12"});
    CHECK(list.entries[1].addresses == std::vector<std::string>{"1 Road, Basra"});
    CHECK(to_string(*list.date) == "2018-07-04");
}

TEST_CASE("the UK's line with the date may have as many cells as the rows below") {
    const ListContents ofsi = list_of(
        "ConList.csv", "Last Updated,13/04/2018,,,,,,\nName 6,Name 1,Nationality,Group Type,Alias "
                       "Type,Regime,Last Updated,Group ID\n"
                       "MARLOW,Pete,,Individual,AKA,Iraq,,77\n"
                       "MARLOW,Peter,1) Iraq 2) Jordan,Individual,Prime Alias,Iraq,,77\n");
    CHECK(ofsi.id == "uk-ofsi");
    CHECK(to_string(*ofsi.date) == "2018-04-13");
    REQUIRE(ofsi.entries.size() == 1);
    CHECK(ofsi.entries[0].names[0].text == "Peter MARLOW");
    CHECK(ofsi.entries[0].countries == std::vector<std::string>{"Iraq", "Jordan"});
}

TEST_CASE("both UK lists are told apart, dated, and give names in reading order") {
    const ListContents ofsi = list_of(
        "ConList.csv",
        "Last Updated,20/11/2026\nName 6,Name 1,Name 2,DOB,Nationality,Country,Group Type,Alias "
        "Type,Alias Quality,Regime,Group ID\n"
        "MARLOW,Peter,Q,12/03/1960,Iraq,,Individual,Primary name,,Iraq,77\n"
        "MARLOW,Pete,,,,,Individual,AKA,Low quality,Iraq,77\n");
    CHECK(ofsi.id == "uk-ofsi");
    REQUIRE(ofsi.entries.size() == 1);
    CHECK(ofsi.entries[0].names[0].text == "Peter Q MARLOW");
    CHECK(ofsi.entries[0].names[1].quality == NameQuality::weak_alias);
    CHECK(to_string(*ofsi.date) == "2026-11-20");
    const ListContents uk =
        list_of("UK_Sanctions_List.csv",
                "Report Date: 20-Nov-2026\nLast Updated,Unique ID,Name 6,Name 1,Name type,Alias "
                "strength,Name non-latin script,Regime Name,Designation Type,Address Country\n"
                "20/11/2026,IRQ0001,Alder Works,,Alias,,,Iraq,Entity,Iraq\n"
                "20/11/2026,IRQ0001,ALDER LTD,,Primary Name,,,Iraq,Entity,Iraq\n");
    CHECK(uk.id == "uk-sanctions-list");
    REQUIRE(uk.entries.size() == 1);
    CHECK(uk.entries[0].names[0].text == "ALDER LTD");
    CHECK(to_string(*uk.date) == "2026-11-20");
}

TEST_CASE("the Consolidated Screening List is read as csv and as json") {
    const ListContents csv =
        list_of("csl.csv", "source,entity_number,type,programs,name,addresses,alt_names,ids\n"
                           "Entity List (EL),,,,Alder Works,\"1 Road, Basra, IQ\",AW; Alder W,\n"
                           "Specially Designated Nationals (SDN),77,Individual,SDGT,\"MARLOW, "
                           "Peter\",,,\"US, 80-0890696, Tax ID No.\"\n");
    REQUIRE(csv.entries.size() == 2);
    CHECK(csv.entries[0].names.size() == 3);
    CHECK(csv.entries[0].countries == std::vector<std::string>{"IQ"});
    CHECK(csv.entries[1].identifiers == std::vector<std::string>{"80-0890696"});
    const ListContents json = list_of(
        "csl.json", R"({"results": [{"id": "a", "name": "Alder Works", "source": "Entity List",
        "alt_names": ["AW"], "addresses": [{"city": "Basra", "country": "IQ"}]},
        {"id": "b", "source": "Entity List"}]})");
    CHECK(json.entries.size() == 1);
    CHECK(json.rejected.size() == 1);
}

TEST_CASE("OpenSanctions is read as simple csv and as FollowTheMoney lines") {
    const ListContents csv = list_of(
        "targets.simple.csv",
        "\"id\",\"schema\",\"name\",\"aliases\",\"birth_date\",\"countries\",\"addresses\","
        "\"identifiers\",\"last_seen\"\n\"Q1\",\"Person\",\"Peter "
        "Marlow\",\"Pete;Petrus\",\"1960\",\"iq;ir\",\"\",\"Q1\",\"2026-11-20T00:00:00\"\n");
    REQUIRE(csv.entries.size() == 1);
    CHECK(csv.entries[0].names.size() == 3);
    CHECK(to_string(*csv.date) == "2026-11-20");
    const ListContents lines = list_of(
        "entities.ftm.json",
        R"({"id":"Q1","caption":"Peter Marlow","schema":"Person","properties":{"weakAlias":["Pete"]}})"
        "\n"
        R"({"id":"A1","caption":"1 Road","schema":"Address","properties":{}})"
        "\n{\"id\": broken\n");
    REQUIRE(lines.entries.size() == 1);
    CHECK(lines.entries[0].names[1].quality == NameQuality::weak_alias);
    CHECK(lines.other_records == 1);
    CHECK(lines.rejected.size() == 1);
}

TEST_CASE("an entity that is said to be no target is passed over and counted") {
    const ListContents list = list_of(
        "entities.ftm.json",
        R"({"id":"Q1","caption":"Alder Works","schema":"Company","target":true,"properties":{}})"
        "\n"
        R"({"id":"Q2","caption":"Birch Parent","schema":"Company","target":false,"properties":{}})"
        "\n"
        R"({"id":"Q3","caption":"Cedar Ltd","schema":"Company","properties":{}})");
    REQUIRE(list.entries.size() == 2);
    CHECK(list.entries[1].id == "Q3");
    CHECK(list.other_records == 1);
    CHECK(list.rejected.empty());
}

TEST_CASE("a list of the user's own is text, csv or yaml") {
    const ListContents text = list_of("House List.txt", "# ours\nAlder Ltd\n\nBirch\n");
    CHECK(text.id == "house-list");
    CHECK(text.entries.size() == 2);
    const ListContents yaml = list_of(
        "own.yaml", "id: ours\ndate: 2026-11-20\nentries:\n  - {name: Alder Ltd, aliases: [AL], "
                    "countries: [DE]}\n  - Birch\n  - {nmae: Cedar}\n");
    CHECK(yaml.id == "ours");
    CHECK(yaml.entries.size() == 2);
    CHECK(yaml.rejected.size() >= 1);
}

TEST_CASE("bytes that are no UTF-8 are read as windows-1252") {
    const ListContents list = list_of("own.txt", "M\xFCller\n");
    CHECK(list.entries[0].names[0].text == "Müller");
}

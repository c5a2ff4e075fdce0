#include "../support/temporary_folder.h"

#include <preflag/base/error.h>
#include <preflag/watchlists/read_list.h>

#include <doctest/doctest.h>

#include <algorithm>

using namespace preflag;
using preflag::test::TemporaryFolder;

namespace {

using Texts = std::vector<std::string>;

/// What a file of this name and text is read as.
ListContents read(const std::string& name, const std::string& text) {
    const TemporaryFolder folder;
    return read_list(folder.write(name, text));
}

Texts names_of(const ListEntry& entry) {
    Texts names;
    for (const ListName& name : entry.names)
        names.push_back(name.text);
    return names;
}

/// OFAC's advanced list of a person and a ship, with these entries at its end.
std::string advanced(const std::string& entries) {
    return R"(<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="urn:x" Version="3"><DateOfIssue CalendarTypeID="1"><Year>2026</Year><Month>11</Month><Day>5</Day></DateOfIssue>
<ReferenceValueSets>
<NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType><NamePartType ID="1526">Vessel Name</NamePartType></NamePartTypeValues>
<PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType></PartyTypeValues>
<PartySubTypeValues><PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
<FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="9">Place of Birth</FeatureType><FeatureType ID="10">Nationality Country</FeatureType><FeatureType ID="25">Location</FeatureType></FeatureTypeValues>
<CountryValues><Country ID="11">Hungary</Country><Country ID="12">Panama</Country></CountryValues>
<SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType><SanctionsType ID="2">Block</SanctionsType></SanctionsTypeValues>
</ReferenceValueSets>
<Locations><Location ID="25"><LocationCountry CountryID="11"/><LocationPart LocPartTypeID="1451"><LocationPartValue Primary="true"><Value>Fo 1</Value></LocationPartValue></LocationPart>
<LocationPart LocPartTypeID="1454"><LocationPartValue Primary="true"><Value>Szeged</Value></LocationPartValue></LocationPart></Location>
<Location ID="26"><LocationCountry CountryID="12"/></Location></Locations>
<IDRegDocuments><IDRegDocument ID="2" IDRegDocTypeID="1571" IdentityID="67"><IDRegistrationNo>HU123456</IDRegistrationNo></IDRegDocument>
<IDRegDocument ID="3" IDRegDocTypeID="1626" IdentityID="68"><IDRegistrationNo>IMO 9074729</IDRegistrationNo></IDRegDocument></IDRegDocuments>
<DistinctParties><DistinctParty FixedRef="2674"><Profile ID="12674" PartySubTypeID="4"><Identity ID="67" Primary="true">
<Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName ID="1">
<DocumentedNamePart><NamePartValue NamePartGroupID="71" ScriptID="215">MARLOWE</NamePartValue></DocumentedNamePart>
<DocumentedNamePart><NamePartValue NamePartGroupID="72" ScriptID="215">Zoltan</NamePartValue></DocumentedNamePart></DocumentedName>
<DocumentedName ID="2"><DocumentedNamePart><NamePartValue NamePartGroupID="71" ScriptID="220">Марлове</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
<Alias AliasTypeID="1400" Primary="false" LowQuality="true"><DocumentedName ID="3"><DocumentedNamePart><NamePartValue NamePartGroupID="71">ZOLTI</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
<NamePartGroups><MasterNamePartGroup><NamePartGroup ID="71" NamePartTypeID="1520"/></MasterNamePartGroup><MasterNamePartGroup><NamePartGroup ID="72" NamePartTypeID="1521"/></MasterNamePartGroup></NamePartGroups></Identity>
<Feature ID="1" FeatureTypeID="8"><FeatureVersion ID="1"><DatePeriod><Start><From><Year>1960</Year><Month>1</Month><Day>1</Day></From></Start><End><To><Year>1960</Year><Month>12</Month><Day>31</Day></To></End></DatePeriod></FeatureVersion></Feature>
<Feature ID="2" FeatureTypeID="9"><FeatureVersion ID="2"><VersionLocation LocationID="26"/></FeatureVersion></Feature>
<Feature ID="3" FeatureTypeID="25"><FeatureVersion ID="3"><VersionLocation LocationID="25"/></FeatureVersion></Feature></Profile></DistinctParty>
<DistinctParty FixedRef="4238"><Profile ID="4238" PartySubTypeID="1"><Identity ID="68"><Alias Primary="true" LowQuality="false"><DocumentedName><DocumentedNamePart><NamePartValue NamePartGroupID="73">BIRCH STAR</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
<NamePartGroups><MasterNamePartGroup><NamePartGroup ID="73" NamePartTypeID="1526"/></MasterNamePartGroup></NamePartGroups></Identity></Profile></DistinctParty></DistinctParties>
<SanctionsEntries>)" +
           entries + "</SanctionsEntries></Sanctions>";
}

constexpr const char* measures = R"(<SanctionsEntry ID="1" ProfileID="12674" ListID="1550">
<SanctionsMeasure ID="1" SanctionsTypeID="1"><Comment>TEST</Comment></SanctionsMeasure><SanctionsMeasure ID="2" SanctionsTypeID="2"><Comment/></SanctionsMeasure></SanctionsEntry>)";

} // namespace

TEST_CASE("OFAC's advanced xml brings together what it keeps in sections of their own") {
    const ListContents list = read("sdn_advanced.xml", advanced(measures));
    CHECK(list.format == "OFAC advanced xml");
    CHECK(list.id == "us-ofac-sdn");
    CHECK(list.date_source == DateSource::list);
    CHECK(list.gaps.empty());
    REQUIRE(list.entries.size() == 2);
    const ListEntry& person = list.entries[0];
    CHECK(person.id == "2674");
    CHECK(person.kind == EntryKind::person);
    CHECK(names_of(person) == Texts{"Zoltan MARLOWE", "Марлове", "ZOLTI"});
    CHECK(person.names[2].quality == NameQuality::weak_alias);
    CHECK(person.birth_dates == Texts{"1960"});
    CHECK(person.countries == Texts{"Hungary"});
    CHECK(person.addresses == Texts{"Fo 1, Szeged"});
    CHECK(person.identifiers == Texts{"HU123456"});
    CHECK(person.programmes == Texts{"TEST"});
    CHECK(list.entries[1].kind == EntryKind::vessel);
    CHECK(list.entries[1].identifiers == Texts{"IMO 9074729"});
}

TEST_CASE("an advanced list with measures of parties that are missing is not whole") {
    const ListContents list =
        read("sdn_advanced.xml", advanced(R"(<SanctionsEntry ID="1" ProfileID="99"/>)"));
    REQUIRE(list.gaps.size() == 1);
    CHECK(list.gaps[0].message == "1 of its entries are of parties that are not in the file");
}

TEST_CASE("France's register has given names, aliases and dates as fields") {
    const ListContents list = read("registre.json", R"({"Publications": {
 "DatePublication": "2026-11-12 12:00:00", "PublicationDetail": [
 {"IdRegistre": 4963, "Nature": "Personne physique", "Nom": "MARLOWE", "RegistreDetail": [
  {"TypeChamp": "PRENOM", "Valeur": [{"Prenom": "Zoltan"}]},
  {"TypeChamp": "ALIAS", "Valeur": [{"Alias": "Zolti", "Commentaire": ""}]},
  {"TypeChamp": "DATE_DE_NAISSANCE", "Valeur": [{"Jour": "2", "Mois": "3", "Annee": "1960"}]},
  {"TypeChamp": "NATIONALITE", "Valeur": [{"Pays": "HONGRIE"}]},
  {"TypeChamp": "ADRESSE_PP", "Valeur": [{"Adresse": "Fo 1, Szeged", "Pays": "Hongrie"}]},
  {"TypeChamp": "PASSEPORT", "Valeur": [{"NumeroPasseport": "HU123456"}]},
  {"TypeChamp": "FONDEMENT_JURIDIQUE", "Valeur": [{"FondementJuridiqueLabel": "(UE) 2014/1"}]}]},
 {"IdRegistre": 7805, "Nature": "Navire", "Nom": "BIRCH STAR", "RegistreDetail": [
  {"TypeChamp": "NUMERO_OMI", "Valeur": [{"NumeroOMI": "9074729"}]}]},
 {"IdRegistre": 7806, "Nature": "Personne morale", "Nom": "", "RegistreDetail": []}]}})");
    CHECK(list.id == "fr-gels");
    CHECK(list.date_source == DateSource::list);
    CHECK(list.rejected.size() == 1);
    REQUIRE(list.entries.size() == 2);
    const ListEntry& person = list.entries[0];
    CHECK(person.kind == EntryKind::person);
    CHECK(names_of(person) == Texts{"Zoltan MARLOWE", "Zolti"});
    CHECK(person.birth_dates == Texts{"1960-03-02"});
    CHECK(person.countries == Texts{"HONGRIE", "Hongrie"});
    CHECK(person.addresses == Texts{"Fo 1, Szeged"});
    CHECK(person.identifiers == Texts{"HU123456"});
    CHECK(person.programmes == Texts{"(UE) 2014/1"});
    CHECK(list.entries[1].kind == EntryKind::vessel);
    CHECK(list.entries[1].identifiers == Texts{"9074729"});
}

TEST_CASE("subjects of Ukraine's register have their names in up to three languages") {
    const ListContents list = read("subjects.json", R"json([
 {"sid": 15, "name": "Марлов Золтан", "translit": "Marlov Zoltan", "aliases": ["Zoltan Marlowe", "Zolti"],
  "citizenships": ["HU"], "bd": "12.03.1960", "dd": null, "status": "active",
  "identifiers": [{"id": "doc:passport", "code": "HU123456", "iso2": "HU"}],
  "attributes": [{"key": "Адреса проживання", "value": "Fo 1, Szeged"}, {"key": "Посада", "value": "x"}]},
 {"sid": 16, "name": "ТОВ \"Вільха\" (ООО \"Ольха\", Alder LLC)", "translit": "TOV Vilkha", "aliases": "Alder",
  "citizenships": null, "bd": null, "dd": null, "identifiers": null, "attributes": null},
 {"sid": 17, "name": "", "translit": ""}])json");
    CHECK(list.id == "ua-nsdc");
    CHECK(list.rejected.size() == 1);
    REQUIRE(list.entries.size() == 2);
    const ListEntry& person = list.entries[0];
    CHECK(names_of(person) == Texts{"Марлов Золтан", "Marlov Zoltan", "Zoltan Marlowe", "Zolti"});
    CHECK(person.countries == Texts{"HU"});
    CHECK(person.birth_dates == Texts{"12.03.1960"});
    CHECK(person.identifiers == Texts{"HU123456"});
    CHECK(person.addresses == Texts{"Fo 1, Szeged"});
    CHECK(names_of(list.entries[1]) ==
          Texts{"ТОВ \"Вільха\"", "ООО \"Ольха\"", "Alder LLC", "TOV Vilkha", "Alder"});
}

TEST_CASE("the list of Ukraine's financial monitoring has the parts of names apart") {
    const ListContents list = read("zBlackListFull.xml", R"(<?xml version="1.0" encoding="utf-8"?>
<main><acount-list><date-entry>20160101</date-entry><number-entry>12</number-entry><program-entry>UN</program-entry><type-entry>2</type-entry>
<aka-list><aka-name1>Zoltan</aka-name1><aka-name2></aka-name2><aka-name3>Marlowe</aka-name3><type-aka>N</type-aka></aka-list>
<aka-list><aka-name1>Zolti</aka-name1><type-aka>A</type-aka><quality-aka>2</quality-aka></aka-list>
<date-of-birth-list>1960; 1961</date-of-birth-list><nationality-list>Hungary</nationality-list>
<document-list><document-id>Passport HU1234567, issued 2001</document-id></document-list>
<address-list><address>Fo 1, Szeged; Fo 2, Szeged</address></address-list></acount-list>
<acount-list><number-entry>13</number-entry><type-entry>1</type-entry><aka-list><aka-name1>Alder Works</aka-name1><type-aka>N</type-aka></aka-list></acount-list></main>)");
    CHECK(list.id == "ua-sfms");
    REQUIRE(list.entries.size() == 2);
    const ListEntry& person = list.entries[0];
    CHECK(person.kind == EntryKind::person);
    CHECK(names_of(person) == Texts{"Zoltan Marlowe", "Zolti"});
    CHECK(person.names[1].quality == NameQuality::weak_alias);
    CHECK(person.birth_dates == Texts{"1960", "1961"});
    CHECK(person.identifiers == Texts{"HU1234567"});
    CHECK(person.addresses == Texts{"Fo 1, Szeged", "Fo 2, Szeged"});
    CHECK(list.entries[1].kind == EntryKind::unknown);
}

TEST_CASE("Japan's end user list has its headers in two languages and its aliases behind dots") {
    const ListContents list =
        read("eul.csv", "No.,\"国名、地域名\nCountry or Region\",\"企業名、組織名\nCompany or "
                        "Organization\",\"別名\nAlso Known As\",\"懸念区分\nType of WMD\"\n"
                        "1,\"ハンガリー\nHungary\",Alder Works（アルダー・ワークス）,\"・AW\n・A. "
                        "Works\",\"M\"\n"
                        "2,Hungary,Birch Institute,,\"N\"\n");
    CHECK(list.id == "jp-meti-eul");
    REQUIRE(list.entries.size() == 2);
    CHECK(list.entries[0].id == "1");
    CHECK(names_of(list.entries[0]) ==
          Texts{"Alder Works", "アルダー・ワークス", "AW", "A. Works"});
    CHECK(list.entries[0].programmes == Texts{"M"});
    const Texts& countries = list.entries[0].countries;
    CHECK(std::find(countries.begin(), countries.end(), "Hungary") != countries.end());
}

TEST_CASE("lists of Japan's Ministry of Finance stand below their titles, one below the other") {
    const ListContents list = read(
        "mof.csv",
        "テスト（個人）,,,,,\n"
        "告示日付,告示番号,日 本 語 表 記,英 語 表 記,別 名,生 年 月 日\n"
        "2020.1.1,7,ゾルタン・マーロウ,Zoltan MARLOWE,（a）Zolti （b）Z. Marlowe,1960年3月12日\n"
        "2020.1.1,8,ゾーイ,Zoe MARLOWE,不明,不明\n"
        "テスト（団体）,,,,,\n"
        "告示日付,告示番号,日本語表記,英語表記,別名・別称,所在地\n"
        "2020.1.1,9,アルダー,Alder Works,AW; A. Works,\"Fo 1, Szeged\"\n");
    CHECK(list.id == "jp-mof");
    CHECK(list.rejected.empty());
    REQUIRE(list.entries.size() == 3);
    const ListEntry& person = list.entries[0];
    CHECK(person.kind == EntryKind::person);
    CHECK(person.programmes == Texts{"テスト（個人）"});
    CHECK(names_of(person) == Texts{"ゾルタン・マーロウ", "Zoltan MARLOWE", "Zolti", "Z. Marlowe"});
    CHECK(person.birth_dates == Texts{"1960年3月12日"});
    CHECK(names_of(list.entries[1]) == Texts{"ゾーイ", "Zoe MARLOWE"});
    CHECK(list.entries[1].birth_dates.empty());
    CHECK(list.entries[2].kind == EntryKind::organisation);
    CHECK(names_of(list.entries[2]) == Texts{"アルダー", "Alder Works", "AW", "A. Works"});
    CHECK(list.entries[2].addresses == Texts{"Fo 1, Szeged"});
}

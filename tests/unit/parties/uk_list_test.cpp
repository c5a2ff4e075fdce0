#include "temporary_folder.h"

#include <preflag/parties/read_list.h>

#include <doctest/doctest.h>

using namespace preflag;
using preflag::test::TemporaryFolder;

TEST_CASE("a row of the UK's list without a name is no defect when its entry has one elsewhere") {
    const TemporaryFolder folder;
    const ListContents list = read_list(folder.write(
        "UK_Sanctions_List.csv",
        "Report Date: 20-Nov-2026\nUnique ID,Name 6,Name 1,Name type,Regime Name,Address Country\n"
        "IRQ0001,,,,Iraq,Jordan\nIRQ0001,ALDER LTD,,Primary Name,Iraq,Iraq\n"));
    CHECK(list.rejected.empty());
    REQUIRE(list.entries.size() == 1);
    CHECK(list.entries[0].names.size() == 1);
    CHECK(list.entries[0].countries == std::vector<std::string>{"Jordan", "Iraq"});
}

TEST_CASE("an entry of the UK's list that has no name in any row is rejected once") {
    const TemporaryFolder folder;
    const ListContents list = read_list(folder.write(
        "UK_Sanctions_List.csv",
        "Report Date: 20-Nov-2026\nUnique ID,Name 6,Name 1,Name type,Regime Name,Address Country\n"
        "IRQ0001,ALDER LTD,,Primary Name,Iraq,\nIRQ0002,,,,Iraq,\nIRQ0002,,,,Iraq,Jordan\n"));
    CHECK(list.entries.size() == 1);
    REQUIRE(list.rejected.size() == 1);
    CHECK(list.rejected[0].position.line == 4);
    CHECK(list.rejected[0].message == "not read: entry IRQ0002 has no name");
}

TEST_CASE("several numbers and their labels in one cell of the UK's list are told apart") {
    const TemporaryFolder folder;
    const ListContents list = read_list(folder.write(
        "UK_Sanctions_List.csv",
        "Report Date: 20-Nov-2026\nUnique ID,Name 6,Name 1,Name type,Regime Name,Business "
        "registration number (s),IMO number\n"
        "RUS0001,ALDER LTD,,Primary Name,Russia,\"OGRN: 1247700291201\nINN: 9707028664\",\n"
        "RUS0002,BIRCH LTD,,Primary Name,Russia,INN - 5045023417 | 77-31,IMO 9074729\n"
        "RUS0003,CEDAR LTD,,Primary Name,Russia,(1) 12 345 678 of 13/07/1996 (2) AB123456.,\n"));
    using Texts = std::vector<std::string>;
    REQUIRE(list.entries.size() == 3);
    CHECK(list.entries[0].identifiers ==
          Texts{"OGRN: 1247700291201", "1247700291201", "INN: 9707028664", "9707028664"});
    CHECK(list.entries[1].identifiers ==
          Texts{"INN - 5045023417", "5045023417", "77-31", "IMO 9074729", "9074729"});
    CHECK(list.entries[2].identifiers ==
          Texts{"12 345 678 of 13/07/1996", "AB123456.", "AB123456"});
}

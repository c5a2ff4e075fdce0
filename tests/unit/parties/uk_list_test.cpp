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

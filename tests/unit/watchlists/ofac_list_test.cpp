#include "../support/temporary_folder.h"

#include <preflag/watchlists/read_list.h>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace preflag;
using preflag::test::TemporaryFolder;

namespace {

/// The row of sdn.csv for an entry that has nothing but a name, a kind and remarks.
std::string primary_row(std::string_view id, std::string_view name, std::string_view kind,
                        std::string_view remarks) {
    return fmt::format("{},\"{}\",{},\"CYBER2\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"{}\"\r\n", id,
                       name, kind, remarks);
}

/// Entry 41 has the alias ALDER WORKS in the alias file.
std::vector<ListEntry> entries_of(const std::string& primary, const std::string& comments) {
    const TemporaryFolder folder;
    folder.write("alt.csv", "41,7,\"aka\",\"ALDER WORKS\",-0- \r\n");
    folder.write("add.csv", "41,8,\"1 Harbour Road\",\"Basra\",\"Iraq\",-0- \r\n");
    if (!comments.empty())
        folder.write("sdn_comments.csv", comments);
    return read_list(folder.write("sdn.csv", primary)).entries;
}

} // namespace

TEST_CASE("aliases in OFAC's remarks are weak ones, unless the alias file has them, too") {
    const auto entries = entries_of(
        primary_row("41", "ALDER GROUP", "-0- ", "a.k.a. 'HIDDEN ALDER'; a.k.a. 'ALDER WORKS'.") +
            primary_row("42", "MARLOW, Peter", "\"individual\"", "f.k.a. 'AL-SA'ID, Pete'."),
        "");
    REQUIRE(entries.size() == 2);
    REQUIRE(entries[0].names.size() == 3);
    CHECK(entries[0].names[1].text == "ALDER WORKS");
    CHECK(entries[0].names[1].quality == NameQuality::alias);
    CHECK(entries[0].names[2].text == "HIDDEN ALDER");
    CHECK(entries[0].names[2].quality == NameQuality::weak_alias);
    REQUIRE(entries[1].names.size() == 2);
    CHECK(entries[1].names[1].text == "Pete AL-SA'ID");
}

TEST_CASE("OFAC's comments go on with the remarks in the middle of a word") {
    const std::string filler(977, 'x');
    const auto entries = entries_of(
        primary_row("41", "ALDER GROUP", "-0- ", filler + "; a.k.a. 'SNOWY ALDERSJO") +
            primary_row("42", "BIRCH GROUP", "-0- ", filler + "; a.k.a. 'SNOWY BIRCHES") +
            primary_row("43", "CEDAR GROUP", "-0- ", "a.k.a. 'SNOWY"),
        "41,\"HN'; Linked To: BIRCH GROUP.\"\r\n42,\" WORKS'.\"\r\n43,\"CEDAR'.\"\r\n");
    REQUIRE(entries.size() == 3);
    CHECK(entries[0].names.back().text == "SNOWY ALDERSJOHN");
    CHECK(entries[1].names.back().text == "SNOWY BIRCHES WORKS");
    CHECK(entries[2].names.back().text == "SNOWY CEDAR");
}

TEST_CASE("numbers in OFAC's remarks are read behind their labels, as far as they go") {
    const auto entries = entries_of(
        primary_row("41", "MARLOW, Peter", "\"individual\"",
                    "DOB 12 Mar 1960; alt. DOB 1961; Passport B 960781 (Iran) issued 12 Mar 2001; "
                    "alt. Passport D000123, Diplomatic (Syria); Cedula No. V-8348 (Venezuela); "
                    "Passport unknown; Executive Order 13662 Directive Determination.") +
            primary_row("42", "ALDER LTD", "-0- ",
                        "NIT # 800146-7 (Colombia); Folio Mercantil No. 3439 issued 14 Dec 2005; "
                        "V.A.T. Number BG 1210; C.R. No. 664 expires 2027; RUC # 2010; "
                        "Unified Social Credit Code (USCC) 91222401MA.") +
            primary_row("43", "BLUE HERON", "\"vessel\"",
                        "Vessel Registration Identification IMO 9074729; MMSI 572469."),
        "");
    REQUIRE(entries.size() == 3);
    using Texts = std::vector<std::string>;
    CHECK(entries[0].identifiers == Texts{"B 960781", "D000123", "V-8348"});
    CHECK(entries[0].birth_dates == Texts{"12 Mar 1960", "1961"});
    CHECK(entries[1].identifiers ==
          Texts{"800146-7", "3439", "BG 1210", "664", "2010", "91222401MA"});
    CHECK(entries[2].identifiers == Texts{"IMO 9074729", "572469"});
}

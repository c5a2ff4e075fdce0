#include "../../support/source_dir.h"
#include "../support/shipped_parties.h"
#include "../support/temporary_folder.h"

#include <preflag/base/error.h>
#include <preflag/watchlists/index/compiled_file.h>
#include <preflag/watchlists/party_search.h>
#include <preflag/watchlists/read_list.h>

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace preflag;
using namespace preflag::parties_test;
using preflag::test::list_of;
using preflag::test::TemporaryFolder;

namespace {

const std::vector<std::filesystem::path> rules{preflag::test::source_dir() + "/rules"};

constexpr const char* own_list = "id: house\ndate: 2026-11-20\nentries:\n"
                                 "  - {id: A1, name: Zoltan Marlowe, countries: [HU], birth-dates: "
                                 "['1960'], identifiers: [HU12345678],"
                                 " weak-aliases: [Zolti Harmat], programmes: [TEST]}\n"
                                 "  - {id: A2, name: Blue Heron Chemtrade, countries: [Iran], "
                                 "addresses: ['1 Azadi Square, Tehran']}\n"
                                 "  - {id: A3, name: Blue Heron, kind: vessel}\n";

std::string slurp(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("country, date of birth and address raise or lower a score and say so") {
    const TemporaryFolder folder;
    const Watchlists lists =
        Watchlists::load({folder.write("own.yaml", own_list)}, shipped_parties());
    NameMemory memory;
    PartySearch search(lists, memory);
    const auto plain = search.search({"Zoltan Marlow", "", "", "", ""});
    REQUIRE(plain.size() == 1);
    CHECK(plain[0].adjustments.empty());
    const auto same = search.search({"Zoltan Marlow", "", "Hungary", "1960-05-01", ""});
    REQUIRE(same.size() == 1);
    CHECK(same[0].score > plain[0].score);
    CHECK(same[0].adjustments.size() == 2);
    CHECK(search.search({"Zoltan Marlow", "", "FR", "1985", ""}).empty());
    const auto place = search.search({"Blue Heron Chemtrade", "12 Azadi St", "IR", "", ""});
    REQUIRE(!place.empty());
    CHECK(place[0].adjustments.size() == 2);
    CHECK(memory.size() == 2);
}

TEST_CASE("dates of birth without a year say nothing, and a range holds its years") {
    const TemporaryFolder folder;
    const auto path =
        folder.write("born.yaml", "id: born\ndate: 2026-11-20\nentries:\n"
                                  "  - {name: Zoltan Marlowe, birth-dates: ['15/08/19yy']}\n"
                                  "  - {name: Anselm Quillfeather, birth-dates: ['15/08/19yy', "
                                  "'1931', '1957 to 1962']}\n");
    const Watchlists lists = Watchlists::load({path}, shipped_parties());
    NameMemory memory;
    PartySearch search(lists, memory);
    const auto unknown = search.search({"Zoltan Marlowe", "", "", "1960", ""});
    REQUIRE(unknown.size() == 1);
    CHECK(unknown[0].adjustments.empty());
    const auto within = search.search({"Anselm Quillfeather", "", "", "3 May 1960", ""});
    REQUIRE(within.size() == 1);
    REQUIRE(within[0].adjustments.size() == 1);
    CHECK(within[0].adjustments[0].reason == "the entry was born in 1957 to 1962");
    const auto outside = search.search({"Anselm Quillfeather", "", "", "1963", ""});
    REQUIRE(outside.size() == 1);
    CHECK(outside[0].adjustments[0].reason == "the entry was born in 1931, not 1963");
}

TEST_CASE("an identifier finds its entry whatever the name, and a wrong one does not") {
    const TemporaryFolder folder;
    const Watchlists lists =
        Watchlists::load({folder.write("own.yaml", own_list)}, shipped_parties());
    NameMemory memory;
    PartySearch search(lists, memory);
    const auto found = search.search({"Quite Other Ltd", "", "", "", "HU-1234 5678"});
    REQUIRE(found.size() == 1);
    CHECK(found[0].by_identifier);
    CHECK(search.search({"Quite Other Ltd", "", "", "", "HU12345679"}).empty());
}

TEST_CASE("a ship's number is the same with and without its label") {
    const TemporaryFolder folder;
    const auto path =
        folder.write("ships.yaml", "id: ships\ndate: 2026-11-20\nentries:\n"
                                   "  - {name: Blue Heron, identifiers: [IMO9074729]}\n"
                                   "  - {name: Grey Gull, identifiers: ['9319466']}\n");
    const Watchlists lists = Watchlists::load({path}, shipped_parties());
    NameMemory memory;
    PartySearch search(lists, memory);
    for (const char* number : {"9074729", "IMO 9074729", "imo9319466"})
        CHECK(search.search({"Quite Other Ltd", "", "", "", number}).size() == 1);
}

TEST_CASE("a weak alias needs support to be a match at the same likeness") {
    const TemporaryFolder folder;
    const Watchlists lists =
        Watchlists::load({folder.write("own.yaml", own_list)}, shipped_parties());
    NameMemory memory;
    PartySearch search(lists, memory);
    const auto exact = search.search({"Zolti Harmat", "", "", "", ""});
    REQUIRE(exact.size() == 1);
    CHECK(exact[0].score == doctest::Approx(0.92));
    CHECK(search.search({"Zolt Harmat", "", "FR", "", ""}).empty());
}

TEST_CASE("an explanation names aligned words and what is left over") {
    const TemporaryFolder folder;
    const Watchlists lists =
        Watchlists::load({folder.write("own.yaml", own_list)}, shipped_parties());
    NameMemory memory;
    PartySearch search(lists, memory);
    const auto found = search.search({"Blue Herron Chem Trade Quuxol", "", "", "", ""});
    REQUIRE(!found.empty());
    const auto sentences = sentences_of(search.explain(found[0]));
    REQUIRE(sentences.size() == 4);
    CHECK(sentences[0] == "\"blue\" in both");
    CHECK(sentences[1] == "\"herron\" is a spelling of \"heron\"");
    CHECK(sentences[2] == "\"chem trade\" is \"chemtrade\" joined or split");
    CHECK(sentences[3] == "only in the party's name: \"quuxol\"");
}

TEST_CASE("a compiled file answers like the list and is refused when anything has changed") {
    const TemporaryFolder folder;
    const auto path = folder.write("own.yaml", own_list);
    const NameVocabulary& words = shipped_words();
    CHECK_FALSE(load_compiled_file(path, words));
    const ListContents contents = read_list(path);
    write_compiled_file(contents, CompiledList::compile(contents, words), words);
    const auto list = load_compiled_file(path, words);
    REQUIRE(list);
    CHECK(list->use.entries == 3);
    CHECK(list->compiled.id(1) == "A2");
    const Watchlists lists = Watchlists::load({path}, shipped_parties());
    CHECK(lists.lists()[0].use.from_compiled_file);
    NameMemory memory;
    CHECK(PartySearch(lists, memory).search({"Zoltan Marlow", "", "", "", ""}).size() == 1);

    const std::string bytes = slurp(compiled_path(path));
    for (const std::size_t at :
         {std::size_t{3}, std::size_t{40}, bytes.size() / 2, bytes.size() - 1}) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        folder.write("own.yaml.compiled", damaged);
        CHECK_FALSE(load_compiled_file(path, words));
    }
    folder.write("own.yaml.compiled", bytes.substr(0, bytes.size() - 5));
    CHECK_FALSE(load_compiled_file(path, words));
    folder.write("own.yaml.compiled", bytes);
    CHECK(load_compiled_file(path, words));
    folder.write("own.yaml", std::string(own_list) + "  - Another\n");
    CHECK_FALSE(load_compiled_file(path, words));
}

TEST_CASE("a list with rejected rows is not compiled to a file") {
    const ListContents contents = list_of("own.csv", "name,id\nAlder,1\nBirch\n");
    const NameVocabulary& words = shipped_words();
    CHECK_THROWS_AS(write_compiled_file(contents, CompiledList::compile(contents, words), words),
                    InputError);
}

TEST_CASE("a least score that the search cannot honour is an error") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path_of("parties"));
    std::string text = slurp(rules[0] / "parties" / "matching.yaml");
    text.replace(text.find("least-score: 0.80"), 17, "least-score: 0.70");
    folder.write("parties/matching.yaml", text);
    CHECK_THROWS_AS(read_or_throw(read_matching_settings, RuleFiles::read({folder.path_of("")})),
                    MalformedFile);
}

TEST_CASE("of equal scores the entry comes first that has the party's country") {
    const TemporaryFolder folder;
    const auto path =
        folder.write("two.csv", "id,name,country\n1,Alder Works,\n2,Alder Works,IR\n");
    const Watchlists lists = Watchlists::load({path}, shipped_parties());
    NameMemory memory;
    PartySearch search(lists, memory);
    const auto found = search.search({"Alder Works", "", "IR", "", ""});
    REQUIRE(found.size() == 2);
    CHECK(found[0].score == found[1].score);
    CHECK(lists.lists()[0].compiled.id(found[0].entry) == "2");
}

TEST_CASE("a name with its address in one cell is found by the name, and says which part it was") {
    const TemporaryFolder folder;
    const auto path = folder.write("own.csv", "id,name,kind,identifier\n1,Alder Air,organisation,\n"
                                              "2,Birch Star,vessel,IMO 9074729\n");
    const Watchlists lists = Watchlists::load({path}, shipped_parties());
    NameMemory memory;
    PartySearch search(lists, memory);
    const auto found = search.search({"ALDER AIR, 2 Rue de la Paix, Geneva", "", "", "", ""});
    REQUIRE(found.size() == 1);
    CHECK(found[0].party_name == "ALDER AIR");
    CHECK(search.search({"Cedar Ltd, 12 Alder Air Road, Geneva", "", "", "", ""}).empty());
    const auto ship = search.search({"MV Cedar (IMO 9074729)", "", "", "", ""});
    REQUIRE(ship.size() == 1);
    CHECK(ship[0].by_identifier);
    // A firm is no vessel.
    const auto plain = search.search({"Birch Star", "", "", "", ""});
    const auto firm = search.search({"Birch Star Inc.", "", "", "", ""});
    REQUIRE(plain.size() == 1);
    REQUIRE(firm.size() == 1);
    CHECK(firm[0].score < plain[0].score);
}

#include "../support/shipped_parties.h"
#include "../support/temporary_folder.h"

#include <preflag/screening/watchlist_findings.h>

#include <doctest/doctest.h>

using namespace preflag;
using preflag::test::TemporaryFolder;

namespace {

constexpr const char* own_list = "id: house\ndate: 2026-11-20\nentries:\n"
                                 "  - {id: 'A 1/x', name: Zoltan Marlowe, countries: [HU],"
                                 " identifiers: [HU12345678], programmes: [TEST]}\n"
                                 "  - {id: A2, name: Blue Heron Chemtrade}\n";

Watchlists load(const TemporaryFolder& folder) {
    return Watchlists::load({folder.write("own.yaml", own_list)},
                            preflag::parties_test::shipped_parties());
}

} // namespace

TEST_CASE("each party of a line is looked up, and an entry is found once with all its evidence") {
    const TemporaryFolder folder;
    const Watchlists lists = load(folder);
    ListedParties parties(lists);
    WatchlistFindings watchlists(parties);
    FieldValues line;
    line.set(Field::consignee, "Alder Works Ltd");
    line.set(Field::notify_party, "Zoltan Marlow");
    line.set(Field::shipper, "Blue Heron Chem Trade LLC");
    line.set(Field::payer, "MARLOWE, Zoltan");
    const auto findings = watchlists.find(line);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].rule_id() == "watchlist/house/A-1-x");
    CHECK(findings[0].outcome == Outcome::watchlist);
    REQUIRE(findings[0].evidence.size() == 2);
    CHECK(findings[0].evidence[0].field == Field::notify_party);
    CHECK(findings[0].evidence[1].field == Field::payer);
    CHECK(findings[0].message.starts_with(
        "notify party \"Zoltan Marlow\" is taken for \"Zoltan Marlowe\""));
    CHECK(findings[0].citation() == "TEST");
    CHECK(findings[1].rule_id() == "watchlist/house/A2");
    CHECK(parties.names().size() == 4);
}

TEST_CASE("a consignee's identifier finds its entry and is the evidence") {
    const TemporaryFolder folder;
    const Watchlists lists = load(folder);
    ListedParties parties(lists);
    WatchlistFindings watchlists(parties);
    FieldValues line;
    line.set(Field::consignee, "Quite Other Ltd");
    line.set(Field::consignee_identifier, "HU-12345678");
    const auto findings = watchlists.find(line);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].evidence[0].text == "HU-12345678");
    CHECK(findings[0].score == lists.settings().identifier_points);
}

TEST_CASE("a line without parties and one with harmless parties find nothing") {
    const TemporaryFolder folder;
    const Watchlists lists = load(folder);
    ListedParties parties(lists);
    WatchlistFindings watchlists(parties);
    FieldValues line;
    CHECK(watchlists.find(line).empty());
    line.set(Field::consignee, "General Trading LLC");
    CHECK(watchlists.find(line).empty());
}

TEST_CASE("lists that are searched as they should be miss no canary") {
    const TemporaryFolder folder;
    CHECK(missed_list_canaries(load(folder)).empty());
}

#include "../support/temporary_folder.h"

#include <doctest/doctest.h>

using namespace preflag;
using preflag::test::list_of;

namespace {

std::vector<std::string> names_of(const ListEntry& entry) {
    std::vector<std::string> names;
    for (const ListName& name : entry.names)
        names.push_back(name.text);
    return names;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("successors and sub-units are no part of a name of the Consolidated Screening List") {
    const ListContents csv = list_of(
        "csl.csv", "source,type,name,alt_names\n"
                   "ISN,,\"Alder Import Co; And any Successor, sub-unit, or subsidiary thereof\",\n"
                   "ISN,,\"Birch Academy (BA), and its sub-units and successors\",\n"
                   "ISN,,Cedar Ltd and any successor,\n"
                   "ISN,,Dogwood and Successors,\n");
    REQUIRE(csv.entries.size() == 4);
    CHECK(names_of(csv.entries[0]) == Texts{"Alder Import Co"});
    CHECK(names_of(csv.entries[1]) == Texts{"Birch Academy (BA)"});
    CHECK(names_of(csv.entries[2]) == Texts{"Cedar Ltd"});
    CHECK(names_of(csv.entries[3]) == Texts{"Dogwood and Successors"});
    const ListContents json = list_of(
        "csl.json", R"([{"source": "ISN", "name": "Alder Works, and any successor thereof"}])");
    CHECK(names_of(json.entries[0]) == Texts{"Alder Works"});
}

TEST_CASE("several aliases in one text are split, and the last one loses its \"and\"") {
    const ListContents csv =
        list_of("csl.csv", "source,type,name,alt_names\n"
                           "Entity List,,Alder Works,AW; Alder W; and Alder Plant\n"
                           "Entity List,,Birch Ltd,and Birch\n");
    CHECK(names_of(csv.entries[0]) == Texts{"Alder Works", "AW", "Alder W", "Alder Plant"});
    CHECK(names_of(csv.entries[1]) == Texts{"Birch Ltd", "and Birch"});
    const ListContents json =
        list_of("csl.json", R"([{"source": "Entity List", "type": "Individual",
        "name": "MARLOW, Peter", "alt_names": ["MARLOW, Pete; and Petrus", "QUILL, Anselm"]}])");
    CHECK(names_of(json.entries[0]) ==
          Texts{"Peter MARLOW", "Pete MARLOW", "Petrus", "Anselm QUILL"});
}

TEST_CASE("an ISN entry of the Consolidated Screening List's json has its country") {
    const ListContents json =
        list_of("csl.json", R"([{"source": "ISN", "name": "Alder Works", "country": "CN"}])");
    CHECK(json.entries[0].countries == Texts{"CN"});
}

TEST_CASE("the Consolidated Screening List's json is as old as the newest list in it") {
    const auto date_of = [](const std::string& envelope) {
        const std::string text =
            envelope + R"("results": [{"source": "ISN", "name": "Example Trading"}]})";
        const ListContents list = list_of("csl.json", text);
        return list.date_source == DateSource::list ? to_string(*list.date) : "none";
    };
    CHECK(date_of(R"({"search_performed_at": "2026-11-22T04:05:06.789+00:00", "sources_used": [
        {"source": "ISN", "source_last_updated": "2026-10-05T04:00:00+00:00"},
        {"source": "SDN", "source_last_updated": "2026-11-20T04:00:00+00:00"},
        {"source": "DPL", "source_last_updated": null}],)") == "2026-11-20");
    CHECK(date_of(R"({"search_performed_at": "2026-11-22T04:05:06.789+00:00",
        "sources_used": [{"source": "ISN", "source_last_updated": null}],)") == "2026-11-22");
    CHECK(date_of(R"({"search_performed_at": "soon",)") == "none");
}

TEST_CASE("a page of the Consolidated Screening List's json is not the whole list") {
    const auto gaps_with = [](const std::string& total) {
        const std::string text = "{\"total\": " + total + R"(,
            "results": [{"id": "7", "source": "ISN", "name": "Example Trading"},
                        {"id": "7", "source": "Entity List", "name": "Example Trading Ltd"}]})";
        const ListContents list = list_of("csl.json", text);
        CHECK(list.entries.size() == 1);
        return list.gaps;
    };
    const auto gaps = gaps_with("3");
    REQUIRE(gaps.size() == 1);
    CHECK(gaps[0].message == "the list says that it has 3 records, but 2 stand in the file");
    CHECK(gaps[0].position.line == 1);
    CHECK(gaps_with("2").empty());
    CHECK(gaps_with("null").empty());
}

TEST_CASE("directives and dates among the numbers of the Consolidated Screening List are none") {
    const ListContents csv = list_of(
        "csl.csv", "source,type,name,alt_names,ids\n"
                   "SSI,Entity,Example Trading,,\"Subject to Directive 1, Executive Order 13662 "
                   "Directive Determination -; US, 80-1234567, Tax ID No.; 16 Jan 2017, "
                   "Organization Established Date\"\n");
    CHECK(csv.entries[0].identifiers == Texts{"80-1234567"});
    const ListContents json =
        list_of("csl.json", R"([{"source": "SSI", "name": "Example Trading", "ids": [
        {"type": "Executive Order 13662 Directive Determination -",
         "number": "Subject to Directive 1"},
        {"type": "Organization Established Date", "number": "2017-01-16"},
        {"type": null, "number": "31 CFR 500.1 of the Sanctions Regulations"},
        {"type": "Tax ID No.", "number": "80-1234567", "country": "US"}]}])");
    CHECK(json.entries[0].identifiers == Texts{"80-1234567"});
}

// How many ordinary names are taken for entries of a list.
//
//   preflag_name_alarms [--show | --explain] LIST NAMES
//
// NAMES has one name a line. Prints how many are flagged at the shipped threshold, with --show each
// of them with the best entry, with --explain also why. Status 2 when a file cannot be read.

#include "party_tables.h"

#include <preflag/base/error.h>
#include <preflag/watchlists/party_search.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <fstream>
#include <string>
#include <vector>

using namespace preflag;

namespace {

void count_alarms(const std::string& names, const Watchlists& lists, bool shows, bool explains) {
    NameMemory memory;
    PartySearch search(lists, memory);
    std::ifstream file(names);
    std::size_t asked = 0;
    std::size_t flagged = 0;
    for (std::string name; std::getline(file, name); ++asked) {
        const auto matches = search.search({name, {}, {}, {}, {}});
        flagged += matches.empty() ? 0 : 1;
        if (shows && !matches.empty())
            fmt::print("  {:.3f}  {} | {}\n", matches.front().score, name,
                       lists.lists()[0].compiled.name_text(matches.front().name));
        if (explains && !matches.empty())
            fmt::print("         {}\n",
                       fmt::join(sentences_of(search.explain(matches.front())), "; "));
    }
    fmt::print("{} of {} names flagged\n", flagged, asked);
}

} // namespace

int main(int argc, char** argv) {
    std::vector<std::string> words(argv + 1, argv + argc);
    const bool explains = !words.empty() && words.front() == "--explain";
    const bool shows = explains || (!words.empty() && words.front() == "--show");
    if (shows)
        words.erase(words.begin());
    if (words.size() != 2)
        return 2;
    try {
        const test::PartyTables tables;
        const Watchlists lists = Watchlists::load({words[0]}, tables.knowledge());
        count_alarms(words[1], lists, shows, explains);
    } catch (const Error& error) {
        fmt::print("{}\n", error.what());
        return 2;
    }
    return 0;
}

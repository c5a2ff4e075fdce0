#include <preflag/screening/listed_parties.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

Rule rule_for(const Watchlists::List& list) {
    Rule rule;
    rule.id = "watchlist/" + list.use.id;
    rule.regime = "watchlist";
    rule.list = list.use.id;
    rule.outcome = Outcome::watchlist;
    return rule;
}

} // namespace

ListedParties::ListedParties(const Watchlists& lists) : lists_(lists) {
    for (const Watchlists::List& list : lists.lists())
        rules_.push_back(rule_for(list));
}

std::vector<std::string> missed_list_canaries(const Watchlists& watchlists) {
    NameMemory memory;
    PartySearch search(watchlists, memory);
    std::vector<std::string> missed;
    for (std::uint32_t i = 0; i < watchlists.lists().size(); ++i) {
        const CompiledList& list = watchlists.lists()[i].compiled;
        const auto entries = static_cast<std::uint32_t>(list.entry_count());
        for (const std::uint32_t entry : {0U, entries / 2, entries - 1}) {
            const std::string_view name = list.name_text(list.first_name(entry));
            if (list.kind(entry) == EntryKind::vessel || list.kind(entry) == EntryKind::aircraft)
                continue;
            const auto found = search.search({name, {}, {}, {}, {}});
            if (std::none_of(found.begin(), found.end(), [&](const PartyMatch& match) {
                    return match.list == i && match.entry == entry;
                }))
                missed.push_back(fmt::format("the entry \"{}\" of {} is not found by its own name",
                                             name, watchlists.lists()[i].use.id));
        }
    }
    return missed;
}

} // namespace preflag

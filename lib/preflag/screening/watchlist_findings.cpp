#include <preflag/screening/watchlist_findings.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace preflag {

namespace {

struct PartyFields {
    Field name;
    std::optional<Field> address, country, identifier;
};

constexpr std::array party_fields{
    PartyFields{Field::consignee, Field::consignee_address, Field::consignee_country,
                Field::consignee_identifier},
    PartyFields{Field::notify_party, Field::notify_party_address, {}, {}},
    PartyFields{Field::end_user, {}, {}, {}},
    PartyFields{Field::payer, {}, {}, {}},
    PartyFields{Field::shipper, Field::shipper_address, Field::shipper_country, {}},
    PartyFields{Field::carrier, {}, {}, {}}};

std::string_view value_of(const FieldValues& line, const std::optional<Field>& field) {
    return field ? line[*field] : std::string_view{};
}

/// "notify party".
std::string role_of(Field field) {
    std::string role(field_name(field));
    std::replace(role.begin(), role.end(), '-', ' ');
    return role;
}

Evidence evidence_of(Field field, std::string_view text) {
    Evidence evidence;
    evidence.kind = EvidenceKind::name;
    evidence.field = field;
    evidence.text = text;
    evidence.length = text.size();
    return evidence;
}

std::string signed_amount(double amount) {
    return fmt::format("{}{:.2f}", amount < 0 ? "-" : "+", amount < 0 ? -amount : amount);
}

} // namespace

Finding WatchlistFindings::finding_of(Field name, const PartyMatch& match,
                                      const PartyFacts& facts) {
    const Watchlists::List& list = watchlists_.lists()[match.list];
    const CompiledList& compiled = list.compiled;
    const auto programmes = compiled.programmes(match.entry);
    Finding finding;
    finding.rule = fmt::format("watchlist/{}/{}", list.use.id, entry_key(compiled.id(match.entry)));
    finding.regime = "watchlist";
    finding.list = list.use.id;
    finding.outcome = Outcome::watchlist;
    finding.score = match.points;
    finding.measured = fmt::format("{:.2f}", match.score);
    finding.message = fmt::format("{} \"{}\" is taken for \"{}\", {} {} of {}, score {:.2f}",
                                  role_of(name), match.party_name, compiled.name_text(match.name),
                                  name_of(compiled.kind(match.entry)), compiled.id(match.entry),
                                  list.use.id, match.score);
    std::string why;
    if (!match.by_identifier)
        for (const std::string& sentence : sentences_of(search_.explain(match)))
            why += (why.empty() ? ": " : "; ") + sentence;
    for (const ScoreAdjustment& adjustment : match.adjustments)
        why += fmt::format("{}{} ({})", why.empty() ? ": " : "; ", adjustment.reason,
                           signed_amount(adjustment.amount));
    finding.message += why;
    finding.citation = fmt::format("{}", fmt::join(programmes, "; "));
    finding.would_settle = "a date of birth, an identifier or an address of the party would tell "
                           "whether it is the entry";
    finding.evidence.push_back(
        evidence_of(name, match.by_identifier ? facts.identifier : facts.name));
    return finding;
}

void WatchlistFindings::find_party(const FieldValues& line, Field name, const PartyFacts& facts,
                                   std::vector<Finding>& findings) {
    for (const PartyMatch& match : search_.search(facts)) {
        Finding finding = finding_of(name, match, facts);
        const auto [known, is_new] = places_.try_emplace(finding.rule, findings.size());
        if (is_new)
            findings.push_back(std::move(finding));
        else
            findings[known->second].evidence.push_back(evidence_of(name, line[name]));
    }
}

std::vector<Finding> WatchlistFindings::find(const FieldValues& line) {
    std::vector<Finding> findings;
    places_.clear();
    for (const PartyFields& fields : party_fields) {
        PartyFacts facts;
        facts.name = line[fields.name];
        facts.address = value_of(line, fields.address);
        facts.country = value_of(line, fields.country);
        facts.identifier = value_of(line, fields.identifier);
        if (!facts.name.empty() || !facts.identifier.empty())
            find_party(line, fields.name, facts, findings);
    }
    return findings;
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

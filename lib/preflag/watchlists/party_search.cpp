#include <preflag/base/text.h>
#include <preflag/names/cell/other_readings.h>
#include <preflag/names/cell/party_cell.h>
#include <preflag/watchlists/birth_years.h>
#include <preflag/watchlists/party_search.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

/// A word of both addresses, five letters or more.
std::string common_word(std::string_view left, std::string_view right) {
    constexpr std::size_t least = 5;
    const auto other = folded_words(right);
    for (const std::string& word : folded_words(left))
        if (word.size() >= least && std::find(other.begin(), other.end(), word) != other.end())
            return word;
    return {};
}

/// What beside the name speaks for a match, less what speaks against it; a score of 1 hides it.
double support_of(const PartyMatch& match) {
    double support = 0;
    for (const ScoreAdjustment& adjustment : match.adjustments)
        support += adjustment.amount;
    return support;
}

bool is_better(const PartyMatch& left, const PartyMatch& right) {
    if (left.by_identifier != right.by_identifier)
        return left.by_identifier;
    if (left.score != right.score)
        return left.score > right.score;
    if (const double own = support_of(left), other = support_of(right); own != other)
        return own > other;
    if (left.list != right.list)
        return left.list < right.list;
    return left.entry != right.entry ? left.entry < right.entry : left.name < right.name;
}

/// The best match of each entry, best first.
void keep_best(std::vector<PartyMatch>& matches) {
    const auto entry_of = [](const PartyMatch& match) {
        return std::pair(match.list, match.entry);
    };
    std::stable_sort(matches.begin(), matches.end(),
                     [&](const PartyMatch& left, const PartyMatch& right) {
                         return entry_of(left) != entry_of(right) ? entry_of(left) < entry_of(right)
                                                                  : is_better(left, right);
                     });
    matches.erase(std::unique(matches.begin(), matches.end(),
                              [&](const PartyMatch& left, const PartyMatch& right) {
                                  return entry_of(left) == entry_of(right);
                              }),
                  matches.end());
    std::stable_sort(matches.begin(), matches.end(), is_better);
}

/// Of what was cut out of a cell, words that many names share say nothing, and one well-known name
/// is half of a person's ("Thomas Santos" is none of Santos).
bool says_something(const ReadName& name) {
    std::size_t known = 0;
    for (const ReadName::Word& word : name.words) {
        if (word.word_class == WordClass::ordinary)
            return true;
        known += word.word_class == WordClass::common ? 1 : 0;
    }
    return known > 1 || (known == 1 && name.words.size() > 1);
}

/// "S.V."
bool has_joined_letters(std::string_view text) {
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        // A letter may have two bytes.
        const std::size_t next = text[i] == '.' ? i + 1 : text.size();
        const std::size_t end = next < text.size() && static_cast<unsigned char>(text[next]) >= 0x80
                                    ? next + 2
                                    : next + 1;
        if (end < text.size() && text[next] != ' ' && text[end] == '.')
            return true;
    }
    return false;
}

/// What the words that are left out of a name say that it is of.
EntryKind written_kind(const ReadName& name) {
    if (name.has_legal_form)
        return EntryKind::organisation;
    if (name.has_craft_title)
        return EntryKind::vessel;
    return name.has_title ? EntryKind::person : EntryKind::unknown;
}

void add(PartyMatch& match, double amount, std::string reason) {
    if (amount == 0)
        return;
    match.score += amount;
    match.adjustments.push_back({std::move(reason), amount});
}

} // namespace

PartySearch::PartySearch(const Watchlists& watchlists, NameMemory& memory)
    : watchlists_(watchlists), memory_(memory), least_hit_(watchlists.settings().least_hit()),
      reader_(watchlists.words(), NameReader::Purpose::query) {
    for (const Watchlists::List& list : watchlists.lists())
        searches_.emplace_back(list.compiled, watchlists.words(),
                               watchlists.settings().least_evidence);
}

void PartySearch::ask(std::string_view cell, const NameReading& reading,
                      NameReader::Letters letters, NameMemory::Answer& answer) {
    const ReadName& read = reader_.read(reading.text, letters);
    if (reading.is_part && !says_something(read))
        return;
    NameMemory::NamedHit named;
    named.begin = static_cast<std::uint32_t>(reading.text.data() - cell.data());
    named.length = static_cast<std::uint32_t>(reading.text.size());
    named.is_part = reading.is_part;
    named.letters = letters;
    named.party_kind = written_kind(read);
    ask(named, read, answer);
    if (letters != NameReader::Letters::joined)
        return;
    named.is_part = true; // it must match better than a name as it is written
    for (const std::string& other : other_readings(reading.text, watchlists_.words())) {
        ++named.other_reading;
        ask(named, reader_.read(other), answer);
    }
}

void PartySearch::ask(NameMemory::NamedHit named, const ReadName& read,
                      NameMemory::Answer& answer) {
    for (named.list = 0; named.list < searches_.size(); ++named.list)
        for (const ListHit& hit : searches_[named.list].search(read)) {
            named.hit = hit;
            if (hit.score >= least_hit_)
                answer.hits.push_back(named);
        }
}

void PartySearch::ask(std::string_view cell, NameMemory::Answer& answer) {
    const PartyCell read_cell = read_party_cell(cell, watchlists_.words());
    answer.numbers.assign(read_cell.numbers.begin(), read_cell.numbers.end());
    for (const NameReading& reading : read_cell.readings) {
        ask(cell, reading, NameReader::Letters::joined, answer);
        if (has_joined_letters(reading.text))
            ask(cell, reading, NameReader::Letters::apart, answer);
    }
    answer.hits.shrink_to_fit();
    memory_.charge(cell, answer);
}

void PartySearch::adjust_by_country(PartyMatch& match, const PartyFacts& facts) const {
    if (facts.country.empty())
        return;
    const MatchingSettings& settings = watchlists_.settings();
    const auto country = watchlists_.countries().code_of(facts.country);
    const std::vector<std::string> countries = countries_of(match);
    if (!country || countries.empty())
        return;
    if (std::find(countries.begin(), countries.end(), *country) != countries.end())
        add(match, settings.same_country, fmt::format("the entry has the country {}", *country));
    else
        add(match, settings.other_country,
            fmt::format("the entry has the country {}, not {}", fmt::join(countries, ", "),
                        *country));
}

std::vector<std::string> PartySearch::countries_of(const PartyMatch& match) const {
    std::vector<std::string> codes;
    for (const std::string_view text :
         watchlists_.lists()[match.list].compiled.countries(match.entry))
        if (const auto code = watchlists_.countries().code_of(text);
            code && std::find(codes.begin(), codes.end(), *code) == codes.end())
            codes.push_back(*code);
    return codes;
}

void PartySearch::adjust_by_address(PartyMatch& match, const PartyFacts& facts) const {
    if (facts.address.empty())
        return;
    const CompiledList& list = watchlists_.lists()[match.list].compiled;
    for (const std::string_view address : list.addresses(match.entry)) {
        const std::string word = common_word(facts.address, address);
        if (word.empty())
            continue;
        add(match, watchlists_.settings().same_address,
            fmt::format("\"{}\" stands in both addresses", word));
        break;
    }
}

void PartySearch::adjust_by_birth(PartyMatch& match, const PartyFacts& facts) const {
    const MatchingSettings& settings = watchlists_.settings();
    const auto own = birth_years(facts.birth_date);
    if (!own)
        return;
    const auto dates = watchlists_.lists()[match.list].compiled.birth_dates(match.entry);
    const auto listed = nearest_birth_years(dates, own->first);
    if (!listed)
        return;
    if (listed->hold(own->first))
        add(match, settings.same_birth_date,
            fmt::format("the entry was born in {}", to_string(*listed)));
    else
        add(match, settings.other_birth_date,
            fmt::format("the entry was born in {}, not {}", to_string(*listed), own->first));
}

/// A firm is no vessel and no person, a vessel no firm.
void PartySearch::adjust_by_kind(PartyMatch& match, EntryKind party_kind) const {
    const MatchingSettings& settings = watchlists_.settings();
    const EntryKind kind = watchlists_.lists()[match.list].compiled.kind(match.entry);
    const bool is_craft = kind == EntryKind::vessel || kind == EntryKind::aircraft;
    const bool is_known = party_kind != EntryKind::unknown && kind != EntryKind::unknown;
    const bool is_other = party_kind == EntryKind::vessel ? !is_craft : party_kind != kind;
    if (is_known && is_other)
        add(match, settings.other_kind,
            fmt::format("the entry is a {}, the party is written as a {}", name_of(kind),
                        name_of(party_kind)));
    else if (is_craft && party_kind == EntryKind::unknown)
        add(match, settings.craft, fmt::format("the entry is a {}", name_of(kind)));
}

void PartySearch::adjust(PartyMatch& match, const PartyFacts& facts, EntryKind party_kind) const {
    const MatchingSettings& settings = watchlists_.settings();
    const CompiledList& list = watchlists_.lists()[match.list].compiled;
    match.score = match.name_score;
    if (list.name(match.name).quality == NameQuality::weak_alias)
        add(match, settings.weak_alias, "the publisher marks the alias as weak");
    adjust_by_kind(match, party_kind);
    adjust_by_country(match, facts);
    adjust_by_address(match, facts);
    adjust_by_birth(match, facts);
    match.score = std::min(match.score, 1.0);
    match.points = settings.points_of(match.score);
}

double PartySearch::most_raise(const PartyFacts& facts) const {
    constexpr double rounding = 1e-9;
    const MatchingSettings& settings = watchlists_.settings();
    return rounding + (facts.country.empty() ? 0 : settings.same_country) +
           (facts.address.empty() ? 0 : settings.same_address) +
           (facts.birth_date.empty() ? 0 : settings.same_birth_date);
}

void PartySearch::search_names(const PartyFacts& facts, std::vector<PartyMatch>& matches) {
    if (trim(facts.name).empty())
        return;
    const auto answer = memory_.answer_for(facts.name);
    std::call_once(answer->asked, [&] { ask(facts.name, *answer); });
    const MatchingSettings& settings = watchlists_.settings();
    const double raise = most_raise(facts);
    for (const NameMemory::NamedHit& hit : answer->hits) {
        const double least = hit.is_part ? settings.least_part_score : settings.least_score;
        if (hit.hit.score + raise < least)
            continue;
        PartyMatch match;
        match.list = hit.list;
        match.name = hit.hit.name;
        match.entry = watchlists_.lists()[hit.list].compiled.name(hit.hit.name).entry;
        match.name_score = hit.hit.score;
        match.party_name = facts.name.substr(hit.begin, hit.length);
        match.letters = hit.letters;
        match.other_reading = hit.other_reading;
        adjust(match, facts, hit.party_kind);
        if (match.score >= least)
            matches.push_back(std::move(match));
    }
    for (const std::string& number : answer->numbers)
        search_identifier(number, facts, matches);
}

void PartySearch::search_identifier(std::string_view identifier, const PartyFacts& facts,
                                    std::vector<PartyMatch>& matches) {
    const std::string key = identifier_key(identifier);
    if (key.empty())
        return;
    for (std::uint32_t i = 0; i < watchlists_.lists().size(); ++i) {
        const CompiledList& list = watchlists_.lists()[i].compiled;
        for (const HashedValue& value : list.entries_by_identifier().find(hash_of(key))) {
            const auto own = list.identifiers(value.value);
            if (std::none_of(own.begin(), own.end(), [&](std::string_view own_number) {
                    return identifier_key(own_number) == key;
                }))
                continue;
            PartyMatch match;
            match.list = i;
            match.entry = value.value;
            match.name = list.first_name(value.value);
            match.party_name = facts.name;
            match.by_identifier = true;
            match.score = 1;
            match.points = watchlists_.settings().identifier_points;
            match.adjustments.push_back(
                {fmt::format("the entry has the identifier {}", identifier), 1});
            matches.push_back(std::move(match));
        }
    }
}

std::vector<PartyMatch> PartySearch::search(const PartyFacts& facts) {
    std::vector<PartyMatch> matches;
    search_names(facts, matches);
    search_identifier(facts.identifier, facts, matches);
    if (matches.size() > 1)
        keep_best(matches);
    return matches;
}

ListSearch::Explanation PartySearch::explain(const PartyMatch& match) {
    explained_ = match.other_reading > 0
                     ? reader_.read(other_readings(match.party_name,
                                                   watchlists_.words())[match.other_reading - 1U])
                     : reader_.read(match.party_name, match.letters);
    return searches_[match.list].explain(explained_, match.name);
}

} // namespace preflag

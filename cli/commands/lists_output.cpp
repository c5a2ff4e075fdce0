#include "lists_output.h"

#include <preflag/base/text.h>

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <filesystem>

namespace preflag {

namespace {

using Json = nlohmann::ordered_json;

std::string date_of(const ListUse& list) {
    if (!list.date)
        return "unknown";
    return fmt::format("{} ({})", to_string(*list.date),
                       list.date_source == DateSource::list ? "stated in the list"
                                                            : "the file's last change");
}

std::string kinds_of(const CheckedList& list) {
    std::string text;
    for (std::size_t i = 0; i < list.kinds.size(); ++i)
        if (list.kinds[i] > 0)
            text += fmt::format("{}{} {}", text.empty() ? ": " : ", ",
                                name_of(static_cast<EntryKind>(i)), list.kinds[i]);
    return text;
}

void write_check(const CheckedList& list, std::ostream& stream) {
    constexpr std::size_t digits = 12;
    const ListUse& use = list.use;
    fmt::print(stream, "{}: {}, {}\n", printable(use.file), use.id, use.format);
    for (const std::string& companion : list.companions)
        fmt::print(stream, "  with {}\n", printable(companion));
    fmt::print(stream, "  date {}, digest {}\n", date_of(use), use.digest.substr(0, digits));
    fmt::print(stream, "  entries {}{}\n", use.entries, kinds_of(list));
    fmt::print(stream, "  names {}, aliases {}, weak aliases {}\n", use.names, use.aliases,
               use.weak_aliases);
    fmt::print(stream, "  rejected rows {}, other records {}\n", use.rejected, use.other_records);
    for (const std::string& doubt : list.doubts)
        fmt::print(stream, "  INCOMPLETE: {}\n", printable(doubt));
    for (const Diagnostic& diagnostic : use.diagnostics)
        fmt::print(stream, "{}\n", to_string(diagnostic));
}

double rounded(double value) {
    constexpr double parts = 1000;
    return std::round(value * parts) / parts;
}

Json json_of(const Diagnostic& diagnostic) {
    return {{"file", diagnostic.file},
            {"line", diagnostic.position.line},
            {"message", diagnostic.message},
            {"excerpt", std::string(truncate_utf8(diagnostic.excerpt, 200))}};
}

Json json_of(const CheckedList& list) {
    const ListUse& use = list.use;
    Json kinds = Json::object();
    for (std::size_t i = 0; i < list.kinds.size(); ++i)
        kinds[std::string(name_of(static_cast<EntryKind>(i)))] = list.kinds[i];
    Json faults = Json::array();
    for (const Diagnostic& diagnostic : use.diagnostics)
        faults.push_back(json_of(diagnostic));
    return {{"id", use.id},
            {"format", use.format},
            {"file", use.file},
            {"with", list.companions},
            {"date", use.date ? Json(to_string(*use.date)) : Json()},
            {"digest", use.digest},
            {"entries", use.entries},
            {"kinds", kinds},
            {"names", use.names},
            {"aliases", use.aliases},
            {"weak_aliases", use.weak_aliases},
            {"rejected", use.rejected},
            {"other_records", use.other_records},
            {"faults", faults},
            {"doubts", list.doubts}};
}

std::string dumped(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

/// The texts of views, joined.
std::string list_of(const std::vector<std::string_view>& texts) {
    return fmt::format("{}", fmt::join(texts, ", "));
}

void write_match(const PartyMatch& match, const Watchlists& lists, PartySearch& search,
                 std::ostream& stream) {
    const Watchlists::List& list = lists.lists()[match.list];
    const CompiledList& compiled = list.compiled;
    const auto& name = compiled.name(match.name);
    fmt::print(stream, "{:.2f}  {}\n", match.score, printable(compiled.name_text(match.name)));
    fmt::print(stream, "      {} {} of {}, {}", name_of(compiled.kind(match.entry)),
               printable(compiled.id(match.entry)), list.use.id, name_of(name.quality));
    if (name.quality != NameQuality::primary)
        fmt::print(stream, " of {}",
                   printable(compiled.name_text(compiled.first_name(match.entry))));
    const std::string programmes = list_of(compiled.programmes(match.entry));
    if (!programmes.empty())
        fmt::print(stream, "; programme {}", printable(programmes));
    fmt::print(stream, "\n");
    if (!match.by_identifier)
        for (const std::string& sentence : sentences_of(search.explain(match)))
            fmt::print(stream, "      {}\n", printable(sentence));
    for (const ScoreAdjustment& adjustment : match.adjustments)
        fmt::print(stream, "      {}: {:+.2f}\n", printable(adjustment.reason), adjustment.amount);
}

Json words_of(const ListSearch::Explanation& explanation) {
    Json words = Json::array();
    for (const AlignedWords& aligned : explanation.alignment) {
        std::string query;
        std::string listed;
        for (std::size_t i = 0; i < aligned.query_count; ++i)
            query += (i > 0 ? " " : "") + std::string(explanation.query[aligned.query + i].raw);
        for (std::size_t i = 0; i < aligned.list_count; ++i)
            listed += (i > 0 ? " " : "") + std::string(explanation.list[aligned.list + i].raw);
        words.push_back({{"party", query},
                         {"listed", listed},
                         {"match", name_of(aligned.match)},
                         {"edits", aligned.edits},
                         {"share", rounded(static_cast<double>(aligned.share))}});
    }
    return words;
}

Json json_of(const PartyMatch& match, const Watchlists& lists, PartySearch& search) {
    const Watchlists::List& list = lists.lists()[match.list];
    const CompiledList& compiled = list.compiled;
    const auto explanation = search.explain(match);
    Json adjustments = Json::array();
    for (const ScoreAdjustment& adjustment : match.adjustments)
        adjustments.push_back(
            {{"reason", adjustment.reason}, {"amount", rounded(adjustment.amount)}});
    return {{"score", rounded(match.score)},
            {"name_score", rounded(match.name_score)},
            {"list", list.use.id},
            {"entry", compiled.id(match.entry)},
            {"kind", name_of(compiled.kind(match.entry))},
            {"listed_name", compiled.name_text(match.name)},
            {"quality", name_of(compiled.name(match.name).quality)},
            {"primary_name", compiled.name_text(compiled.first_name(match.entry))},
            {"programmes", compiled.programmes(match.entry)},
            {"party_name", match.party_name},
            {"by_identifier", match.by_identifier},
            {"words", words_of(explanation)},
            {"why", sentences_of(explanation)},
            {"adjustments", adjustments}};
}

} // namespace

CheckedList checked(const ListContents& contents) {
    CheckedList list;
    list.use = use_of(contents);
    list.companions = contents.companions;
    for (const ListEntry& entry : contents.entries)
        ++list.kinds[static_cast<std::size_t>(entry.kind)];
    return list;
}

void write_checks_text(const std::vector<CheckedList>& lists, std::ostream& stream) {
    for (const CheckedList& list : lists)
        write_check(list, stream);
}

void write_checks_json(const std::vector<CheckedList>& lists, std::ostream& stream) {
    Json json = Json::array();
    for (const CheckedList& list : lists)
        json.push_back(json_of(list));
    stream << dumped(json) << '\n';
}

void write_matches_text(const std::string& name, const std::vector<PartyMatch>& matches,
                        const Watchlists& lists, PartySearch& search, std::ostream& stream) {
    std::size_t entries = 0;
    for (const Watchlists::List& list : lists.lists())
        entries += list.use.entries;
    fmt::print(stream, "\"{}\": {} {} among {} entries of {} {}\n", printable(name), matches.size(),
               matches.size() == 1 ? "match" : "matches", entries, lists.lists().size(),
               lists.lists().size() == 1 ? "list" : "lists");
    for (const PartyMatch& match : matches)
        write_match(match, lists, search, stream);
}

void write_matches_json(const std::string& name, const std::vector<PartyMatch>& matches,
                        const Watchlists& lists, PartySearch& search, std::ostream& stream) {
    Json json = {{"name", name}, {"matches", Json::array()}, {"lists", Json::array()}};
    for (const PartyMatch& match : matches)
        json["matches"].push_back(json_of(match, lists, search));
    for (const Watchlists::List& list : lists.lists())
        json["lists"].push_back({{"id", list.use.id},
                                 {"date", list.use.date ? Json(to_string(*list.use.date)) : Json()},
                                 {"digest", list.use.digest},
                                 {"entries", list.use.entries},
                                 {"rejected", list.use.rejected}});
    stream << dumped(json) << '\n';
}

} // namespace preflag

#include <preflag/base/text.h>
#include <preflag/report/json_object.h>
#include <preflag/report/lists_writer.h>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <cmath>
#include <filesystem>

namespace preflag {

namespace {

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
    for (const std::string& warn : list.warnings)
        fmt::print(stream, "  INCOMPLETE: {}\n", printable(warn));
    for (const Diagnostic& diagnostic : use.diagnostics)
        fmt::print(stream, "{}\n", to_string(diagnostic));
}

double rounded(double value) {
    constexpr double parts = 1000;
    return std::round(value * parts) / parts;
}

Json json_of(const Diagnostic& diagnostic) {
    return JsonObject()
        .add("file", diagnostic.file)
        .add("line", diagnostic.position.line)
        .add("message", diagnostic.message)
        .add("excerpt", truncate_utf8(diagnostic.excerpt, 200))
        .take();
}

std::optional<std::string> day_of(const ListUse& list) {
    return list.date ? std::optional(to_string(*list.date)) : std::nullopt;
}

Json json_of(const CheckedList& list) {
    const ListUse& use = list.use;
    JsonObject kinds;
    for (std::size_t i = 0; i < list.kinds.size(); ++i)
        kinds.add(name_of(static_cast<EntryKind>(i)), list.kinds[i]);
    return JsonObject()
        .add("id", use.id)
        .add("format", use.format)
        .add("file", use.file)
        .add("with", list.companions)
        .add("date", day_of(use))
        .add("digest", use.digest)
        .add("entries", use.entries)
        .add("kinds", kinds.take())
        .add("names", use.names)
        .add("aliases", use.aliases)
        .add("weak_aliases", use.weak_aliases)
        .add("rejected", use.rejected)
        .add("other_records", use.other_records)
        .add("faults",
             json_array(use.diagnostics, [](const Diagnostic& fault) { return json_of(fault); }))
        .add("doubts", list.warnings)
        .take();
}

/// The texts of views, joined.
std::string joined_texts(const std::vector<std::string_view>& texts) {
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
    const std::string programmes = joined_texts(compiled.programmes(match.entry));
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
    JsonArray words;
    for (const AlignedWords& aligned : explanation.alignment) {
        std::string query;
        std::string listed;
        for (std::size_t i = 0; i < aligned.query_count; ++i)
            query += (i > 0 ? " " : "") + std::string(explanation.query[aligned.query + i].raw);
        for (std::size_t i = 0; i < aligned.list_count; ++i)
            listed += (i > 0 ? " " : "") + std::string(explanation.list[aligned.list + i].raw);
        words.add(JsonObject()
                      .add("party", query)
                      .add("listed", listed)
                      .add("match", name_of(aligned.match))
                      .add("edits", aligned.edits)
                      .add("share", rounded(static_cast<double>(aligned.share)))
                      .take());
    }
    return words.take();
}

Json json_of(const PartyMatch& match, const Watchlists& lists, PartySearch& search) {
    const Watchlists::List& list = lists.lists()[match.list];
    const CompiledList& compiled = list.compiled;
    const auto explanation = search.explain(match);
    const auto adjustment_of = [](const ScoreAdjustment& adjustment) {
        return JsonObject()
            .add("reason", adjustment.reason)
            .add("amount", rounded(adjustment.amount))
            .take();
    };
    return JsonObject()
        .add("score", rounded(match.score))
        .add("name_score", rounded(match.name_score))
        .add("list", list.use.id)
        .add("entry", compiled.id(match.entry))
        .add("kind", name_of(compiled.kind(match.entry)))
        .add("listed_name", compiled.name_text(match.name))
        .add("quality", name_of(compiled.name(match.name).quality))
        .add("primary_name", compiled.name_text(compiled.first_name(match.entry)))
        .add("programmes", json_array(compiled.programmes(match.entry),
                                      [](std::string_view programme) { return programme; }))
        .add("party_name", match.party_name)
        .add("by_identifier", match.by_identifier)
        .add("words", words_of(explanation))
        .add("why", sentences_of(explanation))
        .add("adjustments", json_array(match.adjustments, adjustment_of))
        .take();
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
    const Json json = json_array(lists, [](const CheckedList& list) { return json_of(list); });
    stream << json.indented() << '\n';
}

void write_matches_text(const std::string& name, const std::vector<PartyMatch>& matches,
                        const Watchlists& lists, PartySearch& search, std::ostream& stream) {
    std::size_t entries = 0;
    for (const Watchlists::List& list : lists.lists())
        entries += list.use.entries;
    fmt::print(stream, "\"{}\": {} {} among {} entries of {}\n", printable(name), matches.size(),
               matches.size() == 1 ? "match" : "matches", entries,
               counted(lists.lists().size(), "list"));
    for (const PartyMatch& match : matches)
        write_match(match, lists, search, stream);
}

void write_matches_json(const std::string& name, const std::vector<PartyMatch>& matches,
                        const Watchlists& lists, PartySearch& search, std::ostream& stream) {
    const auto match_of = [&](const PartyMatch& match) { return json_of(match, lists, search); };
    const auto use_of_list = [](const Watchlists::List& list) {
        return JsonObject()
            .add("id", list.use.id)
            .add("date", day_of(list.use))
            .add("digest", list.use.digest)
            .add("entries", list.use.entries)
            .add("rejected", list.use.rejected)
            .take();
    };
    const Json json = JsonObject()
                          .add("name", name)
                          .add("matches", json_array(matches, match_of))
                          .add("lists", json_array(lists.lists(), use_of_list))
                          .take();
    stream << json.indented() << '\n';
}

} // namespace preflag

#include <preflag/report/json_object.h>
#include <preflag/report/report_json.h>

#include <cmath>

namespace preflag {

namespace {

/// {"info":0,"low":3,...}: the counts by the names of their kinds.
template <class Kind, std::size_t size>
Json by_kind(const std::array<std::uint64_t, size>& counts) {
    JsonObject json;
    for (std::size_t i = 0; i < size; ++i)
        json.add(name_of(static_cast<Kind>(i)), counts[i]);
    return json.take();
}

Json routes_of(const RouteCounts& counts) {
    JsonObject routes;
    routes.add("unknown", counts.unknown)
        .add("partial", counts.partial)
        .add("by_shipper", counts.by_shipper)
        .add("by_consignee", counts.by_consignee)
        .add("by_home", counts.by_home);
    return routes.take();
}

Json missing_of(const Summary& counts) {
    JsonObject json;
    for (const auto& [what, lines] : counts.missing)
        json.add(what, lines);
    return json.take();
}

Json by_regime(const Summary& counts, bool shows_clearances) {
    JsonObject json;
    for (const auto& [regime, lines] : counts.regimes) {
        JsonObject one;
        one.add("lines", lines.lines)
            .add("met", lines.met)
            .add("not_assessable", lines.not_assessable)
            .add("near_misses", lines.near_misses);
        if (shows_clearances)
            one.add("cleared", lines.cleared);
        json.add(regime, one.take());
    }
    return json.take();
}

/// Only of runs in which something could be cleared.
void add_cleared(JsonObject& json, const Summary& counts) {
    json.add("lines_cleared", counts.lines_cleared)
        .add("lines_suppressed", counts.lines_suppressed)
        .add("findings_cleared", counts.findings_cleared)
        .add("findings_suppressed", counts.findings_suppressed);
}

void add_counts(JsonObject& json, const Summary& counts, bool shows_clearances) {
    json.add("lines_read", counts.lines_read)
        .add("lines_screened", counts.lines_screened)
        .add("lines_rejected", counts.lines_rejected)
        .add("lines_flagged", counts.lines_flagged);
    if (shows_clearances)
        add_cleared(json, counts);
    json.add("lines_identified", counts.lines_identified)
        .add("lines_not_assessable", counts.lines_not_assessable)
        .add("lines_quantity_ambiguous", counts.lines_quantity_ambiguous)
        .add("lines_date_ambiguous", counts.lines_date_ambiguous)
        .add("lines_date_unread", counts.lines_date_unread)
        .add("by_severity", by_kind<Severity>(counts.lines_by_severity))
        .add("by_outcome", by_kind<Outcome>(counts.lines_by_outcome))
        .add("missing", missing_of(counts))
        .add("routes", routes_of(counts.routes))
        .add("lines_near_miss", counts.lines_near_miss)
        .add("by_regime", by_regime(counts, shows_clearances));
}

Json pack_of(const PackUse& pack) {
    return JsonObject()
        .add("id", pack.id)
        .add("title", pack.title)
        .add("edition", pack.edition)
        .add("digest", pack.digest)
        .add("rules", pack.rules)
        .add("unverified", pack.unverified)
        .take();
}

Json input_of(const InputUse& input) {
    JsonObject json;
    json.add("file", input.file)
        .add("format", input.format)
        .add("compression", input.compression)
        .add("encoding", input.encoding)
        .add("digest", input.digest)
        .add("bytes", input.bytes)
        .add("lines_read", input.lines_read)
        .add("styles", input.styles);
    if (!input.notes.empty())
        json.add("notes", input.notes);
    return json.take();
}

Json list_of(const ListUse& list) {
    return JsonObject()
        .add("id", list.id)
        .add("format", list.format)
        .add("file", list.file)
        .add("date", list.date ? std::optional(to_string(*list.date)) : std::nullopt)
        .add("digest", list.digest)
        .add("entries", list.entries)
        .add("names", list.names + list.aliases + list.weak_aliases)
        .add("rejected", list.rejected)
        .take();
}

Json watchlists_of(const RunReport& run) {
    return JsonObject()
        .add("names_looked_up", run.names_looked_up.count)
        .add("lists", json_array(run.watchlists, list_of))
        .take();
}

Json licence_of(const LicenceUse& use) {
    JsonArray used;
    for (const auto& [what, kilograms] : use.used)
        used.add(JsonObject()
                     .add("substance", what.first)
                     .add("period", what.second)
                     .add("kg", kilograms)
                     .take());
    return JsonObject()
        .add("number", use.number)
        .add("holder", use.holder)
        .add("file", use.file)
        .add("valid_from", to_string(use.valid_from))
        .add("valid_to", to_string(use.valid_to))
        .add("lines_cleared", use.lines_cleared)
        .add("lines_refused", use.lines_refused)
        .add("lines_expired", use.lines_expired)
        .add("allowed_kg", use.kilograms)
        .add("period", use.period)
        .add("used", used.take())
        .take();
}

Json licences_of(const LicenceReport& report) {
    const auto file_of = [](const LicenceFileUse& file) {
        return JsonObject()
            .add("file", file.file)
            .add("digest", file.digest)
            .add("licences", file.licences)
            .take();
    };
    return JsonObject()
        .add("files", json_array(report.files, file_of))
        .add("licences", json_array(report.uses, licence_of))
        .take();
}

Json decisions_of(const DecisionReport& report) {
    return JsonObject()
        .add("file", report.file)
        .add("digest", report.digest)
        .add("records", report.records)
        .add("superseded", report.superseded)
        .add("applied", report.applied)
        .add("changed", report.changed)
        .add("expired", report.expired)
        .add("unused", report.unused)
        .take();
}

Json canaries_of(const RunReport& run) {
    return JsonObject()
        .add("passed", run.canaries_passed)
        .add("total", run.canaries_total)
        .add("missed", run.canaries_missed)
        .take();
}

void add_knowledge(JsonObject& json, const RunReport& run) {
    json.add("rules",
             JsonObject().add("active", run.rules_active).add("found", run.rules_found).take());
    const auto substances = run.knowledge_digests.find("substances");
    json.add("catalogue",
             JsonObject()
                 .add("digest", substances == run.knowledge_digests.end() ? std::string()
                                                                          : substances->second)
                 .add("substances", run.substances)
                 .add("names", run.names)
                 .take());
    json.add("knowledge", json_array(run.knowledge_digests, [](const auto& table) {
                 return JsonObject().add("table", table.first).add("digest", table.second).take();
             }));
    json.add("packs", json_array(run.packs, pack_of))
        .add("inputs", json_array(run.inputs, input_of));
    if (!run.watchlists.empty())
        json.add("watchlists", watchlists_of(run));
    if (run.licences)
        json.add("licences", licences_of(*run.licences));
    if (run.decisions)
        json.add("decisions", decisions_of(*run.decisions));
    json.add("canaries", canaries_of(run)).add("collisions", run.collisions);
    if (!run.unchecked.empty())
        json.add("unchecked", run.unchecked);
    json.add("doubts",
             json_array(run.warnings, [](const Warning& warning) { return warning.sentence; }));
}

/// Rounded to `parts` parts of one.
double rounded(double value, double parts) {
    return std::round(value * parts) / parts;
}

/// The rates are null when no time passed that could be measured.
void add_times(JsonObject& json, const RunReport& run) {
    constexpr double megabyte = 1e6;
    const auto lines = static_cast<double>(run.counts.lines_read);
    const auto megabytes = static_cast<double>(run.bytes) / megabyte;
    json.add("seconds", told_seconds(run))
        .add("lines_per_second", rounded(lines / run.seconds, 1))
        .add("megabytes_per_second", rounded(megabytes / run.seconds, 10));
}

} // namespace

std::string version_json(const std::string& version, const std::string& rules) {
    const Json schemas = JsonObject()
                             .add("report", "preflag-report/1")
                             .add("line", "preflag-line/1")
                             .add("csv", "preflag-csv/1")
                             .add("rejects", "preflag-rejects/1")
                             .add("summary", "preflag-summary/1")
                             .add("reading", "preflag-reading/1")
                             .add("counts", "preflag-counts/1")
                             .take();
    return JsonObject()
        .add("schema", "preflag-version/1")
        .add("version", version)
        .add("rules", rules)
        .add("schemas", schemas)
        .take()
        .text();
}

double told_seconds(const RunReport& run) {
    return rounded(run.seconds, 1000);
}

std::string run_json(const RunReport& run, RunTimes times, const Json* counts) {
    JsonObject json;
    if (times == RunTimes::told)
        json.add("schema", "preflag-summary/1");
    json.add("version", run.version);
    add_counts(json, run.counts, run.licences || run.decisions);
    json.add("min_severity", name_of(run.min_severity))
        .add("fail_on", run.fail_on ? name_of(*run.fail_on) : "never");
    add_knowledge(json, run);
    if (counts != nullptr)
        json.add("counts", *counts);
    if (times == RunTimes::told)
        add_times(json, run);
    return json.add("exit_status", run.exit_status).take().text();
}

} // namespace preflag

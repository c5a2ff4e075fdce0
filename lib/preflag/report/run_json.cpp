#include <preflag/report/json_number.h>
#include <preflag/report/report_json.h>

#include <nlohmann/json.hpp>

#include <cmath>

namespace preflag {

namespace {

using Json = nlohmann::ordered_json;

Json by_severity(const Summary& counts) {
    Json json = Json::object();
    for (std::size_t i = 0; i < severity_count; ++i)
        json[std::string(name_of(static_cast<Severity>(i)))] = counts.lines_by_severity[i];
    return json;
}

Json by_outcome(const Summary& counts) {
    Json json = Json::object();
    for (std::size_t i = 0; i < outcome_count; ++i)
        json[std::string(name_of(static_cast<Outcome>(i)))] = counts.lines_by_outcome[i];
    return json;
}

Json missing_of(const Summary& counts) {
    Json json = Json::object();
    for (const auto& [what, lines] : counts.missing)
        json[what] = lines;
    return json;
}

Json by_regime(const Summary& counts, bool is_settled) {
    Json json = Json::object();
    for (const auto& [regime, lines] : counts.regimes) {
        json[regime] = {{"lines", lines.lines},
                        {"met", lines.met},
                        {"not_assessable", lines.not_assessable},
                        {"near_misses", lines.near_misses}};
        if (is_settled)
            json[regime]["cleared"] = lines.cleared;
    }
    return json;
}

/// Only of runs in which something could be cleared.
void add_cleared(Json& json, const Summary& counts) {
    json["lines_cleared"] = counts.lines_cleared;
    json["lines_suppressed"] = counts.lines_suppressed;
    json["findings_cleared"] = counts.findings_cleared;
    json["findings_suppressed"] = counts.findings_suppressed;
}

void add_counts(Json& json, const Summary& counts, bool is_settled) {
    json["lines_read"] = counts.lines_read;
    json["lines_screened"] = counts.lines_screened;
    json["lines_rejected"] = counts.lines_rejected;
    json["lines_flagged"] = counts.lines_flagged;
    if (is_settled)
        add_cleared(json, counts);
    json["lines_identified"] = counts.lines_identified;
    json["lines_not_assessable"] = counts.lines_not_assessable;
    json["by_severity"] = by_severity(counts);
    json["by_outcome"] = by_outcome(counts);
    json["missing"] = missing_of(counts);
    json["lines_near_miss"] = counts.lines_near_miss;
    json["by_regime"] = by_regime(counts, is_settled);
}

Json packs_of(const RunReport& run) {
    Json list = Json::array();
    for (const PackUse& pack : run.packs)
        list.push_back({{"id", pack.id},
                        {"title", pack.title},
                        {"edition", pack.edition},
                        {"digest", pack.digest},
                        {"rules", pack.rules},
                        {"unverified", pack.unverified}});
    return list;
}

Json inputs_of(const RunReport& run) {
    Json list = Json::array();
    for (const InputUse& input : run.inputs)
        list.push_back({{"file", input.file},
                        {"format", input.format},
                        {"compression", input.compression},
                        {"encoding", input.encoding},
                        {"digest", input.digest},
                        {"bytes", input.bytes},
                        {"lines_read", input.lines_read}});
    return list;
}

Json watchlists_of(const RunReport& run) {
    Json lists = Json::array();
    for (const ListUse& list : run.watchlists)
        lists.push_back({{"id", list.id},
                         {"format", list.format},
                         {"file", list.file},
                         {"date", list.date ? Json(to_string(*list.date)) : Json()},
                         {"digest", list.digest},
                         {"entries", list.entries},
                         {"names", list.names + list.aliases + list.weak_aliases},
                         {"rejected", list.rejected}});
    return {{"names_looked_up", run.names_looked_up}, {"lists", lists}};
}

Json used_of(const LicenceUse& use) {
    Json list = Json::array();
    for (const auto& [what, kilograms] : use.used)
        list.push_back({{"substance", what.first},
                        {"period", what.second},
                        {"kg", json_number<Json>(kilograms)}});
    return list;
}

Json licences_of(const LicenceReport& report) {
    Json files = Json::array();
    for (const LicenceFileUse& file : report.files)
        files.push_back(
            {{"file", file.file}, {"digest", file.digest}, {"licences", file.licences}});
    Json uses = Json::array();
    for (const LicenceUse& use : report.uses)
        uses.push_back({{"number", use.number},
                        {"holder", use.holder},
                        {"file", use.file},
                        {"valid_from", to_string(use.valid_from)},
                        {"valid_to", to_string(use.valid_to)},
                        {"lines_cleared", use.lines_cleared},
                        {"lines_refused", use.lines_refused},
                        {"lines_expired", use.lines_expired},
                        {"allowed_kg", use.kilograms ? json_number<Json>(*use.kilograms) : Json()},
                        {"period", use.period},
                        {"used", used_of(use)}});
    return {{"files", files}, {"licences", uses}};
}

Json decisions_of(const DecisionReport& report) {
    return {{"file", report.file},       {"digest", report.digest},
            {"records", report.records}, {"superseded", report.superseded},
            {"applied", report.applied}, {"changed", report.changed},
            {"expired", report.expired}, {"unused", report.unused}};
}

void add_knowledge(Json& json, const RunReport& run) {
    json["rules"] = {{"active", run.rules_active}, {"found", run.rules_found}};
    json["catalogue"] = {
        {"digest", run.catalogue_digest}, {"substances", run.substances}, {"names", run.names}};
    json["packs"] = packs_of(run);
    json["inputs"] = inputs_of(run);
    if (!run.watchlists.empty())
        json["watchlists"] = watchlists_of(run);
    if (run.licences)
        json["licences"] = licences_of(*run.licences);
    if (run.decisions)
        json["decisions"] = decisions_of(*run.decisions);
    json["canaries"] = {{"passed", run.canaries_passed},
                        {"total", run.canaries_total},
                        {"missed", run.canaries_missed}};
    json["collisions"] = run.collisions;
    if (!run.unchecked.empty())
        json["unchecked"] = run.unchecked;
    json["doubts"] = run.doubts;
}

/// Rounded to `parts` parts of one.
Json rounded(double value, double parts) {
    return json_number<Json>(std::round(value * parts) / parts);
}

/// The rates are null when no time passed that could be measured.
void add_times(Json& json, const RunReport& run) {
    constexpr double megabyte = 1e6;
    const auto lines = static_cast<double>(run.counts.lines_read);
    const auto megabytes = static_cast<double>(run.bytes) / megabyte;
    json["seconds"] = rounded(run.seconds, 1000);
    json["lines_per_second"] = rounded(lines / run.seconds, 1);
    json["megabytes_per_second"] = rounded(megabytes / run.seconds, 10);
}

} // namespace

std::string version_json(const std::string& version, const std::string& rules) {
    const Json json = {{"schema", "preflag-version/1"},
                       {"version", version},
                       {"rules", rules},
                       {"schemas",
                        {{"report", "preflag-report/1"},
                         {"line", "preflag-line/1"},
                         {"csv", "preflag-csv/1"},
                         {"rejects", "preflag-rejects/1"},
                         {"summary", "preflag-summary/1"},
                         {"reading", "preflag-reading/1"}}}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string run_json(const RunReport& run, RunTimes times) {
    Json json = Json::object();
    if (times == RunTimes::told)
        json["schema"] = "preflag-summary/1";
    json["version"] = run.version;
    add_counts(json, run.counts, run.licences || run.decisions);
    json["min_severity"] = name_of(run.min_severity);
    json["fail_on"] = run.fail_on ? name_of(*run.fail_on) : "never";
    add_knowledge(json, run);
    if (times == RunTimes::told)
        add_times(json, run);
    json["exit_status"] = run.exit_status;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace preflag

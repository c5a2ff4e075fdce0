#include <preflag/base/digest.h>
#include <preflag/base/text.h>
#include <preflag/report/clearance/clearance_writer.h>
#include <preflag/report/counts/counts_writer.h>
#include <preflag/report/report_json.h>
#include <preflag/report/summary_writer.h>
#include <preflag/report/text/colour.h>
#include <preflag/report/text/wrap.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>

namespace preflag {

namespace {

/// ": high 3, low 5", most severe first, without what did not occur.
template <class Kind, std::size_t size>
std::string parts_of(const std::array<std::uint64_t, size>& counts) {
    std::string list;
    for (std::size_t i = size; i-- > 0;)
        if (counts[i] > 0)
            list += fmt::format("{}{} {}", list.empty() ? ": " : ", ",
                                name_of(static_cast<Kind>(i)), counts[i]);
    return list;
}

void write_counts(const RunReport& run, std::ostream& stream) {
    const Summary& counts = run.counts;
    stream << fmt::format("lines read {} = screened {} + rejected {}\n", counts.lines_read,
                          counts.lines_screened, counts.lines_rejected);
    stream << fmt::format("lines with a listed substance {}\n", counts.lines_identified);
    stream << fmt::format("lines flagged {}, of severity {} or more\n", counts.lines_flagged,
                          name_of(run.min_severity));
    write_cleared_counts(run, stream);
    const auto severities = parts_of<Severity>(counts.lines_by_severity);
    if (!severities.empty())
        stream << "lines with findings by severity" << severities << '\n';
    const auto outcomes = parts_of<Outcome>(counts.lines_by_outcome);
    if (!outcomes.empty())
        stream << "lines with findings by outcome" << outcomes << '\n';
}

void write_not_assessable(const Summary& counts, std::ostream& stream) {
    stream << fmt::format("lines not assessable {}\n", counts.lines_not_assessable);
    for (const auto& [what, lines] : most_missing_first(counts))
        stream << fmt::format("{} missing on {}; {} would decide {}\n", printable(what),
                              counted(lines, "line"), what_settles(what),
                              lines == 1 ? "it" : "them");
}

/// What was written so that it can be read in several ways, or not at all.
void write_doubts(const Summary& counts, std::ostream& stream) {
    if (counts.lines_quantity_ambiguous > 0)
        stream << fmt::format("quantity ambiguous on {}: point or comma may be either mark; "
                              "--decimal settles it\n",
                              counted(counts.lines_quantity_ambiguous, "line"));
    if (counts.lines_date_ambiguous > 0)
        stream << fmt::format("date ambiguous on {}: the laws of each day are applied; "
                              "--date-order settles it\n",
                              counted(counts.lines_date_ambiguous, "line"));
    if (counts.lines_date_unread > 0)
        stream << fmt::format("date not read on {}: the laws of the day of the run are applied\n",
                              counted(counts.lines_date_unread, "line"));
}

/// Which laws were applied, as far as the routes leave it open.
void write_routes(const RunReport& run, std::ostream& stream) {
    const RouteCounts& routes = run.counts.routes;
    if (routes.unknown > 0)
        stream << fmt::format("route not known on {}: the laws of all countries were applied; "
                              "--home COUNTRY, --jurisdiction CODE or a column with places "
                              "narrows it\n",
                              counted(routes.unknown, "line"));
    if (routes.partial > 0)
        stream << fmt::format("route known in part on {}: the laws of other countries are "
                              "undetermined there\n",
                              counted(routes.partial, "line"));
    const auto write = [&](std::uint64_t lines, std::string_view what) {
        if (lines > 0)
            stream << fmt::format("{} on {}\n", what, counted(lines, "line"));
    };
    write(routes.by_shipper, "the shipper's country stood in for the origin");
    write(routes.by_consignee, "the consignee's country stood in for the destination");
    write(routes.by_home, "the country of --home stood in for what no column tells");
}

/// Law by law: what is listed, what was decided and what was not.
void write_regimes(const Summary& counts, std::ostream& stream) {
    for (const auto& [regime, lines] : counts.regimes) {
        stream << fmt::format("law {}: {} listed, {} met a limit", printable(regime),
                              counted(lines.lines, "line"), lines.met);
        if (lines.not_assessable > 0)
            stream << fmt::format(", {} not assessable", lines.not_assessable);
        if (lines.near_misses > 0)
            stream << fmt::format(", {} nearly met one", lines.near_misses);
        if (lines.cleared > 0)
            stream << fmt::format(", {} cleared", lines.cleared);
        stream << '\n';
    }
    if (counts.lines_near_miss > 0)
        stream << fmt::format("near misses on {}; --near-misses FILE lists them\n",
                              counted(counts.lines_near_miss, "line"));
}

std::string short_digest(std::string_view digest) {
    constexpr std::size_t digits = 12;
    return printable(digest.substr(0, digits));
}

/// Of everything that decided: one changed word of the rules makes it another one.
std::string digest_of_all(const std::map<std::string, std::string>& digests) {
    std::string all;
    for (const auto& [table, digest] : digests)
        all.append(table).append(1, ' ').append(digest).append(1, '\n');
    return digest_of(all);
}

void write_packs(const RunReport& run, std::ostream& stream) {
    stream << fmt::format("rules active {} of {}; catalogue {}, {}; knowledge digest {}\n",
                          run.rules_active, run.rules_found, counted(run.substances, "substance"),
                          counted(run.names, "name"),
                          short_digest(digest_of_all(run.knowledge_digests)));
    for (const PackUse& pack : run.packs) {
        stream << fmt::format("pack {}, edition {}, digest {}, {}", printable(pack.id),
                              printable(pack.edition), short_digest(pack.digest),
                              counted(pack.rules, "rule"));
        if (pack.unverified > 0)
            stream << fmt::format(", {} not verified", pack.unverified);
        stream << '\n';
    }
    for (const std::string& collision : run.collisions)
        stream << printable(collision) << '\n';
    for (const std::string& unchecked : run.unchecked)
        stream << "not checked: " << printable(unchecked) << '\n';
}

void write_watchlists(const RunReport& run, std::ostream& stream) {
    for (const ListUse& list : run.watchlists)
        stream << fmt::format(
            "watchlist {}, {}, digest {}, {}, {}, {} dropped\n", printable(list.id),
            list.date ? "of " + to_string(*list.date) : "without date", short_digest(list.digest),
            list.entries == 1 ? "1 entry" : fmt::format("{} entries", list.entries),
            counted(list.names + list.aliases + list.weak_aliases, "name"),
            counted(list.rejected, "row"));
    if (!run.watchlists.empty())
        stream << fmt::format("names of parties looked up {}{}\n", run.names_looked_up.count,
                              run.names_looked_up.is_whole ? "" : " or more");
}

/// Of what there can be thousands of, so many are named; a summary is read by people.
constexpr std::size_t most_inputs = 20;
constexpr std::size_t most_warnings = 5; ///< about things of one kind

void write_inputs(const RunReport& run, std::ostream& stream) {
    const std::size_t named = std::min(run.inputs.size(), most_inputs);
    for (std::size_t i = 0; i < named; ++i) {
        const InputUse& input = run.inputs[i];
        stream << fmt::format("input {}, {}, digest {}\n", printable(input.file),
                              counted(input.lines_read, "line"), short_digest(input.digest));
        for (const std::string& style : input.styles)
            stream << "  " << printable(style) << '\n';
        for (const std::string& note : input.notes)
            stream << "  " << printable(note) << '\n';
    }
    std::uint64_t lines = 0;
    for (std::size_t i = named; i < run.inputs.size(); ++i)
        lines += run.inputs[i].lines_read;
    if (named < run.inputs.size())
        stream << fmt::format("and {} with {}; --summary FILE names all of them\n",
                              counted(run.inputs.size() - named, "more input"),
                              counted(lines, "line"));
}

/// What stands for the warnings about this that are not told one by one.
std::string further_warnings(Warning::About about, std::size_t count) {
    const bool is_input = about == Warning::About::input;
    return fmt::format("{}; --summary FILE names all of them",
                       is_input ? counted(count, "more input") + " could not be read"
                                : counted(count, "more doubt") + " of this kind");
}

/// A line as it fits the screen: what does not fit goes on below, further in.
std::vector<std::string> rows_of(const std::string& line, const ReportStyle& style) {
    constexpr std::size_t further_in = 4;
    if (!style.wraps || display_width(line) <= style.width)
        return {line};
    const std::size_t in = std::min(line.find_first_not_of(' '), line.size());
    std::vector<std::string> rows = wrapped(line.substr(in), style.width - further_in - in);
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].insert(0, in + (i == 0 ? 0 : further_in), ' ');
    return rows;
}

void write_times(const RunReport& run, std::ostream& stream) {
    constexpr double megabyte = 1e6;
    constexpr double least_shown = 0.05; // what is less would be "0.0"
    stream << fmt::format("{:.2f} seconds", run.seconds);
    const bool has_rates = run.seconds > 0 && std::isfinite(run.seconds);
    const double rate = static_cast<double>(run.bytes) / megabyte / run.seconds;
    if (has_rates)
        stream << fmt::format(", {:.0f} lines per second",
                              static_cast<double>(run.counts.lines_read) / run.seconds);
    if (has_rates && rate >= least_shown)
        stream << fmt::format(", {:.1f} MB per second", rate);
    stream << '\n';
}

} // namespace

std::vector<std::pair<std::string, std::uint64_t>> most_missing_first(const Summary& counts) {
    std::vector<std::pair<std::string, std::uint64_t>> all(counts.missing.begin(),
                                                           counts.missing.end());
    std::stable_sort(all.begin(), all.end(), [](const auto& left, const auto& right) {
        return left.second > right.second;
    });
    return all;
}

std::string what_settles(const std::string& missing) {
    if (missing == "identity")
        return "the name or the CAS number of the goods";
    if (missing == "route")
        return "a column with the other end of it";
    const bool has_vowel =
        !missing.empty() && std::string_view("aeiou").find(missing[0]) != missing.npos;
    return fmt::format("{} {} column", has_vowel ? "an" : "a", printable(missing));
}

void write_warnings(const RunReport& run, const ReportStyle& style, std::ostream& stream) {
    const auto write = [&](const std::string& sentence) {
        for (const std::string& row : rows_of("INCOMPLETE: " + printable(sentence), style))
            stream << (style.colour ? in_alarm_colour(row) : row) << '\n';
    };
    std::map<Warning::About, std::size_t> told;
    for (const Warning& warn : run.warnings)
        if (++told[warn.about] <= most_warnings)
            write(warn.sentence);
    for (const auto& [about, count] : told)
        if (count > most_warnings)
            write(further_warnings(about, count - most_warnings));
}

void write_summary_text(const RunReport& run, const ReportStyle& style, std::ostream& whole) {
    std::stringstream stream;
    write_counts(run, stream);
    write_not_assessable(run.counts, stream);
    write_doubts(run.counts, stream);
    write_routes(run, stream);
    write_regimes(run.counts, stream);
    write_packs(run, stream);
    write_watchlists(run, stream);
    write_licences(run, stream);
    write_decisions(run, stream);
    stream << fmt::format("canaries {}/{}\n", run.canaries_passed, run.canaries_total);
    write_inputs(run, stream);
    write_times(run, stream);
    for (std::string line; std::getline(stream, line);)
        for (const std::string& row : rows_of(line, style))
            whole << row << '\n';
    write_warnings(run, style, whole);
}

std::string summary_json(const RunReport& run, const GroupedCounts* counts) {
    if (counts == nullptr)
        return run_json(run, RunTimes::told);
    const Json json = counts_json(*counts);
    return run_json(run, RunTimes::told, &json);
}

} // namespace preflag

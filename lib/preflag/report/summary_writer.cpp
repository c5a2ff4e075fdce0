#include <preflag/base/text.h>
#include <preflag/report/colour.h>
#include <preflag/report/report_json.h>
#include <preflag/report/summary_writer.h>

#include <fmt/format.h>

#include <cmath>

namespace preflag {

namespace {

std::string counted(std::uint64_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

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
    const auto severities = parts_of<Severity>(counts.lines_by_severity);
    if (!severities.empty())
        stream << "lines with findings by severity" << severities << '\n';
    const auto outcomes = parts_of<Outcome>(counts.lines_by_outcome);
    if (!outcomes.empty())
        stream << "lines with findings by outcome" << outcomes << '\n';
}

std::string what_settles(const std::string& what) {
    if (what == "identity")
        return "the name or the CAS number of the goods";
    return "a " + printable(what) + " column";
}

void write_not_assessable(const Summary& counts, std::ostream& stream) {
    stream << fmt::format("lines not assessable {}\n", counts.lines_not_assessable);
    for (const auto& [what, lines] : counts.missing)
        stream << fmt::format("{} missing on {}; {} would decide {}\n", printable(what),
                              counted(lines, "line"), what_settles(what),
                              lines == 1 ? "it" : "them");
}

std::string short_digest(std::string_view digest) {
    constexpr std::size_t digits = 12;
    return printable(digest.substr(0, digits));
}

void write_packs(const RunReport& run, std::ostream& stream) {
    stream << fmt::format("rules active {} of {}; catalogue {}, {}\n", run.rules_active,
                          run.rules_found, counted(run.substances, "substance"),
                          counted(run.names, "name"));
    for (const PackUse& pack : run.packs) {
        stream << fmt::format("pack {}, edition {}, digest {}, {}", printable(pack.id),
                              printable(pack.edition), short_digest(pack.digest),
                              counted(pack.rules, "rule"));
        if (pack.unverified > 0)
            stream << fmt::format(", {} not verified", pack.unverified);
        stream << '\n';
    }
}

void write_inputs(const RunReport& run, std::ostream& stream) {
    for (const InputUse& input : run.inputs)
        stream << fmt::format("input {}, {}, digest {}\n", printable(input.file),
                              counted(input.lines_read, "line"), short_digest(input.digest));
}

void write_times(const RunReport& run, std::ostream& stream) {
    constexpr double megabyte = 1e6;
    stream << fmt::format("{:.2f} seconds", run.seconds);
    if (run.seconds > 0 && std::isfinite(run.seconds))
        stream << fmt::format(", {:.0f} lines per second, {:.1f} MB per second",
                              static_cast<double>(run.counts.lines_read) / run.seconds,
                              static_cast<double>(run.bytes) / megabyte / run.seconds);
    stream << '\n';
}

} // namespace

void write_doubts(const RunReport& run, const ReportStyle& style, std::ostream& stream) {
    for (const std::string& doubt : run.doubts) {
        const std::string line = "INCOMPLETE: " + printable(doubt);
        stream << (style.colour ? in_alarm_colour(line) : line) << '\n';
    }
}

void write_summary_text(const RunReport& run, const ReportStyle& style, std::ostream& stream) {
    write_counts(run, stream);
    write_not_assessable(run.counts, stream);
    write_packs(run, stream);
    stream << fmt::format("canaries {}/{}\n", run.canaries_passed, run.canaries_total);
    write_inputs(run, stream);
    write_times(run, stream);
    write_doubts(run, style, stream);
}

std::string summary_json(const RunReport& run) {
    return run_json(run, RunTimes::told);
}

} // namespace preflag

#include <preflag/base/text.h>
#include <preflag/report/clearance/clearance_writer.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

void write_use(const LicenceUse& use, std::ostream& stream) {
    stream << fmt::format("licence {} of {}, valid until {}: {} cleared", printable(use.number),
                          printable(use.holder), to_string(use.valid_to),
                          counted(use.lines_cleared, "line"));
    if (use.lines_refused > 0)
        stream << fmt::format(", {} not cleared", counted(use.lines_refused, "line"));
    if (use.lines_expired > 0)
        stream << fmt::format(", {} after it expired", use.lines_expired);
    for (const auto& [what, kilograms] : use.used) {
        const auto& [substance, period] = what;
        stream << fmt::format("; {} {} kg{} used up{}", substance, kilograms,
                              use.kilograms ? fmt::format(" of {} kg", *use.kilograms) : "",
                              period.empty() ? "" : " in " + period);
    }
    stream << '\n';
}

std::string sentence_of(std::string_view what, const Clearance& clearance) {
    if (clearance.by == Clearance::By::licence)
        return fmt::format("{} by {}", what, clearance.because);
    std::string sentence = fmt::format("{} by {}", what, clearance.reference);
    if (clearance.on)
        sentence += " on " + to_string(*clearance.on);
    if (clearance.until)
        sentence += " until " + to_string(*clearance.until);
    return sentence + ": " + clearance.because;
}

} // namespace

std::string_view state_of(const Finding& finding) {
    if (finding.is_open())
        return finding.confirmation ? "confirmed" : "open";
    return finding.clearance->by == Clearance::By::licence ? "cleared" : "suppressed";
}

std::string because_of(const Finding& finding) {
    if (finding.clearance)
        return sentence_of("cleared", *finding.clearance);
    return finding.confirmation ? sentence_of("confirmed", *finding.confirmation) : "";
}

void write_cleared_counts(const RunReport& run, std::ostream& stream) {
    const Summary& counts = run.counts;
    if (run.licences)
        stream << fmt::format("lines cleared by licence {}, findings {}\n", counts.lines_cleared,
                              counts.findings_cleared);
    if (run.decisions)
        stream << fmt::format("lines suppressed by decision {}, findings {}\n",
                              counts.lines_suppressed, counts.findings_suppressed);
}

void write_licences(const RunReport& run, std::ostream& stream) {
    if (!run.licences)
        return;
    constexpr std::size_t digits = 12;
    for (const LicenceFileUse& file : run.licences->files)
        stream << fmt::format("licences {}, {}, digest {}\n", printable(file.file),
                              counted(file.licences, "licence"), file.digest.substr(0, digits));
    std::uint64_t unused = 0;
    for (const LicenceUse& use : run.licences->uses) {
        const bool is_used = use.lines_cleared + use.lines_refused > 0;
        unused += is_used ? 0 : 1;
        if (is_used)
            write_use(use, stream);
    }
    if (unused > 0)
        stream << fmt::format("licences that no line needed {}\n", unused);
}

void write_decisions(const RunReport& run, std::ostream& stream) {
    if (!run.decisions)
        return;
    constexpr std::size_t digits = 12;
    const DecisionReport& report = *run.decisions;
    stream << fmt::format("decisions {}, {}, digest {}: {} applied, {} with changed facts, {} "
                          "expired, {} unused, {} superseded\n",
                          printable(report.file), counted(report.records, "record"),
                          report.digest.substr(0, digits), report.applied, report.changed,
                          report.expired.size(), report.unused.size(), report.superseded);
}

} // namespace preflag

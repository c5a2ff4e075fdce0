#include <preflag/base/document/document.h>
#include <preflag/base/error.h>
#include <preflag/clearance/decision_reader.h>
#include <preflag/clearance/reported_findings.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

std::vector<ReportedFinding> findings_of(const Document& line, const FindingQuery& query) {
    auto facts = facts_in_report(line, query.id);
    if (!facts)
        return {};
    std::vector<ReportedFinding> findings{{query.id, *std::move(facts)}};
    if (!query.whole_line)
        return findings;
    for (const DocumentNode& node : line.root.find("findings")->items()) {
        const DocumentNode* id = node.find("id");
        if (id == nullptr || id->text() == query.id || node.find("cleared_by") != nullptr)
            continue;
        auto other = facts_in_report(line, id->text());
        if (other && other->outcome != Outcome::watchlist)
            findings.push_back({id->text(), *std::move(other)});
    }
    return findings;
}

/// Faults are told with the line of the report.
std::vector<ReportedFinding> findings_in_line(const std::string& text, std::uint64_t number,
                                              const std::string& name, const FindingQuery& query) {
    if (text.find(query.id) == std::string::npos)
        return {};
    try {
        return findings_of(read_json(text, name), query);
    } catch (const MalformedFile& error) {
        std::vector<Diagnostic> faults = error.diagnostics();
        for (Diagnostic& fault : faults)
            fault.position.line = number;
        throw MalformedFile(std::move(faults));
    }
}

/// The same trade may stand on several lines; then its quantity is that of all of them.
void widen(DecisionFacts& facts, const DecisionFacts& other) {
    for (DecidedSubstance& substance : facts.substances)
        for (const DecidedSubstance& more : other.substances)
            if (more.id == substance.id && more.quantity && substance.quantity &&
                more.quantity->unit == substance.quantity->unit) {
                Interval& value = substance.quantity->value;
                value.low = std::min(value.low, more.quantity->value.low);
                value.high = std::max(value.high, more.quantity->value.high);
            }
}

void add(std::vector<ReportedFinding>& all, ReportedFinding&& found) {
    const auto known = std::find_if(all.begin(), all.end(),
                                    [&](const auto& other) { return other.id == found.id; });
    if (known == all.end())
        all.push_back(std::move(found));
    else
        widen(known->facts, found.facts);
}

} // namespace

std::vector<ReportedFinding> findings_in_report(std::istream& report, const std::string& name,
                                                const FindingQuery& query) {
    std::vector<ReportedFinding> all;
    std::string line;
    for (std::uint64_t number = 1; std::getline(report, line); ++number)
        for (ReportedFinding& found : findings_in_line(line, number, name, query))
            add(all, std::move(found));
    if (!report.eof())
        throw InputError(fmt::format("the report {} cannot be read", name));
    return all;
}

} // namespace preflag

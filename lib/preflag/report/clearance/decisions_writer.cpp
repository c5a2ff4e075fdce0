#include <preflag/base/text.h>
#include <preflag/report/clearance/decision_file.h>
#include <preflag/report/clearance/decisions_writer.h>

#include <fmt/format.h>

namespace preflag {

namespace {

std::string_view state_of(const Decision& decision, Date today) {
    if (decision.is_superseded)
        return "superseded";
    return decision.is_expired(today) ? "expired" : "in force";
}

} // namespace

std::string facts_text(const DecisionFacts& facts) {
    std::string text =
        fmt::format("{}: \"{}\" to \"{}\"", facts.rule, facts.goods, facts.consignee);
    for (const DecidedSubstance& substance : facts.substances)
        text += fmt::format("; {} {}, {}", substance.id, to_string(substance.strength),
                            to_string(substance.quantity));
    return text;
}

void write_decisions_text(const DecisionFile& file, Date today, std::ostream& stream) {
    for (const Decision& decision : file.decisions) {
        stream << fmt::format("{}  {}  by {} on {}{}, {}\n", decision.finding,
                              name_of(decision.kind), printable(decision.by),
                              to_string(decision.on),
                              decision.until ? " until " + to_string(*decision.until) : "",
                              state_of(decision, today));
        stream << fmt::format("  {}\n", printable(facts_text(decision.facts)));
        stream << fmt::format("  because: {}\n", printable(decision.because));
    }
    if (file.decisions.empty())
        stream << "no decision is recorded\n";
}

void write_decisions_json(const DecisionFile& file, Date today, std::ostream& stream) {
    for (const Decision& decision : file.decisions) {
        std::string record = decision_json(decision);
        record.insert(1, fmt::format("\"state\":\"{}\",", state_of(decision, today)));
        stream << record;
    }
}

} // namespace preflag

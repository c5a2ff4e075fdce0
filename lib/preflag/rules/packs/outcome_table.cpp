#include <preflag/rules/packs/outcome_table.h>

namespace preflag {

namespace {

constexpr std::array<std::string_view, open_point_count> doubt_names{
    "strength", "unconverted", "particle-size", "quantity",
    "identity", "straddling",  "route",         "reservation"};

template <typename Value>
std::size_t index(Value value) {
    return static_cast<std::size_t>(value);
}

} // namespace

std::string_view name_of(OpenPoint doubt) {
    return doubt_names[index(doubt)];
}

int OutcomeTable::score_of(Outcome outcome) const {
    return scores_[index(outcome)];
}

Severity OutcomeTable::severity_of(int score) const {
    std::size_t severity = 0;
    while (severity + 1 < severity_count && score >= bounds_[severity + 1])
        ++severity;
    return static_cast<Severity>(severity);
}

int OutcomeTable::lowest_score(Severity severity) const {
    return bounds_[index(severity)];
}

const std::string& OutcomeTable::consequence(Outcome outcome) const {
    return consequences_[index(outcome)];
}

const std::string& OutcomeTable::relation(Operator op) const {
    return relations_[index(op)];
}

const MessageTemplate& OutcomeTable::clearing(Operator op) const {
    return clearing_[index(op)];
}

const MessageTemplate& OutcomeTable::message(Outcome outcome, std::size_t terms) const {
    const Sentences& sentences = sentences_[index(outcome)];
    if (terms == 0)
        return sentences.any;
    return terms == 1 ? sentences.one_term : sentences.several_terms;
}

const MessageTemplate& OutcomeTable::message(OpenPoint doubt) const {
    return doubts_[index(doubt)];
}

const MessageTemplate& OutcomeTable::settle(OpenPoint doubt) const {
    return settle_[index(doubt)];
}

const MessageTemplate& OutcomeTable::meeting(OpenPoint doubt) const {
    return meeting_[index(doubt)];
}

} // namespace preflag

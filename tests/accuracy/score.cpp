#include "score.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace preflag::accuracy {

namespace {

constexpr double substance_f1_target = 0.99;
constexpr double annex_i_recall_target = 0.99;
constexpr double annex_i_precision_target = 0.99;
constexpr double strength_target = 0.98;
constexpr double strength_tolerance = 0.01;

std::string_view name_of(Answer answer) {
    return answer == Answer::yes ? "yes" : answer == Answer::no ? "no" : "uncertain";
}

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
}

template <typename Names>
std::string joined(const Names& names) {
    return names.empty() ? "none" : fmt::format("{}", fmt::join(names, " + "));
}

bool is_same(const Interval& left, const Interval& right) {
    return std::abs(left.low - right.low) <= strength_tolerance &&
           std::abs(left.high - right.high) <= strength_tolerance;
}

void ask(std::string_view question, Answer expected, Reply reply, Counts& counts,
         std::vector<Miss>& misses) {
    if (!counts.add(expected, reply))
        misses.push_back({std::string(question), std::string(name_of(expected)),
                          std::string(accuracy::name_of(reply))});
}

/// "At least 99 %" is read as 99-100 and "at most 16 %" as 0-16, as limits are compared with the
/// whole range; a label gives the stated figure. Such a bound counts as exact.
bool is_stated_bound(const Interval& read, const Interval& expected) {
    const bool is_minimum = read.high >= 100 && is_same({read.low, read.low}, expected);
    const bool is_maximum = read.low == 0 && is_same({read.high, read.high}, expected);
    return is_minimum || is_maximum;
}

/// Not exact, but one end is the figure: "99" read as "at least 99", or as a part of "15-99".
bool is_one_sided(const Interval& read, const Interval& expected) {
    return is_same({read.low, read.low}, expected) || is_same({read.high, read.high}, expected);
}

std::string row(std::string_view question, const Counts& counts) {
    return fmt::format("{:<14}{:>5}{:>5}{:>5}{:>6}{:>11.4f}{:>9.4f}{:>9.4f}\n", question,
                       counts.true_positives, counts.false_positives, counts.false_negatives,
                       counts.true_negatives, counts.precision(), counts.recall(), counts.f1());
}

std::string open_row(std::string_view question, const Counts& counts) {
    return fmt::format("{}: {} of {} uncertain lines answered undetermined; undetermined where the "
                       "answer is no: {}\n",
                       question, counts.uncertain_undetermined, counts.uncertain,
                       counts.undetermined_for_no);
}

void demand(std::string_view what, double value, double target, std::vector<std::string>& missed) {
    if (value < target)
        missed.push_back(fmt::format("{} {:.4f} is below {:.2f}", what, value, target));
}

} // namespace

bool Counts::add(Answer expected, Reply reply) {
    if (expected == Answer::uncertain) {
        ++uncertain;
        uncertain_undetermined += reply == Reply::undetermined ? 1U : 0U;
        return true;
    }
    if (expected == Answer::yes) {
        ++(reply == Reply::yes ? true_positives : false_negatives);
        return reply == Reply::yes;
    }
    undetermined_for_no += reply == Reply::undetermined ? 1U : 0U;
    ++(reply == Reply::no ? true_negatives : false_positives);
    return reply == Reply::no;
}

double Counts::precision() const {
    return share(true_positives, true_positives + false_positives);
}

double Counts::recall() const {
    return share(true_positives, true_positives + false_negatives);
}

double Counts::f1() const {
    return share(2 * true_positives, 2 * true_positives + false_positives + false_negatives);
}

std::vector<Miss> Scores::add(const LabelledCase& labelled, const ScreenedCase& screened) {
    std::vector<Miss> misses;
    ++lines_;
    add_substance(labelled, screened, misses);
    ask("Annex I", labelled.annex_i, screened.annex_i, annex_i_, misses);
    ask("Annex II", labelled.annex_ii, screened.annex_ii, annex_ii_, misses);
    ask("Global Shield", labelled.global_shield, screened.global_shield, global_shield_, misses);
    add_strength(labelled, screened, misses);
    return misses;
}

void Scores::add_substance(const LabelledCase& labelled, const ScreenedCase& screened,
                           std::vector<Miss>& misses) {
    if (labelled.leaves_substance_open()) {
        ++substance_.uncertain;
        return;
    }
    const auto is_found = [&](const std::string& id) { return screened.substances.contains(id); };
    const bool all_found =
        std::all_of(labelled.substances.begin(), labelled.substances.end(), is_found);
    bool is_right = all_found;
    if (labelled.substances.empty()) {
        is_right = screened.substances.empty();
        ++(is_right ? substance_.true_negatives : substance_.false_positives);
    } else {
        ++(all_found ? substance_.true_positives : substance_.false_negatives);
        further_ += screened.substances.size() > labelled.substances.size() ? 1U : 0U;
    }
    if (!is_right)
        misses.push_back({"substance", joined(labelled.substances), joined(screened.substances)});
}

void Scores::add_strength(const LabelledCase& labelled, const ScreenedCase& screened,
                          std::vector<Miss>& misses) {
    if (!labelled.strength)
        return;
    ++strengths_;
    if (screened.strength && (is_same(*screened.strength, *labelled.strength) ||
                              is_stated_bound(*screened.strength, *labelled.strength)))
        ++exact_strengths_;
    else {
        one_sided_ +=
            screened.strength && is_one_sided(*screened.strength, *labelled.strength) ? 1U : 0U;
        misses.push_back({"strength", to_string(*labelled.strength),
                          screened.strength ? screened.strength_text : "none"});
    }
}

double Scores::strength_share() const {
    return share(exact_strengths_, strengths_);
}

std::vector<std::string> Scores::shortfalls() const {
    std::vector<std::string> missed;
    demand("substance F1", substance_.f1(), substance_f1_target, missed);
    demand("Annex I recall", annex_i_.recall(), annex_i_recall_target, missed);
    demand("Annex I precision", annex_i_.precision(), annex_i_precision_target, missed);
    demand("exact strengths", strength_share(), strength_target, missed);
    return missed;
}

std::vector<std::string> Scores::false_alarms() const {
    std::vector<std::string> alarms;
    const auto report = [&](std::string_view question, const Counts& counts) {
        if (counts.false_positives > 0)
            alarms.push_back(fmt::format("{}: {} false alarms", question, counts.false_positives));
    };
    report("substance", substance_);
    report("Annex I", annex_i_);
    report("Annex II", annex_ii_);
    report("Global Shield", global_shield_);
    return alarms;
}

std::string Scores::table() const {
    std::string text = fmt::format("{} lines\n", lines_);
    text += fmt::format("{:<14}{:>5}{:>5}{:>5}{:>6}{:>11}{:>9}{:>9}\n", "question", "TP", "FP",
                        "FN", "TN", "precision", "recall", "F1");
    text += row("substance", substance_);
    text += row("Annex I", annex_i_);
    text += row("Annex II", annex_ii_);
    text += row("Global Shield", global_shield_);
    text +=
        fmt::format("strength      {} of {} exact ({:.4f}); {} more with the figure as one end\n",
                    exact_strengths_, strengths_, strength_share(), one_sided_);
    text += open_row("Annex I", annex_i_);
    text += open_row("Annex II", annex_ii_);
    text += open_row("Global Shield", global_shield_);
    text += fmt::format("substance: {} lines left open; {} lines with a further listed substance\n",
                        substance_.uncertain, further_);
    return text;
}

} // namespace preflag::accuracy

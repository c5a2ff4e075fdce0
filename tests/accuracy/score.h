#pragma once

#include "labelled_case.h"
#include "screened_case.h"

#include <cstddef>
#include <string>
#include <vector>

namespace preflag::accuracy {

/// Counts of one yes-or-no question. An `undetermined` reply is no "yes": it is a miss where the
/// answer is yes, and an alarm where it is no.
struct Counts {
    std::size_t true_positives = 0;
    std::size_t false_positives = 0;
    std::size_t false_negatives = 0;
    std::size_t true_negatives = 0;
    std::size_t undetermined_for_no = 0; ///< among the false positives
    std::size_t uncertain = 0;           ///< labels that count in nothing above
    std::size_t uncertain_undetermined = 0;

    /// Returns whether the reply is right; an uncertain label accepts any.
    bool add(Answer expected, Reply reply);
    [[nodiscard]] double precision() const; ///< 1 when nothing was said
    [[nodiscard]] double recall() const;    ///< 1 when there was nothing to find
    [[nodiscard]] double f1() const;
};

/// A wrong answer: the question, what the label says, what the program said.
struct Miss {
    std::string question;
    std::string expected;
    std::string got;
};

/// The scores over all lines that were added.
class Scores {
  public:
    /// Returns what is wrong about the line; empty when all is right.
    std::vector<Miss> add(const LabelledCase& labelled, const ScreenedCase& screened);

    /// Targets that are missed, in words; empty when all are met. A question without a single yes
    /// or alarm meets its target.
    [[nodiscard]] std::vector<std::string> shortfalls() const;
    /// False alarms of any question, in words; empty when there are none.
    [[nodiscard]] std::vector<std::string> false_alarms() const;
    /// Table for people, with a line end at the end.
    [[nodiscard]] std::string table() const;

  private:
    void add_substance(const LabelledCase& labelled, const ScreenedCase& screened,
                       std::vector<Miss>& misses);
    void add_strength(const LabelledCase& labelled, const ScreenedCase& screened,
                      std::vector<Miss>& misses);
    [[nodiscard]] double strength_share() const;

    std::size_t lines_ = 0;
    Counts substance_, annex_i_, annex_ii_, global_shield_;
    std::size_t further_ = 0; ///< lines with an expected substance that named another one too
    std::size_t strengths_ = 0, exact_strengths_ = 0;
    std::size_t one_sided_ = 0; ///< not exact, but one end is the figure
};

} // namespace preflag::accuracy

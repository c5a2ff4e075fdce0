#pragma once

#include <preflag/goods/interval.h>
#include <preflag/rules/packs/message_template.h>
#include <preflag/rules/verdict.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// Why a row of a law cannot be decided.
enum class OpenPoint {
    strength,      ///< none was stated
    unconverted,   ///< stated in a unit that cannot be compared with the limit
    particle_size, ///< none was stated
    quantity,      ///< no weight was stated
    identity,      ///< weak evidence only
    straddling,    ///< the stated range lies on both sides of the limit
    route,         ///< whether the law holds where the goods go is not told
    reservation,   ///< the law leaves out goods of this strength, if they are also what it says
};
inline constexpr std::size_t open_point_count = 8;
/// "particle-size": the key of the doubt's wording.
std::string_view name_of(OpenPoint doubt);

/// Scores, severity bounds and wording, as rules/outcomes.yaml has them.
class OutcomeTable {
  public:
    [[nodiscard]] int score_of(Outcome outcome) const;
    [[nodiscard]] Severity severity_of(int score) const;
    [[nodiscard]] int lowest_score(Severity severity) const;

    /// "above", "at or above", ...
    [[nodiscard]] const std::string& relation(Operator op) const;
    /// The figures that would clear the goods: "{limit_value} or less".
    [[nodiscard]] const MessageTemplate& clearing(Operator op) const;

    /// The sentence for a limit of one term, of several terms, of none.
    [[nodiscard]] const MessageTemplate& message(Outcome outcome, std::size_t terms) const;
    [[nodiscard]] const MessageTemplate& message(OpenPoint doubt) const;
    [[nodiscard]] const MessageTemplate& settle(OpenPoint doubt) const;
    /// The figures that would meet a limit of one term; empty for a doubt about the identity.
    [[nodiscard]] const MessageTemplate& meeting(OpenPoint doubt) const;
    /// What the outcome does to the goods: "restrict it".
    [[nodiscard]] const std::string& consequence(Outcome outcome) const;
    /// Stands for {measured} when the law adds up strengths.
    [[nodiscard]] const MessageTemplate& summed() const { return summed_; }

    template <class Archive>
    void serialize(Archive& archive) {
        archive(scores_, bounds_, relations_, consequences_, clearing_, sentences_, doubts_,
                settle_, meeting_, summed_);
    }

  private:
    struct Sentences {
        MessageTemplate one_term, several_terms, any;
    };
    friend class OutcomeTableReader;

    std::array<int, outcome_count> scores_{};
    std::array<int, severity_count> bounds_{};
    std::array<std::string, 4> relations_;
    std::array<std::string, outcome_count> consequences_;
    std::array<MessageTemplate, 4> clearing_;
    std::array<Sentences, outcome_count> sentences_;
    std::array<MessageTemplate, open_point_count> doubts_;
    std::array<MessageTemplate, open_point_count> settle_;
    std::array<MessageTemplate, open_point_count> meeting_;
    MessageTemplate summed_;
};

} // namespace preflag

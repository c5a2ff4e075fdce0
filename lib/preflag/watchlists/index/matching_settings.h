#pragma once

#include <preflag/base/document/rule_files.h>

#include <vector>

namespace preflag {

/// What makes a listed name a match and how severe it is: rules/parties/matching.yaml. Scores are
/// shares of 1.
struct MatchingSettings {
    double least_score = 0;      ///< of a match, after the adjustments
    double least_part_score = 0; ///< of a match of what was cut out of a cell
    double least_evidence = 0;   ///< the weight of the words found, unless the names are the same

    double weak_alias = 0, craft = 0; ///< added to the score of such names, such entries
    double other_kind = 0;            ///< added when the party is written as another kind
    double same_country = 0, other_country = 0;
    double same_birth_date = 0, other_birth_date = 0;
    double same_address = 0;

    struct Grade {
        double from = 0; ///< the lowest score
        int points = 0;  ///< of the line's score, 0 to 100
    };
    std::vector<Grade> grades; ///< highest first
    int identifier_points = 0; ///< for the same identifier, whatever the name

    /// The least score of a name that all that can be added could make a match.
    [[nodiscard]] double least_hit() const {
        constexpr double rounding = 1e-9;
        return least_score - same_country - same_birth_date - same_address - rounding;
    }

    /// The points of a match's score.
    [[nodiscard]] int points_of(double score) const;
};

/// Reads parties/matching.yaml. Adds every defect to `diagnostics`, among them a least score so low
/// that the search could miss a name, and that there is no such file.
MatchingSettings read_matching_settings(const RuleFiles& files,
                                        std::vector<Diagnostic>& diagnostics);

} // namespace preflag

#pragma once

#include <preflag/knowledge/knowledge.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preflag {

/// A case of a rule and what the engine makes of it now.
struct ExplainedCase {
    std::string name;
    std::string line;     ///< fields and values in words
    std::string expected; ///< outcome, or "silent"
    std::string result;   ///< the same of what came out; "not run" when the rule is switched off
    std::string message;  ///< the sentence of the finding, with what would settle it
    bool passed = true;
};

/// A rule with its pack and its cases, run.
struct ExplainedRule {
    const RulePack* pack = nullptr;
    const Rule* rule = nullptr;
    std::vector<ExplainedCase> cases;
};

/// What each law makes of a substance at the strengths around all limits. The answers come from the
/// same judgement as those on manifests.
struct StrengthLadder {
    struct Step {
        std::string strength;             ///< "12 % w/w"; "not stated"
        std::vector<std::string> answers; ///< outcomes, one a law
    };
    std::vector<const Rule*> laws;
    std::vector<Step> steps;
};

/// Everything about a substance across all laws. Pointers are into the rules and the catalogue.
struct Explanation {
    const Substance* substance = nullptr;
    /// Names by language, as the catalogue's file has them; filled in by the caller.
    std::vector<std::pair<std::string, std::vector<std::string>>> names;
    std::vector<ExplainedRule> laws; ///< in pack order
    StrengthLadder ladder;
};

Explanation explain(const Substance& substance, const Knowledge& knowledge);

/// Runs the rule's cases. The rule must be one of `rules`.
ExplainedRule explain(const Rule& rule, const Knowledge& knowledge);

/// The substances that `text` names: by id, CAS, EC, CUS, UN or HS number, else as the description
/// of a manifest line would be read. A subheading that names some substances is not taken for the
/// many others of a basket. Empty when there is none.
std::vector<const Substance*> find_substances(std::string_view text, const Catalogue& catalogue);

} // namespace preflag

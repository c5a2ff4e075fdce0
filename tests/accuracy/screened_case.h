#pragma once

#include "labelled_case.h"

#include <preflag/goods/reading/goods_reader.h>
#include <preflag/rules/rule_set.h>

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace preflag::accuracy {

/// What the program says to a question about a line.
enum class Reply : std::uint8_t { no, yes, undetermined };
std::string_view name_of(Reply reply);

/// Everything the scores need of the program's reading of one line.
struct ScreenedCase {
    std::set<std::string> substances; ///< listed by the EU or the WCO
    std::optional<Interval> strength; ///< stated figure of the first expected substance
    std::string strength_text;        ///< with its unit, for people
    Reply annex_i = Reply::no;
    Reply annex_ii = Reply::no;
    Reply global_shield = Reply::no;
    std::vector<std::string> evidence;  ///< "nitric-acid: name 'Nitric Acid'"
    std::vector<std::string> cancelled; ///< the same, with what cancelled it
};

/// Runs the screening code on labelled lines. Both references must outlive it.
class CaseScreener {
  public:
    CaseScreener(const Catalogue& catalogue, const RuleSet& rules);

    ScreenedCase screen(const LabelledCase& labelled);

  private:
    GoodsReader reader_;
    const RuleSet& rules_;
    std::set<std::string> listed_;
    std::vector<Verdict> verdicts_;
};

} // namespace preflag::accuracy

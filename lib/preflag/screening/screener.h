#pragma once

#include <preflag/consignees/consignee_memory.h>
#include <preflag/goods/reading/goods_reader.h>
#include <preflag/knowledge/knowledge.h>
#include <preflag/manifest/manifest_line.h>
#include <preflag/screening/counted_flag.h>
#include <preflag/screening/screened_line.h>
#include <preflag/screening/watchlist_findings.h>

#include <optional>
#include <string_view>
#include <vector>

namespace preflag {

/// A line as its screener leaves it: what it tells by itself, in the order of the packs and the
/// parties. What counts over several lines waits for LineTally, then the line has to be weighed.
struct JudgedLine {
    ScreenedLine line;
    std::vector<CountedFlag> counted;
};

/// Screens lines by what is known, which is shared and const. One per thread; it owns only scratch
/// space.
class Screener {
  public:
    /// The knowledge must outlive the screener, and so must the parties, which are shared by the
    /// screeners of a run; nullptr: no party is looked up.
    explicit Screener(const Knowledge& knowledge, ListedParties* parties = nullptr);

    /// Whether anything may be found on a line of these goods; false is certain. Asks for the
    /// fields that can tell what the goods are, and for no other one.
    bool may_find(const FieldValues& goods) {
        return reader_.find(goods) || watchlists_.has_value();
    }
    /// What was found on the line that `may_find` was asked about last, or nullopt when nothing
    /// was. `keep_clear` returns clear lines too.
    std::optional<JudgedLine> screen_asked(const ManifestLine& line, std::string_view file,
                                           bool keep_clear = false);
    /// Both.
    std::optional<JudgedLine> screen(const ManifestLine& line, std::string_view file,
                                     bool keep_clear = false) {
        reader_.find(line.values);
        return screen_asked(line, file, keep_clear);
    }

    /// From now on only this rule answers, as it would among all; nullptr: all. For the cases of
    /// rules, which else would be judged by all rules each; for them no home stands in.
    void ask_only(const Rule* rule) { only_ = rule; }

    [[nodiscard]] const RuleSet& rules() const { return rules_; }

  private:
    void add_findings(const ManifestLine& line, const GoodsReading& goods,
                      std::vector<Finding> listed, JudgedLine& judged);
    void hold_back(Verdict& verdict, const CountedLine& line, JudgedLine& judged) const;

    GoodsReader reader_;
    const RuleSet& rules_;
    PlaceMemory places_;
    ConsigneeMemory consignees_;
    const Rule* only_ = nullptr;
    std::vector<Verdict> verdicts_;
    std::optional<WatchlistFindings> watchlists_;
};

} // namespace preflag

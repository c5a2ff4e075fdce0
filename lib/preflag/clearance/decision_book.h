#pragma once

#include <preflag/base/bounded_memo.h>
#include <preflag/base/country_table.h>
#include <preflag/clearance/decision_reader.h>
#include <preflag/names/known_names.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace preflag {

/// What a run did with a file of decisions. Each record that is not superseded counts once.
struct DecisionReport {
    std::string file, digest;
    std::size_t records = 0;
    std::size_t superseded = 0;       ///< a later record on the same finding holds
    std::size_t applied = 0;          ///< cleared or confirmed a finding of the run
    std::size_t changed = 0;          ///< met a finding whose facts had changed
    std::vector<std::string> expired; ///< ids of findings
    std::vector<std::string> unused;  ///< ids of findings that nothing of the run was like
};

/// How far the quantity may differ from the decided one, as a share of it.
inline constexpr double default_quantity_margin = 0.10;

/// What differs between the facts that were decided on and those of a finding now, a phrase each:
/// "hydrogen-peroxide 200 kg then, 900 kg now". Spelling of goods and consignee does not count.
std::vector<std::string> changed_facts(const DecisionFacts& then, const DecisionFacts& now,
                                       double quantity_margin, KnownNames& names,
                                       const CountryTable& countries);

/// Applies recorded decisions to findings. What was cleared stays quiet, and what was confirmed is
/// marked, until the facts change or the decision expires; both are then said in a remark.
class DecisionBook {
  public:
    struct Options {
        Date today; ///< decisions expire by it, whatever the shipment's date
        double quantity_margin = default_quantity_margin;
        std::unordered_map<std::string, std::string> editions; ///< of the pack, by rule id
    };

    /// The words and countries must outlive it.
    DecisionBook(DecisionFile file, const NameVocabulary& words, const CountryTable& countries,
                 Options options);

    /// The finding must be one of the line's.
    void apply(const ScreenedLine& line, Finding& finding);

    [[nodiscard]] DecisionReport report() const;

  private:
    /// Consignees whose keys are remembered.
    static constexpr std::size_t most_known = 50'000;

    enum class Fate { unused, changed, applied };
    struct Match {
        std::uint32_t decision = 0;
        std::vector<std::string> changes;
    };

    std::vector<std::uint32_t> candidates(const DecisionFacts& now, std::string_view id);
    std::optional<Match> best_match(const DecisionFacts& now, std::string_view id);
    void settle(Finding& finding, const Match& match);
    std::string key_of(const std::string& consignee);

    DecisionFile file_;
    const CountryTable& countries_;
    Options options_;
    KnownNames names_;
    std::vector<Fate> fates_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_finding_, by_consignee_,
        by_shipment_;
    BoundedMemo<std::string> keys_{most_known}; ///< of consignees as written
};

} // namespace preflag

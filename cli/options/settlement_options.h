#pragma once

#include "knowledge.h"
#include "options/option_set.h"

#include <preflag/clearance/decision_reader.h>
#include <preflag/clearance/settlement.h>
#include <preflag/run/summary.h>

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace preflag {

/// What was typed about letting legitimate trade pass.
struct SettlementWords {
    std::vector<std::string> licences;
    std::string decisions;
    std::string quantity_margin = "10%";
    bool show_suppressed = false;
};

Option& add_decisions_option(OptionSet& options, std::string& file_name);
void add_settlement_options(OptionSet& options, SettlementWords& words);

/// Says which line of a file of decisions was set aside, if any.
void tell_torn(const DecisionFile& file);

/// Throws UsageError for words that make no sense together.
void check_settlement(const SettlementWords& words);

/// The editions of the packs that decide, by the ids of their rules.
std::unordered_map<std::string, std::string> editions_of(const RuleSet& rules);

/// What licences and decisions make of the findings of a run; it owns the words that names are read
/// by. Must not move once it is used.
class RunSettlement {
  public:
    /// Reads the files that are named. Throws InputError and PackError with every defect: a file
    /// that cannot be used is never passed over.
    RunSettlement(const SettlementWords& words, const Knowledge& knowledge,
                  const std::vector<std::filesystem::path>& rule_folders,
                  std::optional<Date> as_of);

    /// Nullptr when no file was named.
    [[nodiscard]] Settlement* get() { return settlement_ ? &*settlement_ : nullptr; }
    /// Nullopt when none were given.
    [[nodiscard]] std::optional<LicenceReport> licences() const;
    [[nodiscard]] std::optional<DecisionReport> decisions() const;

  private:
    void use_licences(const std::vector<std::string>& paths, const Knowledge& knowledge,
                      std::optional<Date> as_of);
    void use_decisions(const SettlementWords& words, const Knowledge& knowledge,
                       std::optional<Date> as_of);

    std::optional<NameWords> names_;
    std::optional<Settlement> settlement_;
};

} // namespace preflag

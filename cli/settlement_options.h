#pragma once

#include "knowledge.h"

#include <preflag/screening/settlement.h>
#include <preflag/screening/summary.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace preflag {

/// What was typed about letting legitimate trade pass.
struct SettlementWords {
    std::vector<std::string> licences;
    bool show_suppressed = false;
};

void add_settlement_options(CLI::App& command, SettlementWords& words);

/// Throws UsageError for words that make no sense together.
void check_settlement(const SettlementWords& words);

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

  private:
    std::optional<NameWords> names_;
    std::optional<Settlement> settlement_;
};

} // namespace preflag

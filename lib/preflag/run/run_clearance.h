#pragma once

#include <preflag/clearance/line_clearance.h>
#include <preflag/knowledge/knowledge.h>

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace preflag {

/// What may clear findings, as the user names it.
struct ClearanceFiles {
    std::vector<std::string> licences;
    std::string decisions; ///< empty: none
    /// How far a quantity may differ from the decided one, as a share of it.
    double quantity_margin = default_quantity_margin;
    Date day{};                ///< of the run: for shipments without a date, and what has expired
    std::optional<Date> as_of; ///< instead of the shipment's date and of the day
};

/// The editions of the packs that decide, by the ids of their rules.
std::unordered_map<std::string, std::string> editions_of(const RuleSet& rules);

/// What licences and decisions make of the findings of a run. The knowledge must outlive it. Must
/// not move once it is used.
class RunSettlement {
  public:
    /// Reads the files that are named. Throws InputError and MalformedFile with every defect: a
    /// file that cannot be used is never passed over.
    RunSettlement(const ClearanceFiles& files, const Knowledge& knowledge);
    RunSettlement(const RunSettlement&) = delete;
    RunSettlement& operator=(const RunSettlement&) = delete;

    /// Nullptr when no file was named.
    [[nodiscard]] LineClearance* get() { return line_clearance_ ? &*line_clearance_ : nullptr; }
    /// A note on the last line of the file of decisions, when it was set aside.
    [[nodiscard]] const std::optional<Diagnostic>& torn_line() const { return torn_line_; }

  private:
    void use_licences(const ClearanceFiles& files, const Knowledge& knowledge);
    void use_decisions(const ClearanceFiles& files, const Knowledge& knowledge);

    std::optional<LineClearance> line_clearance_;
    std::optional<Diagnostic> torn_line_;
};

} // namespace preflag

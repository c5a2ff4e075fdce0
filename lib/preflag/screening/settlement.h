#pragma once

#include <preflag/rules/rule_set.h>
#include <preflag/screening/licence_cover.h>

#include <optional>

namespace preflag {

/// Lets legitimate trade pass: what licences and recorded decisions make of each line that has
/// findings. Lines must come in input order, on one thread.
class Settlement {
  public:
    /// The rules must outlive it.
    explicit Settlement(const RuleSet& rules) : rules_(rules) {}

    void use(LicenceCover licences) { licences_.emplace(std::move(licences)); }

    /// Clears findings and puts them behind those that stay open, which alone make up the line's
    /// score and severity from then on.
    void settle(ScreenedLine& line);

    /// Nullptr when there are none.
    [[nodiscard]] const LicenceCover* licences() const { return licences_ ? &*licences_ : nullptr; }

  private:
    const RuleSet& rules_;
    std::optional<LicenceCover> licences_;
};

} // namespace preflag

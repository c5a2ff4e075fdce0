#pragma once

#include <preflag/base/country_table.h>
#include <preflag/base/date.h>
#include <preflag/places/route.h>
#include <preflag/rules/packs/rule_pack.h>

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace preflag {

/// The laws that a line's days and route call for.
class Applicability {
  public:
    /// A law in force on one of the days applies; several are the readings of one date. Unless it
    /// `follows_route` the laws of all countries apply. The references must outlive this.
    Applicability(std::vector<Date> days, const Route& route, bool follows_route,
                  const CountryTable& countries)
        : days_(std::move(days)), route_(route), follows_route_(follows_route),
          countries_(countries) {}

    /// Outside also when the rule is not in force that day.
    [[nodiscard]] RouteReach reach(const RulePack& pack, const Rule& rule) const;
    [[nodiscard]] bool applies(const RulePack& pack, const Rule& rule) const {
        return reach(pack, rule) == RouteReach::within;
    }

    /// The countries of the route that are known, each once.
    [[nodiscard]] std::span<const std::string> countries() const;

  private:
    std::vector<Date> days_;
    const Route& route_;
    bool follows_route_;
    const CountryTable& countries_;
};

} // namespace preflag

#pragma once

#include <preflag/base/field.h>
#include <preflag/places/place.h>
#include <preflag/places/place_memory.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// Whether goods on a route touch the countries of a law.
enum class RouteReach { outside, undetermined, within };

/// What stood in for legs that no column tells.
struct RouteStandIns {
    bool shipper = false;   ///< the shipper's country or address, for the origin
    bool consignee = false; ///< the consignee's country or address, for the destination
    bool home = false;      ///< --home
};

/// The way of a line's goods: origin, loading port, transit, discharge port and destination, as far
/// as they are told.
class Route {
  public:
    /// `is_whole`: both ends are told and every cell with a leg was read.
    Route(std::vector<Place> legs, bool is_whole, RouteStandIns stand_ins);

    /// Within when a leg surely lies in one of the countries, a territory under a state's law in
    /// the state; outside when all legs are told and none can; else undetermined. Within also when
    /// no leg is known at all: a line without places must not look clean.
    [[nodiscard]] RouteReach reach(std::span<const std::string> jurisdiction,
                                   const CountryTable& countries) const;

    /// No leg's country is known.
    [[nodiscard]] bool is_unknown() const { return countries_.empty(); }
    [[nodiscard]] bool is_whole() const { return is_whole_; }
    [[nodiscard]] const RouteStandIns& stand_ins() const { return stand_ins_; }
    /// The countries that are known, each once, in the order of the legs.
    [[nodiscard]] const std::vector<std::string>& countries() const { return countries_; }

  private:
    std::vector<Place> legs_; ///< those that are told at least in part
    std::vector<std::string> countries_;
    bool is_whole_ = false;
    RouteStandIns stand_ins_;
};

/// The route of a line; `home` is an ISO 3166 code, or empty.
Route read_route(const FieldValues& line, PlaceMemory& places, std::string_view home);

} // namespace preflag

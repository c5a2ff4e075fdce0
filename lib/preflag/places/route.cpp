#include <preflag/places/route.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace preflag {

namespace {

bool contains(std::span<const std::string> all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// One end of the way, as the line's cells tell it.
struct End {
    std::string_view place, port, party_country, party_address;
};

struct LegReader {
    explicit LegReader(PlaceMemory& memory) : memory_(memory) {}

    std::vector<Place> places;
    bool has_unread = false; ///< a cell tells a place that nobody knows
    bool has_way = false;    ///< a cell of one end tells a way from one known place to another

    /// Whether the end is told; `has_stood_in` when its cell is blank and the party's country told
    /// it.
    bool read_end(const End& end, bool& has_stood_in) {
        const std::size_t before = places.size();
        const bool is_blank = add(end.place, PlaceKind::country);
        add(end.port, PlaceKind::port);
        if (!is_blank)
            return places.size() > before;
        Place party = memory_.read(end.party_country, PlaceKind::country).place;
        if (party.countries.empty() && !end.party_address.empty())
            party = memory_.read_address(end.party_address);
        has_stood_in = !party.countries.empty();
        if (has_stood_in)
            places.push_back(party);
        return places.size() > before;
    }

    void read_transit(std::string_view text) {
        if (memory_.read(text, PlaceKind::port).is_blank)
            return;
        for (const Place& place : memory_.read_all(text))
            add(place);
    }

  private:
    void add(const Place& place) {
        if (place.countries.empty())
            has_unread = true;
        else
            places.push_back(place);
    }

    /// Whether the cell is blank.
    bool add(std::string_view text, PlaceKind kind) {
        if (text.empty())
            return true;
        const PlaceCell& cell = memory_.read(text, kind);
        if (cell.is_blank)
            return true;
        if (cell.tells_way)
            add_way(memory_.read_all(text));
        else
            add(Place(cell.place));
        return false;
    }

    void add_way(const std::vector<Place>& legs) {
        for (const Place& leg : legs)
            add(leg);
        has_way = has_way || (legs.size() > 1 && !legs.front().countries.empty() &&
                              !legs.back().countries.empty());
    }

    PlaceMemory& memory_;
};

} // namespace

Route::Route(std::vector<Place> legs, bool is_whole, RouteStandIns stand_ins)
    : legs_(std::move(legs)), is_whole_(is_whole), stand_ins_(stand_ins) {
    for (const Place& leg : legs_)
        if (leg.is_known() && !contains(countries_, leg.countries.front()))
            countries_.push_back(leg.countries.front());
}

RouteReach Route::reach(std::span<const std::string> jurisdiction,
                        const CountryTable& countries) const {
    const auto is_in = [&](const std::string& country) {
        return contains(jurisdiction, country) ||
               contains(jurisdiction, countries.state_of(country));
    };
    bool may_touch = false;
    for (const Place& leg : legs_) {
        const auto count = std::count_if(leg.countries.begin(), leg.countries.end(), is_in);
        if (count > 0 && static_cast<std::size_t>(count) == leg.countries.size())
            return RouteReach::within;
        may_touch = may_touch || count > 0;
    }
    if (is_whole_ && !may_touch)
        return RouteReach::outside;
    return is_unknown() ? RouteReach::within : RouteReach::undetermined;
}

Route read_route(const FieldValues& line, PlaceMemory& places, std::string_view home) {
    RouteStandIns stand_ins;
    LegReader legs(places);
    const bool has_origin =
        legs.read_end({line[Field::origin], line[Field::loading_port], line[Field::shipper_country],
                       line[Field::shipper_address]},
                      stand_ins.shipper);
    legs.read_transit(line[Field::transit]);
    const bool has_destination =
        legs.read_end({line[Field::destination], line[Field::discharge_port],
                       line[Field::consignee_country], line[Field::consignee_address]},
                      stand_ins.consignee);
    const bool has_ends = legs.has_way || (has_origin && has_destination);
    stand_ins.home = !home.empty() && !has_ends;
    if (stand_ins.home)
        legs.places.push_back({{std::string(home)}});
    return {std::move(legs.places), (has_ends || stand_ins.home) && !legs.has_unread, stand_ins};
}

} // namespace preflag

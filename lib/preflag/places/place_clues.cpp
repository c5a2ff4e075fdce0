#include <preflag/places/place_clues.h>

#include <algorithm>
#include <utility>

namespace preflag {

namespace {

using Countries = std::vector<std::string>;

bool contains(const Countries& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

void add_to(Countries& all, const std::string& one) {
    if (!contains(all, one))
        all.push_back(one);
}

Countries common(const Countries& left, const Countries& right) {
    Countries both;
    for (const std::string& country : left)
        if (contains(right, country))
            both.push_back(country);
    return both;
}

/// What both have; all that either has when they have nothing in common.
Countries reconciled(const Countries& left, const Countries& right) {
    Countries both = common(left, right);
    if (!both.empty())
        return both;
    both = left;
    for (const std::string& country : right)
        add_to(both, country);
    return both;
}

} // namespace

void PlaceClues::add_country(const std::string& code) {
    add_to(stated_, code);
}

void PlaceClues::add_name(std::vector<std::string> candidates) {
    if (!candidates.empty())
        named_.push_back(std::move(candidates));
}

void PlaceClues::add_code(std::vector<std::string> candidates, std::vector<std::string> alone) {
    coded_.push_back({std::move(candidates), std::move(alone)});
}

bool PlaceClues::may_be_in(const std::string& country) const {
    return !named_.empty() && contains(named_.back(), country);
}

void PlaceClues::add(const PlaceClues& others) {
    for (const std::string& country : others.stated_)
        add_country(country);
    named_.insert(named_.end(), others.named_.begin(), others.named_.end());
    coded_.insert(coded_.end(), others.coded_.begin(), others.coded_.end());
}

/// Without the states of which a territory is stated or named as well.
std::vector<std::string> PlaceClues::stated() const {
    Countries kept;
    for (const std::string& state : stated_) {
        const bool has_territory =
            std::any_of(stated_.begin(), stated_.end(), [&](const std::string& other) {
                return countries_.is_part_of(other, state);
            });
        if (!has_territory)
            kept.push_back(state);
    }
    if (kept.size() != 1)
        return kept;
    for (const Countries& names : named_) {
        Countries territories;
        for (const std::string& country : names)
            if (countries_.is_part_of(country, kept.front()))
                territories.push_back(country);
        if (territories.size() == 1 && !contains(names, kept.front()))
            return territories;
    }
    return kept;
}

std::vector<std::string> PlaceClues::named() const {
    Countries all;
    for (const Countries& names : named_)
        all = all.empty() ? names : reconciled(all, names);
    for (const Code& code : coded_) {
        Countries both = common(all, code.candidates);
        if (Countries sure = common(both, code.alone); !sure.empty()) // "San Jose, CA"
            both = std::move(sure);
        for (const std::string& country : all) // "Belfast, UK"
            if (code.alone.size() == 1 && countries_.is_part_of(country, code.alone.front()))
                add_to(both, country);
        if (both.empty()) // "Hamburg, NY": the town of this name that is less known
            both = code.alone.empty() ? all : code.alone;
        all = std::move(both);
    }
    return all;
}

Place PlaceClues::place() const {
    Place place{stated_.empty() ? named() : stated()};
    std::sort(place.countries.begin(), place.countries.end());
    return place;
}

} // namespace preflag

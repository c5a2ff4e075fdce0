#pragma once

#include "../../support/source_dir.h"

#include <preflag/base/country_table_reader.h>
#include <preflag/places/place_reader.h>
#include <preflag/places/place_table_reader.h>

#include <string>

namespace preflag::places_test {

/// The places and countries that the shipped rules have.
struct ShippedPlaces {
    CountryTable countries;
    PlaceTable places;
};

inline const ShippedPlaces& shipped() {
    static const ShippedPlaces all = [] {
        const RuleFiles files = RuleFiles::read({preflag::test::source_dir() + "/rules"});
        ShippedPlaces read;
        read.countries = read_or_throw(read_country_table, files);
        read.places = read_or_throw(
            [&](const RuleFiles& all_files, std::vector<Diagnostic>& diagnostics) {
                return read_place_table(all_files, read.countries, diagnostics);
            },
            files);
        return read;
    }();
    return all;
}

inline PlaceReader shipped_place_reader() {
    return {shipped().places, shipped().countries};
}

} // namespace preflag::places_test

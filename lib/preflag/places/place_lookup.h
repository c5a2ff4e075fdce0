#pragma once

#include <preflag/base/country_table.h>
#include <preflag/places/place_table.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// What single names and codes mean, as both tables have it. Both must outlive it.
struct PlaceLookup {
    const PlaceTable& places;
    const CountryTable& countries;

    /// The countries that have a city or a region of the name, by PlaceTable::key_of it.
    [[nodiscard]] std::vector<std::string> named(const std::string& key) const;
    /// The country of "PLGDN", "PL GDN", "PL-GDN"; empty when it is no such code.
    [[nodiscard]] std::string locode(std::string_view text) const;
    /// The country of "D", "PL" or "CNSHA" before a hyphen; empty when it is none.
    [[nodiscard]] std::string prefix(std::string_view text) const;
    /// The country of ISO 3166's three digits, US Schedule D's four, Schedule K's five; may be
    /// empty.
    [[nodiscard]] std::string digits(std::string_view text) const;
    /// The country of three capitals that are an airport; empty otherwise.
    [[nodiscard]] std::string_view airport(std::string_view text) const;
    /// Those of "上海港", "中国上海": a name written without spaces, less what says the kind of
    /// place.
    [[nodiscard]] std::vector<std::string> without_affixes(std::string_view text) const;
    /// A country by its name, or by its three letters in capitals.
    [[nodiscard]] std::optional<std::string> country_name(std::string_view text) const;
};

/// The countries of a text such as "CU DO MX", in order.
std::vector<std::string> country_list(std::string_view countries);

/// Adds what is not there yet, unless it is empty.
void add_once(std::vector<std::string>& all, std::string_view one);

/// ASCII letters in capitals.
std::string in_capitals(std::string_view text);

/// Whether the text is so many letters A to Z.
bool are_capitals(std::string_view text, std::size_t size);

} // namespace preflag

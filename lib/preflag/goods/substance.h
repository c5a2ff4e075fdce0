#pragma once

#include <preflag/goods/cas_number.h>
#include <preflag/goods/interval.h>

#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// A UN entry and the strength band, in % w/w, that its proper shipping name implies.
struct UnEntry {
    std::string number; // four digits
    std::optional<Interval> weight_percent;
};

/// A catalogue entry, as rules/substances/*.yaml has it. Names, codes and words used only for
/// recognition live in the Catalogue's index, built from the same file.
struct Substance {
    std::string id;   // "hydrogen-peroxide"
    std::string name; // "hydrogen peroxide", as messages use it
    std::string formula;
    std::vector<CasNumber> cas;
    std::vector<std::string> ec;
    std::vector<std::string> hs; // six digits, exact subheadings first
    std::vector<UnEntry> un;
};

} // namespace preflag

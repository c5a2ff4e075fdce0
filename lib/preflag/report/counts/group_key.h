#pragma once

#include <preflag/screening/screened_line.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// What lines are counted by.
enum class GroupKey { substance, route, consignee, law, day };
/// The names of the keys, in the order of GroupKey.
const std::vector<std::string>& group_key_names();

/// The keys in "substance,route", blanks around them left aside. Throws UsageError, which names
/// `option`, for a word that is no key, for one that is there twice and for none at all.
std::vector<GroupKey> parse_group_keys(const std::string& option, std::string_view words);

/// The columns of the keys: their names, but "origin" and "destination" for route.
std::vector<std::string> group_columns(const std::vector<GroupKey>& keys);

/// Where the goods go: the destination, or the country of the consignee.
std::string destination_of(const ScreenedLine& line);

/// A group that a line belongs to.
struct LineGroup {
    std::vector<std::string> cells; ///< one a column; empty where the line does not tell
    /// Of the substance, or of the line when it is not counted by substance; none: not stated, or
    /// without upper end.
    std::optional<double> kilograms;
};

/// The groups that a line belongs to, at least one: a line with two substances counts with both.
/// With substance and law both among the keys, a substance goes with the laws that list it.
std::vector<LineGroup> groups_of(const ScreenedLine& line, const std::vector<GroupKey>& keys);

} // namespace preflag

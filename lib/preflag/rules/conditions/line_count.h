#pragma once

#include <preflag/base/document/map_reader.h>

#include <optional>
#include <string>

namespace preflag {

/// What a red flag counts over several lines: its condition holds on each of them, and all of them
/// are of one consignee or of one shipment.
struct LineCount {
    enum class Of { consignee, shipment };
    enum class What {
        lines,
        substances,   ///< different ones that a law regulates
        consignees,   ///< different ones
        destinations, ///< different countries
        kilograms,    ///< of goods with a regulated substance, added up
        limit_share,  ///< shares of the limit of quantity, added up: 1 meets it
    };
    Of of = Of::consignee;
    What what = What::lines;
    double at_least = 2;
    /// Lines count together when their dates lie no more than so many days apart, and where a date
    /// is not known; none: all lines of a run.
    std::optional<int> within_days;
};

/// "at least 2 substances to one consignee within 30 days".
std::string to_string(const LineCount& count);
/// "2 substances", "1 line", "1500 kg", "1.2 of the limit".
std::string counted_text(LineCount::What what, double number);

/// The value of `across-lines`. Adds defects to the map's diagnostics and goes on.
LineCount read_line_count(const Document& document, const DocumentNode& node,
                          std::vector<Diagnostic>& diagnostics);

} // namespace preflag

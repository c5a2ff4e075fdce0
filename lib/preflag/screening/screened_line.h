#pragma once

#include <preflag/base/cell_styles.h>
#include <preflag/consignees/consignee_kind.h>
#include <preflag/goods/identification.h>
#include <preflag/places/route.h>
#include <preflag/screening/finding.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// What one rule adds to a line's score.
struct ScorePart {
    std::string rule;
    int points = 0;
};

/// What was told of the way of a line's goods.
struct RouteTold {
    bool is_unknown = false; ///< no leg: the laws of all countries were applied
    RouteStandIns stand_ins{};
};

/// One screened line with what was found on it, owning its text. Severity, score and the order of
/// the findings are those of weigh().
struct ScreenedLine {
    std::string file;
    std::uint64_t line = 0;
    std::uint64_t record = 0;
    std::string shipment;
    std::string goods;     ///< the description, or what stands in for it
    std::string consignee; ///< name as written
    std::string consignee_address;
    std::string consignee_country;
    std::string consignee_identifier; ///< VAT, EORI or registration number
    std::string date;                 ///< of the shipment, as written
    /// Where the goods come from and go to: the ISO 3166 code, or as written when it is no country.
    std::string origin, destination;
    DateOrder date_order = DateOrder::unknown; ///< in which the manifest writes dates
    bool is_date_ambiguous = false;            ///< it may be several days
    bool is_date_unread = false;
    /// What was read about the goods; its substances are those of the run's catalogue.
    GoodsReading reading;
    /// Who is behind the consignee; only of lines with a listed substance.
    std::optional<ConsigneeReading> consignee_reading;
    /// Of lines with a listed substance whose laws the route chose; else as if all was told.
    RouteTold route{};
    Severity severity = Severity::info;
    int score = 0;                      ///< the sum of its parts, at most 100
    std::vector<ScorePart> score_parts; ///< the law first
    std::vector<Finding> findings;      ///< open ones first, then the most severe

    /// Whether anything on it still needs attention.
    [[nodiscard]] bool has_open_findings() const;
    /// Whether licences and decisions cleared all that was found; false when nothing was.
    [[nodiscard]] bool is_cleared() const { return !findings.empty() && !has_open_findings(); }
};

/// The day of the shipment, "2026-11-23"; as written when it may be several or cannot be read.
std::string day_text(const ScreenedLine& line);

} // namespace preflag

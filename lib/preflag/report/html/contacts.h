#pragma once

#include <preflag/base/date.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// How soon a law wants to hear of something.
struct ReportingDeadline {
    std::string regime; ///< "eu-2019-1148"
    unsigned hours = 0; ///< from the event
    std::string event;  ///< "a sale is refused"
    std::string who;    ///< whose duty it is
    std::string citation, source;
    Date reviewed{}, review_by{};
};

/// Who takes reports in a country. What its source does not say is empty.
struct ContactPoint {
    std::string country; ///< ISO 3166
    std::vector<std::string> regimes;
    std::string name, phone, mail, page, note, source;
    Date reviewed{}, review_by{};
};

/// Whom reports name and by when, from rules/contacts.yaml. No line is judged by it.
struct Contacts {
    std::string question;  ///< what to ask about goods of which nothing is missing
    std::string elsewhere; ///< where further contact points can be looked up
    std::vector<ReportingDeadline> deadlines;
    std::vector<ContactPoint> points;

    [[nodiscard]] const ReportingDeadline* deadline_of(std::string_view regime) const;
    /// Of a law in a country; nullptr when there is none on file.
    [[nodiscard]] const ContactPoint* point_of(std::string_view regime,
                                               std::string_view country) const;
};

/// contacts.yaml of the last of the folders that has one; empty when none has. Throws MalformedFile
/// with every defect.
Contacts read_contacts(const std::vector<std::filesystem::path>& folders);

/// The last day on which what a run finds on `day` is reported in time. The hour of the run is not
/// known, so a started day counts whole.
Date due_day(const ReportingDeadline& deadline, Date day);

} // namespace preflag

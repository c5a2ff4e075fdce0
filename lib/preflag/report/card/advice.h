#pragma once

#include <preflag/report/html/contacts.h>
#include <preflag/screening/screened_line.h>

#include <optional>
#include <string>
#include <vector>

namespace preflag {

/// What reports for people say besides the lines.
struct AdviceSource {
    const Contacts& contacts;
    std::optional<Date> day; ///< of the run; deadlines count from it
};

/// What a person does about a line, in plain text.
struct Advice {
    struct Deadline {
        std::string law;
        std::string due;  ///< "2026-11-28"; empty when the day of the run is not known
        std::string rule; ///< "24 hours after a sale is refused (component sellers, ...)"
    };
    /// The duty of the law that decides, then what the red flags ask for, each once.
    std::vector<std::string> duties;
    std::vector<Deadline> deadlines; ///< one a law, those that may not hold on the route last
    std::string question;            ///< what would settle it, or what to ask about such goods
    std::vector<const ContactPoint*> contacts; ///< of countries that the line touches
};
Advice advice_on(const ScreenedLine& line, const AdviceSource& source);

/// "25", "20-25": kilograms of the goods; empty when they are not stated or have no upper end.
std::string kilograms_text(const ScreenedLine& line);

} // namespace preflag

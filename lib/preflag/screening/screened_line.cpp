#include <preflag/base/cells/written_date.h>
#include <preflag/screening/screened_line.h>

#include <algorithm>

namespace preflag {

bool ScreenedLine::has_open_findings() const {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.is_open(); });
}

std::string day_text(const ScreenedLine& line) {
    if (line.date.empty())
        return {};
    const std::vector<Date> days = read_date(line.date, line.date_order);
    return days.size() == 1 ? to_string(days.front()) : line.date;
}

} // namespace preflag

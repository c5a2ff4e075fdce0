#include <preflag/screening/screened_line.h>

#include <algorithm>

namespace preflag {

bool ScreenedLine::has_open_findings() const {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.is_open(); });
}

} // namespace preflag

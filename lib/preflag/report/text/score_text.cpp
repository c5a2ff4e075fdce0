#include <preflag/report/text/score_text.h>

#include <fmt/format.h>

#include <algorithm>

namespace preflag {

namespace {

std::string joined_parts(const ScreenedLine& line, std::string_view between) {
    std::string text;
    for (const ScorePart& part : line.score_parts)
        text += fmt::format("{}{} {}", text.empty() ? "" : between, part.points, part.rule);
    return text;
}

int sum_of(const ScreenedLine& line) {
    int sum = 0;
    for (const ScorePart& part : line.score_parts)
        sum += part.points;
    return sum;
}

} // namespace

std::string score_text(const ScreenedLine& line) {
    if (line.score_parts.size() < 2)
        return {};
    std::string text = fmt::format("score {} = {}", line.score, joined_parts(line, " + "));
    if (sum_of(line) > line.score)
        text += fmt::format(", at most {}", line.score);
    if (const std::string kind = consignee_kind_text(line); !kind.empty())
        text += "; consignee: " + kind;
    return text;
}

std::string score_parts_text(const ScreenedLine& line) {
    return joined_parts(line, " | ");
}

std::string consignee_kind_text(const ScreenedLine& line) {
    if (!line.consignee_reading)
        return {};
    const ConsigneeReading& reading = *line.consignee_reading;
    std::string kind(name_of(reading.kind));
    std::replace(kind.begin(), kind.end(), '-', ' ');
    std::string why;
    for (const KindEvidence& evidence : reading.evidence)
        if (evidence.speaks_for == reading.kind)
            why +=
                fmt::format("{}{} \"{}\"", why.empty() ? "" : ", ", evidence.what, evidence.text);
    return why.empty() ? kind : fmt::format("{} ({})", kind, why);
}

} // namespace preflag

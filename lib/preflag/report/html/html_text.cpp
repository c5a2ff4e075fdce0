#include <preflag/base/text.h>
#include <preflag/report/html/html_text.h>

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace preflag {

namespace {

enum class Emphasis : char { none, cancelled, counts };

std::string_view opening(Emphasis emphasis) {
    return emphasis == Emphasis::none ? "" : emphasis == Emphasis::counts ? "<mark>" : "<s>";
}

std::string_view closing(Emphasis emphasis) {
    return emphasis == Emphasis::none ? "" : emphasis == Emphasis::counts ? "</mark>" : "</s>";
}

/// Evidence of the cell that the goods are shown from: its words stand where it says.
void emphasise(const Evidence& evidence, const std::string& goods, Emphasis how,
               std::vector<Emphasis>& bytes) {
    if (evidence.offset >= bytes.size() || evidence.length == 0 ||
        goods.compare(evidence.offset, evidence.length, evidence.text) != 0)
        return;
    const std::size_t end = std::min(evidence.offset + evidence.length, bytes.size());
    for (std::size_t at = evidence.offset; at < end; ++at)
        bytes[at] = std::max(bytes[at], how);
}

std::string left_out(std::size_t whole, std::size_t shown) {
    return shown == whole
               ? std::string()
               : fmt::format("<span class=\"cut\">… {} more bytes</span>", grouped(whole - shown));
}

} // namespace

std::string html_text(std::string_view text) {
    std::string html;
    html.reserve(text.size());
    for (const char c : printable(text)) {
        switch (c) {
        case '&':
            html += "&amp;";
            break;
        case '<':
            html += "&lt;";
            break;
        case '>':
            html += "&gt;";
            break;
        case '"':
            html += "&quot;";
            break;
        case '\'':
            html += "&#39;";
            break;
        default:
            html += c;
        }
    }
    return html;
}

std::string html_clipped(std::string_view text, std::size_t most) {
    const std::string_view shown = truncate_utf8(text, most);
    return html_text(shown) + left_out(text.size(), shown.size());
}

std::string marked_goods(const ScreenedLine& line, std::size_t most) {
    const std::string_view shown = truncate_utf8(line.goods, most);
    std::vector<Emphasis> bytes(shown.size(), Emphasis::none);
    for (const CancelledEvidence& cancelled : line.reading.cancelled)
        emphasise(cancelled.evidence, line.goods, Emphasis::cancelled, bytes);
    for (const Finding& finding : line.findings)
        for (const Evidence& evidence : finding.evidence)
            emphasise(evidence, line.goods, Emphasis::counts, bytes);
    std::string html;
    for (std::size_t at = 0; at < shown.size();) {
        std::size_t end = at;
        while (end < shown.size() && bytes[end] == bytes[at])
            ++end;
        html += opening(bytes[at]);
        html += html_text(shown.substr(at, end - at));
        html += closing(bytes[at]);
        at = end;
    }
    return html + left_out(line.goods.size(), shown.size());
}

std::string grouped(std::uint64_t number) {
    constexpr std::size_t group = 3;
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > group;)
        digits.insert(at -= group, 1, ',');
    return digits;
}

std::string grouped(std::uint64_t count, std::string_view noun) {
    return grouped(count) + ' ' + plural(count, noun);
}

} // namespace preflag

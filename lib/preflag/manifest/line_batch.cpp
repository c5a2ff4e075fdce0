#include <preflag/base/cells/invisible.h>
#include <preflag/base/text.h>
#include <preflag/manifest/line_batch.h>
#include <preflag/manifest/record_layout.h>

#include <algorithm>
#include <span>

namespace preflag {

namespace {

constexpr std::size_t reject_bytes = 2000;

/// The beginning of a rejected record, made valid UTF-8.
std::string excerpt(std::string_view raw) {
    std::string text(raw.substr(0, reject_bytes));
    if (!is_valid_utf8(text))
        text = printable(text);
    return std::string(truncate_utf8(text, reject_bytes));
}

} // namespace

void LineBatch::for_each(std::size_t first, std::size_t count,
                         const std::function<void(const ManifestLine&)>& on_line,
                         const std::function<void(RejectedLine)>& on_reject) const {
    const std::span<const Record> wanted =
        std::span(records).subspan(first, std::min(count, records.size() - first));
    if (wanted.empty())
        return;
    std::string scratch;
    std::string repaired;
    ManifestLine line;
    const std::size_t end = wanted.back().offset + wanted.back().length;
    const bool has_high_bytes = !is_ascii(
        std::string_view(buffer).substr(wanted.front().offset, end - wanted.front().offset));
    for (const Record& record : wanted) {
        std::string_view raw(buffer.data() + record.offset, record.length);
        if (record.reject_reason != nullptr) {
            const std::string_view beginning = raw.substr(0, 2 * reject_bytes);
            on_reject(
                {file, record.line, record.record, record.reject_reason,
                 layout->is_sheet() ? excerpt(layout->shown(beginning)) : excerpt(beginning)});
            continue;
        }
        if (has_high_bytes && !is_ascii(raw) && !is_valid_utf8(raw)) {
            repaired = layout->repaired(raw);
            raw = repaired;
        }
        if (has_high_bytes && has_invisible(raw)) {
            repaired = without_invisible(raw);
            raw = repaired;
        }
        line.line = record.line;
        line.record = record.record;
        line.byte_offset = byte_offset ? *byte_offset + record.offset : 0;
        line.raw = raw;
        if (auto reason = layout->read(raw, scratch, line))
            on_reject({file, record.line, record.record, std::move(*reason),
                       excerpt(layout->shown(raw.substr(0, 2 * reject_bytes)))});
        else
            on_line(line);
    }
}

} // namespace preflag

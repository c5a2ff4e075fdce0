#include <preflag/run/line_counts.h>
#include <preflag/run/pipeline/pipeline.h>
#include <preflag/screening/score_parts.h>

#include <exception>
#include <utility>

namespace preflag {

namespace {

std::unique_ptr<WorkerPool> pool_of(std::size_t workers) {
    auto pool = workers > 1 ? std::make_unique<WorkerPool>(workers) : nullptr;
    return pool && pool->size() > 0 ? std::move(pool) : nullptr;
}

} // namespace

ScreeningPipeline::ScreeningPipeline(const Knowledge& knowledge, const RunOptions& options,
                                     const Watchlists* watchlists, LineClearance* line_clearance)
    : rules_(knowledge.rules), options_(options), line_clearance_(line_clearance),
      pool_(pool_of(options.jobs)) {
    if (watchlists != nullptr)
        parties_.emplace(*watchlists);
    for (unsigned worker = 0; worker < options_.jobs || worker == 0; ++worker)
        screeners_.push_back(
            std::make_unique<Screener>(knowledge, parties_ ? &*parties_ : nullptr));
}

NameMemory::Distinct ScreeningPipeline::names_looked_up() const {
    return parties_ ? parties_->names().distinct() : NameMemory::Distinct{};
}

ScreeningPipeline::SliceResult ScreeningPipeline::screen_slice(const LineBatch& batch,
                                                               std::size_t first,
                                                               Screener& screener) const {
    SliceResult result;
    batch.for_each(
        first, lines_at_once,
        [&](const FieldValues& goods) {
            ++result.screened;
            return screener.may_find(goods) || options_.keep_clear;
        },
        [&](const ManifestLine& line) {
            if (auto judged = screener.screen_asked(line, batch.file, options_.keep_clear))
                result.lines.push_back(*std::move(judged));
        },
        [&](RejectedLine reject) { result.rejects.push_back(std::move(reject)); });
    return result;
}

bool ScreeningPipeline::is_shown(const ScreenedLine& line) const {
    if (options_.keep_clear || (options_.keep_cleared && line.is_cleared()))
        return true;
    return line.has_open_findings() && line.severity >= options_.min_severity;
}

void ScreeningPipeline::finish_line(JudgedLine judged, ResultSink& sink, Summary& total) {
    ScreenedLine& line = judged.line;
    tally_.apply(std::move(judged.counted), line);
    if (line_clearance_ != nullptr)
        line_clearance_->settle(line);
    weigh(line, rules_);
    count_line(line, options_.min_severity, options_.near_margin, total);
    if (options_.keep_near_misses)
        if (auto near = near_misses_of(line, options_.near_margin))
            sink.nearly_matched(*std::move(near));
    if (is_shown(line))
        sink.matched(std::move(line));
}

void ScreeningPipeline::deliver(SliceResult result, ResultSink& sink, Summary& total) {
    total.lines_screened += result.screened;
    total.lines_rejected += result.rejects.size();
    total.lines_read += result.screened + result.rejects.size();
    for (JudgedLine& judged : result.lines)
        finish_line(std::move(judged), sink, total);
    for (RejectedLine& reject : result.rejects)
        sink.rejected(std::move(reject));
}

/// A batch lives until its last slice is screened.
void ScreeningPipeline::push_slices(LineBatch batch, OrderedQueue<SliceResult>& under_way,
                                    const std::function<void()>& make_room) {
    const auto shared = std::make_shared<const LineBatch>(std::move(batch));
    for (std::size_t first = 0; first < shared->records.size(); first += lines_at_once) {
        if (is_stopped())
            return;
        under_way.push([this, shared, first](std::size_t worker) {
            return screen_slice(*shared, first, *screeners_[worker]);
        });
        if (under_way.is_full())
            make_room();
    }
}

void ScreeningPipeline::screen(ManifestReader& reader, ResultSink& sink, Summary& total) {
    OrderedQueue<SliceResult> under_way(pool_.get(), pool_ ? threads() * 4 : 1);
    const auto deliver_oldest = [&] {
        deliver(under_way.pop(), sink, total);
        sink.progressed(total.lines_read, reader.bytes_read());
    };
    std::exception_ptr reading_failed;
    const auto next_batch = [&]() -> std::optional<LineBatch> {
        try {
            return reader.next();
        } catch (...) {
            reading_failed = std::current_exception();
            return std::nullopt;
        }
    };
    while (!is_stopped()) {
        auto batch = next_batch();
        if (!batch)
            break;
        push_slices(*std::move(batch), under_way, deliver_oldest);
    }
    while (!under_way.is_empty())
        deliver_oldest();
    if (reading_failed)
        std::rethrow_exception(reading_failed);
}

} // namespace preflag

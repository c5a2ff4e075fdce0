#include <preflag/run/pipeline.h>

#include <exception>
#include <set>
#include <utility>

namespace preflag {

ScreeningPipeline::ScreeningPipeline(const Knowledge& knowledge, PipelineOptions options)
    : options_(options), tally_(knowledge.rules) {
    for (unsigned worker = 0; worker < options_.jobs || worker == 0; ++worker)
        screeners_.push_back(std::make_unique<Screener>(knowledge));
    if (options_.watchlists != nullptr)
        for (const auto& screener : screeners_)
            screener->use(*options_.watchlists, names_);
    if (screeners_.size() > 1)
        pool_ = std::make_unique<WorkerPool>(screeners_.size());
    if (pool_ && pool_->size() == 0)
        pool_.reset();
}

namespace {

/// What one law says of one line.
struct RegimeView {
    bool met = false;
    bool not_assessable = false;
    bool near_miss = false;
    bool is_open = false;
};

void count_regimes(const ScreenedLine& line, const NearMargin& margin, Summary& counts) {
    std::map<std::string, RegimeView> views;
    bool has_near_miss = false;
    for (const Finding& finding : line.findings) {
        if (finding.regime.empty() || finding.outcome == Outcome::watchlist)
            continue; // no law
        RegimeView& view = views[finding.regime];
        const bool is_near = is_near_miss(finding, margin);
        view.near_miss |= is_near;
        has_near_miss |= is_near;
        view.is_open |= finding.is_open();
        view.not_assessable |= finding.outcome == Outcome::undetermined;
        view.met |=
            finding.outcome != Outcome::undetermined && finding.outcome != Outcome::below_limit;
    }
    counts.lines_near_miss += has_near_miss ? 1 : 0;
    for (const auto& [regime, view] : views)
        counts.regimes[regime] += {1, view.met ? 1U : 0U, view.not_assessable ? 1U : 0U,
                                   view.near_miss ? 1U : 0U, view.is_open ? 0U : 1U};
}

/// What was cleared on a line, and whether that was all.
void count_cleared(const ScreenedLine& line, Summary& counts) {
    std::uint64_t by_licence = 0;
    std::uint64_t by_decision = 0;
    for (const Finding& finding : line.findings)
        if (finding.clearance)
            ++(finding.clearance->by == Clearance::By::licence ? by_licence : by_decision);
    counts.findings_cleared += by_licence;
    counts.findings_suppressed += by_decision;
    if (line.is_cleared())
        ++(by_decision == 0 ? counts.lines_cleared : counts.lines_suppressed);
}

} // namespace

void ScreeningPipeline::count(const ScreenedLine& line, Summary& counts) const {
    if (!line.substances.empty())
        ++counts.lines_identified;
    if (line.findings.empty())
        return;
    count_cleared(line, counts);
    count_regimes(line, options_.near_margin, counts);
    if (line.is_cleared())
        return;
    ++counts.lines_by_severity[static_cast<std::size_t>(line.severity)];
    if (line.severity >= options_.min_severity)
        ++counts.lines_flagged;
    std::set<Outcome> outcomes;
    std::set<std::string_view> missing;
    for (const Finding& finding : line.findings) {
        if (!finding.is_open())
            continue;
        outcomes.insert(finding.outcome);
        if (finding.outcome == Outcome::undetermined && !finding.missing.empty())
            missing.insert(finding.missing);
    }
    for (const Outcome outcome : outcomes)
        ++counts.lines_by_outcome[static_cast<std::size_t>(outcome)];
    for (const std::string_view what : missing)
        ++counts.missing[std::string(what)];
    if (outcomes.contains(Outcome::undetermined))
        ++counts.lines_not_assessable;
}

bool ScreeningPipeline::is_shown(const ScreenedLine& line) const {
    if (options_.keep_clear || (options_.keep_suppressed && line.is_cleared()))
        return true;
    return line.has_open_findings() && line.severity >= options_.min_severity;
}

/// Whether what is said of the line depends on the lines before.
bool ScreeningPipeline::waits(const ScreenedLine& line) const {
    return options_.settlement != nullptr || !line.counted.empty();
}

/// Done in input order, and so not where lines are screened.
void ScreeningPipeline::complete(BatchResult& result) {
    for (ScreenedLine& line : result.lines) {
        if (!waits(line))
            continue;
        tally_.apply(line);
        if (options_.settlement != nullptr)
            options_.settlement->settle(line);
        count(line, result.counts);
    }
    std::erase_if(result.lines, [&](const ScreenedLine& line) { return !is_shown(line); });
}

ScreeningPipeline::BatchResult ScreeningPipeline::screen_batch(const LineBatch& batch,
                                                               Screener& screener) const {
    BatchResult result;
    batch.for_each(
        [&](const ManifestLine& line) {
            ++result.counts.lines_screened;
            auto screened = screener.screen(line, batch.file, options_.keep_clear);
            if (!screened)
                return;
            if (!waits(*screened))
                count(*screened, result.counts);
            if (options_.keep_near_misses)
                if (auto near = near_misses_of(*screened, options_.near_margin))
                    result.near_misses.push_back(*std::move(near));
            if (waits(*screened) || is_shown(*screened))
                result.lines.push_back(std::move(*screened));
        },
        [&](RejectedLine reject) {
            ++result.counts.lines_rejected;
            result.rejects.push_back(std::move(reject));
        });
    result.counts.lines_read = result.counts.lines_screened + result.counts.lines_rejected;
    return result;
}

std::future<ScreeningPipeline::BatchResult> ScreeningPipeline::start(LineBatch batch) {
    auto promise = std::make_shared<std::promise<BatchResult>>();
    auto future = promise->get_future();
    if (!pool_) {
        promise->set_value(screen_batch(batch, *screeners_.front()));
        return future;
    }
    auto shared = std::make_shared<LineBatch>(std::move(batch));
    pool_->submit([this, promise, shared](std::size_t worker) {
        try {
            promise->set_value(screen_batch(*shared, *screeners_[worker]));
        } catch (...) {
            promise->set_exception(std::current_exception());
        }
    });
    return future;
}

void ScreeningPipeline::screen(ManifestReader& reader, const ResultSink& sink, Summary& total) {
    std::deque<std::future<BatchResult>> under_way;
    const auto deliver_oldest = [&] {
        BatchResult result = under_way.front().get();
        under_way.pop_front();
        complete(result);
        for (ScreenedLine& line : result.lines)
            sink.on_line(std::move(line));
        for (RejectedLine& reject : result.rejects)
            sink.on_reject(std::move(reject));
        for (ScreenedLine& line : result.near_misses)
            if (sink.on_near_miss)
                sink.on_near_miss(std::move(line));
        total += result.counts;
        if (sink.on_progress)
            sink.on_progress(total.lines_read, reader.bytes_read());
    };
    const std::size_t most_under_way = pool_ ? pool_->size() * 2 : 1;
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
        under_way.push_back(start(std::move(*batch)));
        if (under_way.size() >= most_under_way)
            deliver_oldest();
    }
    while (!under_way.empty())
        deliver_oldest();
    if (reading_failed)
        std::rethrow_exception(reading_failed);
}

} // namespace preflag

#include "../../support/source_dir.h"
#include "../support/shipped.h"
#include "../support/shipped_words.h"

#include <preflag/base/error.h>
#include <preflag/manifest/header/field_aliases.h>
#include <preflag/run/pipeline/pipeline.h>

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>

using namespace preflag;
using preflag::parties_test::shipped_words;

namespace {

constexpr std::size_t never = std::numeric_limits<std::size_t>::max();

/// A manifest of 300 lines: every third one regulated, every tenth one a reject.
std::filesystem::path mixed_manifest() {
    const auto path = std::filesystem::temp_directory_path() /
                      ("preflag_pipeline_" + std::to_string(::getpid()) + ".csv");
    std::ofstream file(path);
    file << "Goods,Quantity kg,Consignee\n";
    for (int i = 1; i <= 300; ++i) {
        if (i % 10 == 0)
            file << "damaged" << '\0' << i << ",nobody\n";
        else
            file << (i % 3 == 0 ? "Nitric acid 65 %,10," : "Cotton shirts,10,") << "Buyer " << i
                 << " Ltd\n";
    }
    return path;
}

/// The mixed manifest in small batches; breaks after some of them.
class BreakingReader final : public ManifestReader {
  public:
    explicit BreakingReader(std::size_t batches) : left_(batches) {
        const FieldAliases& aliases = screening_test::shipped_knowledge().field_aliases;
        const auto path = mixed_manifest();
        ReadOptions options;
        options.batch_bytes = 200;
        reader_ = std::move(open_manifest(path.string(), aliases, options).front());
        std::filesystem::remove(path);
    }

    [[nodiscard]] const ManifestDescription& description() const override {
        return reader_->description();
    }
    std::optional<LineBatch> next() override {
        if (left_-- == 0)
            throw InputError("the archive is cut off");
        return reader_->next();
    }
    [[nodiscard]] std::vector<Diagnostic> diagnostics() const override { return {}; }
    [[nodiscard]] std::string digest() const override { return {}; }
    [[nodiscard]] std::uint64_t bytes_read() const override { return reader_->bytes_read(); }

  private:
    std::size_t left_;
    std::unique_ptr<ManifestReader> reader_;
};

/// A licence of everybody for so much nitric acid in all.
LineClearance licence_for(double kilograms, const NameVocabulary& words) {
    Licence licence;
    licence.number = "N-1";
    licence.holder = "Buyer 3 Ltd";
    for (int i = 6; i <= 300; i += 3)
        licence.aliases.push_back("Buyer " + std::to_string(i));
    licence.substances = {"nitric-acid"};
    licence.kilograms = kilograms;
    licence.valid_from = *parse_iso_date("2026-01-01");
    licence.valid_to = *parse_iso_date("2026-12-31");
    const Date day = *parse_iso_date("2026-06-01");
    LineClearance line_clearance;
    line_clearance.use(LicenceCover({{"l.yaml", "", {licence}}}, words,
                                    screening_test::shipped_knowledge().countries(),
                                    {day, std::nullopt}));
    return line_clearance;
}

struct Result {
    Summary total;
    std::vector<std::uint64_t> flagged, rejected;
    std::string broke;
};

/// Keeps the numbers of the records.
class RecordSink final : public ResultSink {
  public:
    explicit RecordSink(Result& result) : result_(result) {}
    void matched(ScreenedLine line) override { result_.flagged.push_back(line.record); }
    void rejected(RejectedLine line) override { result_.rejected.push_back(line.record); }

  private:
    Result& result_;
};

Result screen_in_batches(const RunOptions& options, std::size_t batches = never,
                         LineClearance* line_clearance = nullptr) {
    Result result;
    ScreeningPipeline pipeline(screening_test::shipped_knowledge(), options, nullptr,
                               line_clearance);
    BreakingReader reader(batches);
    RecordSink sink(result);
    try {
        pipeline.screen(reader, sink, result.total);
    } catch (const InputError& error) {
        result.broke = error.what();
    }
    return result;
}

} // namespace

TEST_SUITE("screening/pipeline") {
    TEST_CASE("every line read is screened or rejected, and handed out in input order") {
        const Result result = screen_in_batches({});
        CHECK(result.total.lines_read == 300);
        CHECK(result.total.lines_screened == 270);
        CHECK(result.total.lines_rejected == 30);
        CHECK(result.flagged.size() == 90);
        CHECK(result.rejected.size() == 30);
        CHECK(std::is_sorted(result.flagged.begin(), result.flagged.end()));
        CHECK(std::is_sorted(result.rejected.begin(), result.rejected.end()));
    }

    TEST_CASE("the number of threads changes nothing") {
        const Result alone = screen_in_batches({});
        for (const unsigned jobs : {2U, 3U, 8U}) {
            CAPTURE(jobs);
            RunOptions options;
            options.jobs = jobs;
            const Result together = screen_in_batches(options);
            CHECK((together.total == alone.total));
            CHECK(together.flagged == alone.flagged);
            CHECK(together.rejected == alone.rejected);
        }
    }

    TEST_CASE("a licence is used up in the order of the lines, whatever the number of threads") {
        const NameVocabulary& words = shipped_words();
        for (const unsigned jobs : {1U, 2U, 8U}) {
            CAPTURE(jobs);
            LineClearance line_clearance = licence_for(205, words);
            RunOptions options;
            options.jobs = jobs;
            const Result result = screen_in_batches(options, never, &line_clearance);
            CHECK(result.total.lines_cleared == 20);
            CHECK(result.total.lines_flagged == 70);
            REQUIRE(result.flagged.size() == 70);
            // Every third line is regulated; of these every tenth is damaged.
            CHECK(result.flagged.front() == 69);
            std::uint64_t counted = result.total.lines_cleared;
            for (const std::uint64_t lines : result.total.lines_by_severity)
                counted += lines;
            CHECK(counted == 90);
        }
    }

    TEST_CASE("lines that were cleared are handed out on request") {
        const NameVocabulary& words = shipped_words();
        LineClearance line_clearance = licence_for(1e6, words);
        RunOptions options;
        CHECK(screen_in_batches(options, never, &line_clearance).flagged.empty());
        options.keep_cleared = true;
        CHECK(screen_in_batches(options, never, &line_clearance).flagged.size() == 90);
    }

    TEST_CASE("what was screened before the input broke is handed out and counted") {
        for (const unsigned jobs : {1U, 4U}) {
            CAPTURE(jobs);
            RunOptions options;
            options.jobs = jobs;
            const Result result = screen_in_batches(options, 5);
            CHECK(result.broke == "the archive is cut off");
            CHECK(result.total.lines_read > 0);
            CHECK(result.total.lines_read < 300);
            CHECK(result.total.lines_flagged == result.flagged.size());
            CHECK(result.total.lines_rejected == result.rejected.size());
        }
    }

    TEST_CASE("a line below the least severity is counted and not handed out") {
        RunOptions options;
        options.min_severity = Severity::critical;
        const Result result = screen_in_batches(options);
        CHECK(result.flagged.empty());
        CHECK(result.total.lines_flagged == 0);
        CHECK(result.total.lines_identified == 90);
    }

    TEST_CASE("clear lines are handed out on request") {
        RunOptions options;
        options.keep_clear = true;
        CHECK(screen_in_batches(options).flagged.size() == 270);
    }

    TEST_CASE("nothing is read after a stop") {
        const std::atomic<bool> stop{true};
        RunOptions options;
        options.stop = &stop;
        CHECK(screen_in_batches(options).total.lines_read == 0);
    }
}

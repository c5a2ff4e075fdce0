#include "../../support/source_dir.h"
#include "../support/shipped.h"
#include "../support/temporary_folder.h"

#include <preflag/base/error.h>
#include <preflag/run/exit_status.h>
#include <preflag/run/run.h>

#include <doctest/doctest.h>

using namespace preflag;
using preflag::screening_test::shipped_knowledge;
using preflag::test::TemporaryFolder;

namespace {

constexpr const char* flagged_line = "Goods,Consignee\nNitric acid 65 %,Herr Max Muster\n";
constexpr const char* clear_line = "Goods,Consignee\nCotton shirts,Example Ltd\n";

/// Writes down what it is called for.
class RecordingSink final : public ResultSink {
  public:
    void begin_input(const ManifestDescription&, std::uint64_t bytes) override {
        events += bytes > 0 ? "begin " : "begin unknown ";
    }
    void matched(ScreenedLine line) override {
        events += "matched ";
        lines.push_back(std::move(line));
    }
    void rejected(RejectedLine) override { events += "rejected "; }
    void end_input(const std::vector<Diagnostic>&) override { events += "end "; }
    void fail_input(const Error&) override { events += "fail "; }
    void finish(const RunReport& run) override {
        events += "finish";
        status = run.exit_status;
    }

    std::string events;
    std::vector<ScreenedLine> lines;
    int status = -1;
};

RunReport screen(RunOptions options, RecordingSink& sink, const Watchlists* lists = nullptr) {
    if (options.day == Date{})
        options.day = *parse_iso_date("2026-11-26");
    options.pack_age.is_unlimited = true;
    return Run({shipped_knowledge(), lists, nullptr}, std::move(options)).screen(sink);
}

RunOptions screening(std::vector<std::string> manifests) {
    RunOptions options;
    options.manifests = std::move(manifests);
    return options;
}

} // namespace

TEST_SUITE("run/run") {
    TEST_CASE("manifests in, a report out, and the findings point at their rules") {
        const TemporaryFolder folder;
        RecordingSink sink;
        const RunReport run = screen(
            screening({folder.write("a.csv", flagged_line), folder.write("b.csv", clear_line)}),
            sink);
        CHECK(sink.events == "begin matched end begin end finish");
        CHECK(run.exit_status == flagged);
        CHECK(sink.status == flagged);
        CHECK(run.counts.lines_read == 2);
        CHECK(run.inputs.size() == 2);
        CHECK(run.canaries_passed == run.canaries_total);
        REQUIRE(sink.lines.size() == 1);
        REQUIRE_FALSE(sink.lines[0].findings.empty());
        const Finding& finding = sink.lines[0].findings[0];
        CHECK(shipped_knowledge().rules.find(finding.rule_id()) == finding.rule);
        CHECK(sink.lines[0].reading.substances[0].substance->id == "nitric-acid");
    }

    TEST_CASE("an input that cannot be read makes the run incomplete, and the others go on") {
        const TemporaryFolder folder;
        RecordingSink sink;
        const RunReport run =
            screen(screening({"no-such-file.csv", folder.write("a.csv", clear_line)}), sink);
        CHECK(sink.events == "fail begin end finish");
        CHECK(run.exit_status == not_trusted);
        REQUIRE(run.warnings.size() == 1);
        CHECK(run.warnings[0].about == Warning::About::input);
    }

    TEST_CASE("when nothing could be read there is no result, and nothing is finished") {
        RecordingSink sink;
        CHECK(screen(screening({"no-such-file.csv"}), sink).exit_status == no_result);
        CHECK(sink.events == "fail ");
    }

    TEST_CASE("a run that was stopped is not finished") {
        const TemporaryFolder folder;
        const std::atomic<bool> stop{true};
        RunOptions options = screening({folder.write("a.csv", flagged_line)});
        options.stop = &stop;
        RecordingSink sink;
        screen(options, sink);
        CHECK(sink.events.empty());
    }

    TEST_CASE("what fails the run is what it is asked for") {
        const TemporaryFolder folder;
        RunOptions options = screening({folder.write("a.csv", flagged_line)});
        options.fail_on.reset();
        RecordingSink sink;
        CHECK(screen(options, sink).exit_status == clean);
    }

    TEST_CASE("the age of a list is counted up to the day of the run") {
        const TemporaryFolder folder;
        const Watchlists lists = Watchlists::load(
            {folder.write("own.yaml", "id: house\ndate: 2026-11-20\nentries:\n"
                                      "  - {id: A1, name: Blue Heron Chemtrade}\n")},
            shipped_knowledge().parties());
        RunOptions options = screening({folder.write("a.csv", clear_line)});
        options.list_age = 10;
        options.day = *parse_iso_date("2026-11-30");
        RecordingSink fresh, old;
        CHECK(screen(options, fresh, &lists).exit_status == clean);
        options.day = *parse_iso_date("2026-12-01");
        CHECK(screen(options, old, &lists).exit_status == not_trusted);
    }

    TEST_CASE("rejected lines beyond the limit make the run one that is not to be trusted") {
        const TemporaryFolder folder;
        RunOptions options = screening({folder.write(
            "a.csv", std::string("Goods,Consignee\nCotton shirts,A\nbad") + '\0' + "line,B\n")});
        RecordingSink sink;
        CHECK(screen(options, sink).exit_status == not_trusted);
        CHECK(sink.events == "begin rejected end finish");
        options.reject_limit.percent = 50;
        RecordingSink tolerant;
        CHECK(screen(options, tolerant).exit_status == clean);
    }
}

#include <preflag/report/report_formats.h>
#include <preflag/report/report_json.h>

namespace preflag {

namespace {

/// rules/schema/report.schema.json. The run comes last, because only then it is known: a report
/// without it is no valid JSON and cannot pass for a whole one.
class JsonWriter : public ReportWriter {
  public:
    explicit JsonWriter(std::ostream& stream) : stream_(stream) {}

    void begin() override { stream_ << R"({"schema":"preflag-report/1","lines":[)"; }

    void write(const ScreenedLine& line) override {
        stream_ << (first_ ? "\n" : ",\n") << line_json(line);
        first_ = false;
    }

    void finish(const RunReport& run) override {
        stream_ << "\n],\"version\":" << string_json(run.version)
                << ",\"run\":" << run_json(run, RunTimes::left_out) << "}\n";
    }

  private:
    std::ostream& stream_;
    bool first_ = true;
};

} // namespace

std::unique_ptr<ReportWriter> make_json_writer(std::ostream& stream) {
    return std::make_unique<JsonWriter>(stream);
}

} // namespace preflag

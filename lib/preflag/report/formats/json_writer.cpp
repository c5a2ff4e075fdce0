#include <preflag/report/formats/report_formats.h>
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
        json_ = first_ ? "\n" : ",\n";
        append_line_json(json_, line);
        stream_ << json_;
        first_ = false;
    }

    void finish(const RunReport& run) override {
        stream_ << "\n],\"version\":" << string_json(run.version)
                << ",\"run\":" << run_json(run, RunTimes::left_out) << "}\n";
    }

  private:
    std::ostream& stream_;
    std::string json_; ///< of the line, kept for its room
    bool first_ = true;
};

} // namespace

std::unique_ptr<ReportWriter> make_json_writer(std::ostream& stream) {
    return std::make_unique<JsonWriter>(stream);
}

} // namespace preflag

#include <preflag/report/formats/report_formats.h>
#include <preflag/report/report_json.h>

namespace preflag {

namespace {

class JsonLinesWriter : public ReportWriter {
  public:
    explicit JsonLinesWriter(std::ostream& stream) : stream_(stream) {}

    void begin() override {}
    void write(const ScreenedLine& line) override {
        json_.clear();
        append_line_json(json_, line);
        stream_ << (json_ += '\n');
    }
    void finish(const RunReport&) override {}

  private:
    std::ostream& stream_;
    std::string json_; ///< of the line, kept for its room
};

} // namespace

std::unique_ptr<ReportWriter> make_jsonl_writer(std::ostream& stream) {
    return std::make_unique<JsonLinesWriter>(stream);
}

} // namespace preflag

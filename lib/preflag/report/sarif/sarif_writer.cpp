#include <preflag/base/text.h>
#include <preflag/report/clearance/clearance_writer.h>
#include <preflag/report/json_object.h>
#include <preflag/report/sarif/sarif_writer.h>
#include <preflag/rules/packs/rule_pack.h>

#include <fmt/format.h>

#include <map>
#include <utility>
#include <vector>

namespace preflag {

namespace {

constexpr std::size_t most_message = 4000; ///< bytes

Json text_object(std::string_view text) {
    return JsonObject().add("text", printable(truncate_utf8(text, most_message))).take();
}

/// A path as a URI: relative as it is, absolute with its scheme; other bytes stand as %XX.
std::string uri_of(std::string_view path) {
    std::string uri = path.starts_with('/') ? "file://" : "";
    for (const char c : path) {
        const bool is_plain = is_ascii_letter(c) || is_ascii_digit(c) ||
                              std::string_view("-._~/").find(c) != std::string_view::npos;
        uri += is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return uri;
}

std::string_view level_of(const Finding& finding) {
    if (finding.outcome == Outcome::undetermined)
        return "none";
    if (finding.severity >= Severity::high)
        return "error";
    return finding.severity == Severity::medium ? "warning" : "note";
}

Json location_of(const ScreenedLine& line) {
    const Json artifact = JsonObject().add("uri", uri_of(line.file)).take();
    JsonObject physical;
    physical.add("artifactLocation", artifact);
    if (line.line > 0)
        physical.add("region", JsonObject().add("startLine", line.line).take());
    return JsonArray().add(JsonObject().add("physicalLocation", physical.take()).take()).take();
}

Json suppressions_of(const Finding& finding) {
    return JsonArray()
        .add(JsonObject()
                 .add("kind", "external")
                 .add("status", "accepted")
                 .add("justification", printable(because_of(finding)))
                 .take())
        .take();
}

/// What SARIF has no place for.
Json properties_of(const ScreenedLine& line, const Finding& finding) {
    return JsonObject()
        .add("record", line.record)
        .add("shipment", printable(truncate_utf8(line.shipment, most_message)))
        .add("goods", printable(truncate_utf8(line.goods, most_message)))
        .add("consignee", printable(truncate_utf8(line.consignee, most_message)))
        .add("outcome", name_of(finding.outcome))
        .add("severity", name_of(finding.severity))
        .add("score", line.score)
        .take();
}

class SarifWriter : public ReportWriter {
  public:
    explicit SarifWriter(std::ostream& stream) : stream_(stream) {}

    void begin() override {
        stream_ << R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json",)"
                << R"("version":"2.1.0","runs":[{"columnKind":"unicodeCodePoints","results":[)";
    }

    void write(const ScreenedLine& line) override {
        for (const Finding& finding : line.findings) {
            stream_ << (first_ ? "\n" : ",\n") << result_of(line, finding).text();
            first_ = false;
        }
    }

    void finish(const RunReport& run) override {
        stream_ << "\n],\"tool\":" << tool_of(run).text()
                << ",\"invocations\":" << invocations_of(run).text()
                << ",\"artifacts\":" << artifacts_of(run).text() << "}]}\n";
    }

  private:
    std::size_t rule_index(const Finding& finding) {
        const Rule& rule = *finding.rule;
        const auto [known, is_new] = rule_numbers_.try_emplace(rule.id, rules_.size());
        if (is_new) {
            JsonObject json;
            json.add("id", rule.id);
            if (!rule.duty.empty())
                json.add("help", text_object(rule.duty));
            const std::string& citation = finding.entry.empty() ? rule.citation : rule.id;
            json.add("shortDescription", text_object(citation.empty() ? rule.id : citation));
            rules_.push_back(json.take());
        }
        return known->second;
    }

    Json result_of(const ScreenedLine& line, const Finding& finding) {
        JsonObject json;
        json.add("ruleId", finding.rule_id())
            .add("ruleIndex", rule_index(finding))
            .add("kind", finding.outcome == Outcome::undetermined ? "open" : "fail")
            .add("level", level_of(finding))
            .add("message", text_object(finding.message))
            .add("locations", location_of(line))
            .add("partialFingerprints", JsonObject().add("preflagFinding/v1", finding.id).take())
            .add("rank", line.score);
        if (!finding.is_open())
            json.add("suppressions", suppressions_of(finding));
        return json.add("properties", properties_of(line, finding)).take();
    }

    Json tool_of(const RunReport& run) const {
        JsonObject driver;
        driver.add("name", "preflag");
        if (!run.version.empty())
            driver.add("version", run.version);
        driver.add("rules", json_array(rules_, [](const Json& rule) { return rule; }));
        return JsonObject().add("driver", driver.take()).take();
    }

    static Json invocations_of(const RunReport& run) {
        JsonArray notifications;
        for (const Warning& warning : run.warnings)
            notifications.add(JsonObject()
                                  .add("level", "error")
                                  .add("message", text_object(warning.sentence))
                                  .take());
        for (const std::string& unchecked : run.unchecked)
            notifications.add(JsonObject()
                                  .add("level", "warning")
                                  .add("message", text_object("not checked: " + unchecked))
                                  .take());
        return JsonArray()
            .add(JsonObject()
                     .add("executionSuccessful", run.warnings.empty())
                     .add("exitCode", run.exit_status)
                     .add("toolExecutionNotifications", notifications.take())
                     .take())
            .take();
    }

    static Json artifacts_of(const RunReport& run) {
        return json_array(run.inputs, [](const InputUse& input) {
            const Json place = JsonObject().add("uri", uri_of(input.file)).take();
            return JsonObject()
                .add("location", place)
                .add("length", input.bytes)
                .add("hashes", JsonObject().add("sha-256", input.digest).take())
                .take();
        });
    }

    std::ostream& stream_;
    bool first_ = true;
    std::vector<Json> rules_;
    std::map<std::string, std::size_t> rule_numbers_;
};

} // namespace

std::unique_ptr<ReportWriter> make_sarif_writer(std::ostream& stream) {
    return std::make_unique<SarifWriter>(stream);
}

} // namespace preflag

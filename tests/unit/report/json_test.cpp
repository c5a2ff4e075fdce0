#include "sample.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <limits>

using namespace preflag;
using Json = nlohmann::ordered_json;

namespace {

std::vector<std::string> keys_of(const Json& json) {
    std::vector<std::string> keys;
    for (const auto& item : json.items())
        keys.push_back(item.key());
    return keys;
}

Json parsed(const ScreenedLine& line) {
    return Json::parse(sample::written(ReportFormat::jsonl, {line}));
}

} // namespace

TEST_SUITE("report/json") {
    TEST_CASE("a JSON line has the keys of the contract in their order") {
        const Json json = parsed(sample::line());
        CHECK(keys_of(json) == std::vector<std::string>{"file", "line", "record", "shipment",
                                                        "goods", "severity", "score", "score_parts",
                                                        "substances", "findings", "consignee"});
        CHECK(keys_of(json["substances"][0]) ==
              std::vector<std::string>{"id", "confidence", "strength", "quantity"});
        CHECK(keys_of(json["findings"][0]) ==
              std::vector<std::string>{"id", "rule", "regime", "list", "outcome", "severity",
                                       "message", "limit", "measured", "margin", "citation", "duty",
                                       "verified", "evidence"});
        CHECK(keys_of(json["consignee"]) ==
              std::vector<std::string>{"name", "address", "country", "kind", "evidence"});
        CHECK(json["consignee"]["kind"] == "business");
        CHECK(json["consignee"]["evidence"][0]["text"] == "Trading");
        CHECK(json["score_parts"][0]["points"] == 65);
        CHECK(json["line"] == 17);
        CHECK(json["findings"][0]["outcome"] == "restricted");
        CHECK(json["findings"][0]["evidence"][0].dump() ==
              R"({"kind":"name","field":"description","text":"H2O2 35%","offset":0,"length":8})");
    }

    TEST_CASE("whole numbers are written without a fraction and open ends as null") {
        ScreenedLine line = sample::line();
        line.reading.substances[0].strength->stated.value.high =
            std::numeric_limits<double>::infinity();
        line.reading.substances[0].quantity->value.kilograms = Interval{0.5, 100};
        const Json substance = parsed(line)["substances"][0];
        CHECK(substance["strength"]["low"].dump() == "35");
        CHECK(substance["strength"]["high"].is_null());
        CHECK(substance["strength"]["unit"] == std::string(unit_of(Basis::weight_by_weight)));
        CHECK(substance["quantity"]["low_kg"].dump() == "0.5");
        CHECK(substance["quantity"]["high_kg"].dump() == "100");
    }

    TEST_CASE("what was not stated is null") {
        ScreenedLine line = sample::line();
        line.reading.substances[0].strength.reset();
        line.reading.substances[0].quantity.reset();
        line.findings[0].margin.reset();
        const Json json = parsed(line);
        CHECK(json["substances"][0]["strength"].is_null());
        CHECK(json["substances"][0]["quantity"].is_null());
        CHECK(json["findings"][0]["margin"].is_null());
    }

    TEST_CASE("litres without a density are told as litres and not as nothing") {
        ScreenedLine line = sample::line();
        line.reading.substances[0].quantity->value = {std::nullopt, Interval{20, 20}};
        const Json quantity = parsed(line)["substances"][0]["quantity"];
        CHECK(quantity["low_kg"].is_null());
        CHECK(quantity["low_l"] == 20);
    }

    TEST_CASE("notes come last and only when there are any") {
        ScreenedLine line = sample::line();
        line.reading.notes = {"HS code repaired"};
        const Json json = parsed(line);
        CHECK(keys_of(json).back() == "notes");
        CHECK(json["notes"][0] == "HS code repaired");
    }

    TEST_CASE("an object stays on one line, and broken UTF-8 does not break it") {
        ScreenedLine line = sample::line();
        line.goods = "a\nb\xFF";
        const std::string text = sample::written(ReportFormat::jsonl, {line});
        CHECK(text.find('\n') == text.size() - 1);
        CHECK(Json::parse(text)["goods"] == "a\nb\xEF\xBF\xBD");
    }

    TEST_CASE("the JSON report holds all lines and the run") {
        const std::string text =
            sample::written(ReportFormat::json, {sample::line(), sample::line()});
        const Json json = Json::parse(text);
        CHECK(json["schema"] == "preflag-report/1");
        CHECK(json["version"] == "1.2.3");
        CHECK(json["lines"].size() == 2);
        CHECK(json["run"]["lines_read"] == 1000);
    }

    TEST_CASE("a JSON report without lines is valid") {
        CHECK(Json::parse(sample::written(ReportFormat::json, {}))["lines"].empty());
    }

    TEST_CASE("a JSON report that was not finished is no JSON") {
        std::ostringstream stream;
        const auto writer = make_report_writer(ReportFormat::json, {}, stream);
        writer->begin();
        writer->write(sample::line());
        CHECK_FALSE(Json::accept(stream.str()));
    }

    TEST_CASE("no report depends on how long the run took") {
        RunReport slow = sample::run();
        slow.seconds = 77;
        for (const auto format :
             {ReportFormat::table, ReportFormat::csv, ReportFormat::json, ReportFormat::jsonl})
            CHECK(sample::written(format, {sample::line()}) ==
                  sample::written(format, {sample::line()}, slow));
    }

    TEST_CASE("report formats are known by name") {
        CHECK(parse_report_format("jsonl") == ReportFormat::jsonl);
        CHECK(parse_report_format("table") == ReportFormat::table);
        CHECK_FALSE(parse_report_format("JSON5").has_value());
    }
}

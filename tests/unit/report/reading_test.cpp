#include "sample.h"

#include <preflag/report/reading_writer.h>
#include <preflag/report/report_json.h>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace preflag;

namespace {

constexpr std::string_view text = "H2O2 35%, no acetone";

ScreenedLine reading() {
    ScreenedLine line = sample::line();
    line.reading.substances[0].evidence = {
        {EvidenceKind::formula, Field::description, "H2O2", 0, 4}};
    line.reading.substances[0].strength->text = "35%";
    line.reading.cancelled = {{&preflag::test::substance_of("acetone"),
                               {EvidenceKind::name, Field::description, "acetone", 13, 7},
                               "no"}};
    line.reading.contradictions = {
        {"cas-against-name", "67-64-1", "H2O2", "the CAS number is acetone's"}};
    line.reading.notes = {"HS code repaired"};
    return line;
}

std::string written(const ScreenedLine& line, const ReportStyle& style = {}) {
    FieldValues fields;
    fields.set(Field::description, text);
    std::ostringstream stream;
    write_reading_text(line, fields, style, stream);
    return stream.str();
}

bool has(const std::string& whole, std::string_view part) {
    return whole.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("report/reading") {
    TEST_CASE("a reading shows the text with its evidence and what was cancelled") {
        const std::string shown = written(reading());
        CHECK(has(shown, "description   H2O2 35%, no acetone\n"
                         "              ~~~~         -------\n"
                         "  normalised  h2o2 35%, no acetone\n"));
        CHECK(has(shown, "formula \"H2O2\" at description 1-4"));
        CHECK(has(shown, "name \"acetone\" at description 14-20 for acetone: no"));
    }

    TEST_CASE("strength and quantity come with their origin") {
        const std::string shown = written(reading());
        CHECK(has(shown, "strength    35 % w/w, from the description: \"35%\""));
        CHECK(has(shown, "quantity    100 kg, from the column: \"100 kg\""));
    }

    TEST_CASE("a strength that was not stated is said to be so") {
        ScreenedLine line = reading();
        line.reading.substances[0].strength.reset();
        CHECK(has(written(line), "strength    not stated"));
    }

    TEST_CASE("contradictions, notes and what the packs say are told") {
        const std::string shown = written(reading());
        CHECK(has(shown, "cas-against-name: the CAS number is acetone's"));
        CHECK(has(shown, "HS code repaired"));
        CHECK(has(shown, "restricted    eu-2019-1148/annex-i/hydrogen-peroxide\n"));
    }

    TEST_CASE("nothing found is said in words") {
        const std::string shown = written({});
        CHECK(has(shown, "no listed substance"));
        CHECK(has(shown, "no rule answers"));
    }

    TEST_CASE("the JSON reading holds the same") {
        FieldValues fields;
        fields.set(Field::description, text);
        const auto json = nlohmann::json::parse(reading_json(reading(), fields));
        CHECK(json["schema"] == "preflag-reading/1");
        CHECK(json["fields"]["description"]["normalised"] == "h2o2 35%, no acetone");
        CHECK(json["substances"][0]["evidence"][0]["length"] == 4);
        CHECK(json["substances"][0]["strength"]["text"] == "35%");
        CHECK(json["cancelled"][0]["because"] == "no");
        CHECK(json["contradictions"][0]["kind"] == "cas-against-name");
        CHECK(json["findings"].size() == 1);
    }

    TEST_CASE("a line of a report carries what was cancelled on it") {
        const auto json = nlohmann::json::parse(line_json(reading()));
        CHECK(json["cancelled"][0]["substance"] == "acetone");
        CHECK(json["cancelled"][0]["evidence"]["offset"] == 13);
        CHECK_FALSE(nlohmann::json::parse(line_json(sample::line())).contains("cancelled"));
    }
}

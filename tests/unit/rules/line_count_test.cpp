#include <preflag/base/document/document.h>
#include <preflag/rules/conditions/line_count.h>

#include <doctest/doctest.h>

using namespace preflag;

namespace {

std::vector<Diagnostic> faults_of(const std::string& yaml) {
    std::vector<Diagnostic> faults;
    const Document document = read_yaml(yaml, "pack.yaml");
    read_line_count(document, document.root, faults);
    return faults;
}

} // namespace

TEST_SUITE("rules/line_count") {
    TEST_CASE("a count is read and told as a sentence") {
        std::vector<Diagnostic> faults;
        const Document document = read_yaml(
            "{of: shipment, count: kilograms, at-least: 1500.5, within-days: 7}", "pack.yaml");
        const LineCount count = read_line_count(document, document.root, faults);
        CHECK(faults.empty());
        CHECK(to_string(count) == "at least 1500.5 kg in one shipment within 7 days");
        CHECK(counted_text(LineCount::What::lines, 1) == "1 line");
    }

    TEST_CASE("what is missing or makes no sense is an error of its own") {
        CHECK(faults_of("{of: consignee}").size() == 2);
        CHECK(faults_of("{of: consignee, count: lines, at-least: 1}").size() == 1);
        CHECK(faults_of("{of: consignee, count: kilograms, at-least: 0}").size() == 1);
        CHECK(faults_of("{of: consignee, count: lines, at-least: 2, within-days: 0}").size() == 1);
        CHECK(faults_of("{of: consignee, count: line, at-least: 2}").size() == 1);
        CHECK(faults_of("{of: consignee, count: lines, at-least: 2, days: 3}").size() == 1);
        CHECK(faults_of("{of: consignee, count: kilograms, at-least: 0.5}").empty());
    }
}

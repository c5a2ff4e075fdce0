#include "../support/source_dir.h"
#include "growth.h"

#include <preflag/base/document/document.h>
#include <preflag/base/document/map_reader.h>
#include <preflag/base/document/rule_files.h>
#include <preflag/base/error.h>
#include <preflag/manifest/header/column_map.h>
#include <preflag/manifest/header/field_aliases.h>

#include <string>
#include <vector>

namespace preflag::growth_test {

namespace {

std::string map_of(std::size_t keys) {
    std::string text = "{\"k\": 1";
    for (std::size_t i = 0; i < keys; ++i)
        text += ", \"key" + std::to_string(i) + "\": 1";
    return text + "}";
}

std::vector<std::string> unknown_headers(std::size_t count) {
    std::vector<std::string> headers;
    for (std::size_t i = 0; i < count; ++i)
        headers.push_back("Descripcoin " + std::to_string(i));
    return headers;
}

const FieldAliases& shipped_aliases() {
    static const FieldAliases aliases = read_or_throw(
        read_field_aliases, RuleFiles::read({preflag::test::source_dir() + "/rules"}));
    return aliases;
}

/// Measures the reading of a header that goes on with the same names again and again, over a few
/// lines of cells.
void read_header(std::vector<std::string> header, const std::vector<std::string>& names,
                 std::size_t times, const Measure& measure) {
    for (std::size_t i = 0; i < times; ++i)
        header.insert(header.end(), names.begin(), names.end());
    constexpr std::size_t lines = 5;
    const SampleRows rows(lines, std::vector<std::string>(header.size(), "pcs"));
    measure([&] { const ColumnMap columns(header, shipped_aliases(), {}, "a.csv", rows); });
}

} // namespace

void input_keys_of_a_map(std::size_t input_size, const Measure& measure) {
    const std::string text = map_of(input_size);
    measure([&] { read_json(text, "a.json"); });
}

void input_keys_nobody_knows(std::size_t input_size, const Measure& measure) {
    const Document document = read_json(map_of(input_size), "a.json");
    measure([&] {
        std::vector<Diagnostic> diagnostics;
        MapReader reader(document, document.root, "configuration", diagnostics);
        reader.text("k");
        reader.finish();
    });
}

void input_headers_nobody_knows(std::size_t input_size, const Measure& measure) {
    const std::vector<std::string> headers = unknown_headers(input_size);
    const FieldAliases& aliases = shipped_aliases();
    measure([&] {
        const ColumnMap columns(headers, aliases, {}, "a.csv");
        no_goods_column_message("a.csv", headers, aliases);
    });
}

void input_headers_of_buyers(std::size_t input_size, const Measure& measure) {
    read_header({"description", "recipient"}, {"Buyer Country"}, input_size, measure);
}

void input_headers_of_amounts(std::size_t input_size, const Measure& measure) {
    read_header({"description"}, {"Amount", "Unit"}, input_size, measure);
}

} // namespace preflag::growth_test

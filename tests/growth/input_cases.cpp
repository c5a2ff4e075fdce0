#include "../support/source_dir.h"
#include "growth.h"

#include <preflag/base/document.h>
#include <preflag/base/error.h>
#include <preflag/base/map_reader.h>
#include <preflag/base/rule_files.h>
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

} // namespace preflag::growth_test

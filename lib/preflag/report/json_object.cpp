#include <preflag/report/json_number.h>
#include <preflag/report/json_object.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <iterator>

namespace preflag {

namespace {

/// Whether a text stands in JSON as it is. ASCII only: what lies beyond may be damaged.
bool is_plain(std::string_view text) {
    bool plain = true;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        plain = plain & (byte >= ' ') & (byte < 0x80) & (c != '"') & (c != '\\');
    }
    return plain;
}

} // namespace

void append_json(std::string& json, std::string_view text) {
    if (is_plain(text))
        json.append(1, '"').append(text).append(1, '"');
    else
        json += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void append_json(std::string& json, double value) {
    json += json_number<nlohmann::json>(value).dump();
}

void append_json(std::string& json, std::uint64_t value) {
    fmt::format_to(std::back_inserter(json), "{}", value);
}

void append_json(std::string& json, const std::vector<std::string>& texts) {
    JsonArray array;
    for (const std::string& text : texts) {
        std::string item;
        append_json(item, text);
        array.add(Json(std::move(item)));
    }
    append_json(json, array.take());
}

} // namespace preflag

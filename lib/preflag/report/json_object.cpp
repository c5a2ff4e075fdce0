#include <preflag/report/json_object.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <iterator>

namespace preflag {

namespace {

constexpr auto replace = nlohmann::json::error_handler_t::replace;

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

std::string Json::indented() const {
    constexpr int step = 2;
    return nlohmann::ordered_json::parse(text_).dump(step, ' ', false, replace);
}

void append_json(std::string& json, std::string_view text) {
    if (is_plain(text))
        json.append(1, '"').append(text).append(1, '"');
    else
        json += nlohmann::json(text).dump(-1, ' ', false, replace);
}

void append_json(std::string& json, double value) {
    constexpr double exact = 9007199254740992.0; // 2^53: whole numbers are exact below
    if (!std::isfinite(value))
        json += "null";
    else if (std::abs(value) < exact && std::trunc(value) == value)
        append_json_integer(json, static_cast<std::int64_t>(value));
    else
        json += nlohmann::json(value).dump();
}

void append_json_integer(std::string& json, std::int64_t value) {
    fmt::format_to(std::back_inserter(json), "{}", value);
}

void append_json_integer(std::string& json, std::uint64_t value) {
    fmt::format_to(std::back_inserter(json), "{}", value);
}

void append_json(std::string& json, const std::vector<std::string>& texts) {
    append_json(json, json_array(texts, [](const std::string& text) { return text; }));
}

} // namespace preflag

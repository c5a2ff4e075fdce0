#include <preflag/base/text.h>
#include <preflag/report/json_object.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstring>

namespace preflag {

namespace {

constexpr auto replace = nlohmann::json::error_handler_t::replace;

constexpr std::uint64_t every_byte = 0x0101010101010101ULL;
constexpr std::uint64_t high_bits = every_byte * 0x80;

/// The high bits of bytes below `limit`, at most 0x80; also of some above the lowest one that is.
constexpr std::uint64_t below(std::uint64_t block, std::uint64_t limit) {
    return (block - every_byte * limit) & ~block & high_bits;
}

/// High bits where any byte of the block must be written otherwise than it is.
constexpr std::uint64_t escaped_in(std::uint64_t block) {
    return below(block, ' ') | below(block ^ (every_byte * '"'), 1) |
           below(block ^ (every_byte * '\\'), 1);
}

/// Whether a text stands in JSON as it is.
bool is_plain(std::string_view text) {
    std::uint64_t escaped = 0;
    std::uint64_t beyond_ascii = 0;
    std::uint64_t block = 0;
    std::size_t at = 0;
    for (; at + sizeof block <= text.size(); at += sizeof block) {
        std::memcpy(&block, text.data() + at, sizeof block);
        escaped |= escaped_in(block);
        beyond_ascii |= block;
    }
    block = every_byte * ' ';
    std::memcpy(&block, text.data() + at, text.size() - at);
    escaped |= escaped_in(block);
    beyond_ascii |= block;
    return escaped == 0 && ((beyond_ascii & high_bits) == 0 || is_valid_utf8(text));
}

} // namespace

std::string Json::indented() const {
    constexpr int step = 2;
    return nlohmann::ordered_json::parse(text_).dump(step, ' ', false, replace);
}

void append_json(std::string& json, std::string_view text) {
    if (is_plain(text))
        (json += '"').append(text) += '"';
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
    const fmt::format_int digits(value);
    json.append(digits.data(), digits.size());
}

void append_json_integer(std::string& json, std::uint64_t value) {
    const fmt::format_int digits(value);
    json.append(digits.data(), digits.size());
}

void append_json(std::string& json, const std::vector<std::string>& texts) {
    append_json(json, json_array(texts, [](const std::string& text) { return text; }));
}

} // namespace preflag

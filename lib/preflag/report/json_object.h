#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preflag {

/// A JSON value as text. All JSON that the program writes is put together as text at once: reports
/// are written for each flagged line.
class Json {
  public:
    /// null
    Json() = default;
    explicit Json(std::string text) : text_(std::move(text)) {}

    [[nodiscard]] const std::string& text() const { return text_; }
    /// The same with line breaks, each level two spaces further in.
    [[nodiscard]] std::string indented() const;

  private:
    std::string text_ = "null";
};

/// Appends a value. Invalid UTF-8 becomes U+FFFD, a number that is not finite null; a whole number
/// has no fraction: 35 and not 35.0.
void append_json(std::string& json, std::string_view text);
void append_json(std::string& json, double value);
void append_json_integer(std::string& json, std::int64_t value);
void append_json_integer(std::string& json, std::uint64_t value);
template <std::integral Integer>
void append_json(std::string& json, Integer value) {
    if constexpr (std::same_as<Integer, bool>)
        json += value ? "true" : "false";
    else if constexpr (std::signed_integral<Integer>)
        append_json_integer(json, static_cast<std::int64_t>(value));
    else
        append_json_integer(json, static_cast<std::uint64_t>(value));
}
inline void append_json(std::string& json, const Json& value) {
    json += value.text();
}
inline void append_json(std::string& json, const std::string& text) {
    append_json(json, std::string_view(text));
}
inline void append_json(std::string& json, const char* text) {
    append_json(json, std::string_view(text));
}
void append_json(std::string& json, const std::vector<std::string>& texts);
template <typename Value>
void append_json(std::string& json, const std::optional<Value>& value) {
    value ? append_json(json, *value) : append_json(json, Json());
}

/// An object whose members stand in the order in which they are added; the caller adds each key
/// once.
class JsonObject {
  public:
    JsonObject() = default;
    /// With room for so many bytes.
    explicit JsonObject(std::size_t bytes) { text_.reserve(bytes); }

    template <typename Value>
    JsonObject& add(std::string_view key, const Value& value) {
        if (text_.size() > 1)
            text_ += ',';
        append_json(text_, key);
        text_ += ':';
        append_json(text_, value);
        return *this;
    }
    JsonObject& add_unless_empty(std::string_view key, std::string_view value) {
        return value.empty() ? *this : add(key, value);
    }
    /// The object; what took it must not be used again.
    Json take() {
        text_ += '}';
        return Json(std::move(text_));
    }

  private:
    std::string text_ = "{";
};

/// An array, in the order in which values are added.
class JsonArray {
  public:
    JsonArray() = default;
    /// With room for so many bytes.
    explicit JsonArray(std::size_t bytes) { text_.reserve(bytes); }

    template <typename Value>
    JsonArray& add(const Value& value) {
        if (text_.size() > 1)
            text_ += ',';
        append_json(text_, value);
        return *this;
    }
    /// The array; what took it must not be used again.
    Json take() {
        text_ += ']';
        return Json(std::move(text_));
    }

  private:
    std::string text_ = "[";
};

/// An array of what `make` makes of each item.
template <typename Items, typename Make>
Json json_array(const Items& items, Make make) {
    JsonArray array;
    for (const auto& item : items)
        array.add(make(item));
    return array.take();
}

} // namespace preflag

#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preflag {

/// A JSON value as text. Reports are written for each flagged line, so that values are put together
/// as text at once; documents that are written once are built with the JSON library.
class Json {
  public:
    /// null
    Json() = default;
    explicit Json(std::string text) : text_(std::move(text)) {}

    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    std::string text_ = "null";
};

/// Appends a value. Invalid UTF-8 becomes U+FFFD, a number that is not finite null; a whole number
/// has no fraction: 35 and not 35.0.
void append_json(std::string& json, std::string_view text);
void append_json(std::string& json, double value);
void append_json(std::string& json, std::uint64_t value);
void append_json(std::string& json, const std::vector<std::string>& texts);
inline void append_json(std::string& json, const Json& value) {
    json += value.text();
}
inline void append_json(std::string& json, const std::string& text) {
    append_json(json, std::string_view(text));
}
inline void append_json(std::string& json, const char* text) {
    append_json(json, std::string_view(text));
}
inline void append_json(std::string& json, std::same_as<bool> auto value) {
    json += value ? "true" : "false";
}
inline void append_json(std::string& json, int value) {
    append_json(json, static_cast<double>(value));
}
template <typename Value>
void append_json(std::string& json, const std::optional<Value>& value) {
    value ? append_json(json, *value) : append_json(json, Json());
}

/// An object whose members stand in the order in which they are added; the caller adds each key
/// once. Keys are plain ASCII.
class JsonObject {
  public:
    template <typename Value>
    JsonObject& add(std::string_view key, const Value& value) {
        text_ += text_.size() > 1 ? ",\"" : "\"";
        text_.append(key).append("\":");
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
    JsonArray& add(const Json& value) {
        if (text_.size() > 1)
            text_ += ',';
        text_ += value.text();
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

} // namespace preflag

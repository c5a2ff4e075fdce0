#pragma once

#include <preflag/report/json_object.h>

#include <optional>
#include <string>
#include <string_view>

namespace preflag {

/// An object written straight at the end of a text that holds more than it, as reports need it for
/// each flagged line. The text must outlive it and is written by nothing else but the value of a
/// member until the next member or end().
class ObjectText {
  public:
    explicit ObjectText(std::string& json) : json_(json) { json_ += '{'; }

    /// Keys are written as they are: they must not need escapes. The caller adds each once.
    template <typename Value>
    ObjectText& add(std::string_view key, const Value& value) {
        append_json(member(key), value);
        return *this;
    }
    ObjectText& add_unless_empty(std::string_view key, std::string_view value) {
        return value.empty() ? *this : add(key, value);
    }
    /// The text, for the member's value at its end.
    std::string& member(std::string_view key) {
        json_.append(is_first_ ? "\"" : ",\"").append(key).append("\":");
        is_first_ = false;
        return json_;
    }
    void end() { json_ += '}'; }

  private:
    std::string& json_;
    bool is_first_ = true;
};

/// The same for an array.
class ArrayText {
  public:
    explicit ArrayText(std::string& json) : json_(json) { json_ += '['; }

    /// The text, for the item at its end.
    std::string& item() {
        if (!is_first_)
            json_ += ',';
        is_first_ = false;
        return json_;
    }
    void end() { json_ += ']'; }

  private:
    std::string& json_;
    bool is_first_ = true;
};

/// An array of what `append` writes of each item at the end of the text.
template <typename Items, typename Append>
void append_array(std::string& json, const Items& items, Append append) {
    ArrayText array(json);
    for (const auto& item : items)
        append(array.item(), item);
    array.end();
}

/// What `append` writes of the value; null without one.
template <typename Value, typename Append>
void append_optional(std::string& json, const std::optional<Value>& value, Append append) {
    value ? append(json, *value) : append_json(json, Json());
}

} // namespace preflag

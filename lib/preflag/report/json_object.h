#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <utility>

namespace preflag {

using Json = nlohmann::ordered_json;

/// An object whose members stand in the order in which they are added. Unlike nested initialiser
/// lists it copies no member and looks for no key; the caller adds each key once. Only for .cpp
/// files: no public header shows JSON.
class JsonObject {
  public:
    /// More members than expected are right too, but slower.
    explicit JsonObject(std::size_t expected) { members_.reserve(expected); }

    JsonObject& add(const char* key, Json value) {
        members_.emplace_back(key, std::move(value));
        return *this;
    }
    JsonObject& add_unless_empty(const char* key, const std::string& value) {
        return value.empty() ? *this : add(key, value);
    }
    /// The object; what took it is empty afterwards.
    Json take() { return Json(std::move(members_)); }

  private:
    Json::object_t members_;
};

} // namespace preflag

#pragma once

#include <preflag/base/document/map_reader.h>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preflag {

/// Sentences of packs with {placeholders}. What stands outside of braces is taken as it is.
class MessageTemplate {
  public:
    MessageTemplate() = default;
    explicit MessageTemplate(std::string text) : text_(std::move(text)) {}

    /// The placeholders in order; an unclosed brace gives one that no list of known names holds.
    [[nodiscard]] std::vector<std::string> placeholders() const;

    /// `value_of` gives the text of a placeholder.
    [[nodiscard]] std::string
    render(const std::function<std::string_view(std::string_view)>& value_of) const;

    [[nodiscard]] bool empty() const { return text_.empty(); }

    template <class Archive>
    void serialize(Archive& archive) {
        archive(text_);
    }

  private:
    std::string text_;
};

/// Reports each placeholder of `text` that is not `known`, at the value of `key`.
void check_placeholders(MapReader& map, std::string_view key, const std::string& text,
                        std::span<const std::string> known);

} // namespace preflag

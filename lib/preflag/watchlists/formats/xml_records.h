#pragma once

#include <preflag/base/diagnostic.h>

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace preflag {

/// An element with what stands in it. Names are without namespace.
struct XmlElement {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::string text; ///< trimmed
    std::vector<XmlElement> children;
    Position position;

    /// Empty when there is none.
    [[nodiscard]] std::string_view attribute(std::string_view name) const;
    /// The text of the first child of this name; empty when there is none.
    [[nodiscard]] std::string_view child_text(std::string_view name) const;
    [[nodiscard]] const XmlElement* child(std::string_view name) const;
    /// Calls `use` with each child of this name.
    void each(std::string_view name, const std::function<void(const XmlElement&)>& use) const;
    /// Calls `use` with each `item` in the children named `list`.
    void each(std::string_view list, std::string_view item,
              const std::function<void(const XmlElement&)>& use) const;
};

/// Reads a large XML file element by element: `use` is called with each whole element whose parent
/// is one of `parents` (the root, where none is named), and with the root (without its children)
/// first. Returns the fault where the file stops being well formed, or an empty message. Entity
/// declarations are not expanded.
Diagnostic read_xml(std::string_view text, const std::string& file,
                    const std::vector<std::string_view>& parents,
                    const std::function<void(const XmlElement&)>& use);

} // namespace preflag

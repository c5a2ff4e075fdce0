#pragma once

#include <preflag/base/document.h>

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace preflag {

/// Parsed files of rules, by the SHA-256 of their bytes: what a parser makes of the same bytes is
/// the same tree, so that a file whose digest is there need not be parsed. Made when the program is
/// built.
class RuleImage {
  public:
    /// The image of a file. Nullopt when there is none of this name, and when it cannot be used:
    /// damaged in any byte, cut short, of another version or of another kind of machine; `note`
    /// then says so.
    static std::optional<RuleImage> read(const std::filesystem::path& file, std::string& note);
    /// The same of its bytes. Nothing in them is trusted before their digest agrees.
    static std::optional<RuleImage> parse(std::string_view bytes);

    void add(std::string digest, DocumentNode tree) {
        trees_.emplace(std::move(digest), std::move(tree));
    }
    /// The tree of the bytes with this digest; nullptr when it is not known.
    [[nodiscard]] const DocumentNode* find(std::string_view digest) const;
    [[nodiscard]] std::size_t size() const { return trees_.size(); }

    /// The same trees give the same bytes.
    [[nodiscard]] std::string bytes() const;

  private:
    std::map<std::string, DocumentNode, std::less<>> trees_;
};

} // namespace preflag

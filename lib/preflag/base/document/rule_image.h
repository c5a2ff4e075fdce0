#pragma once

#include <preflag/base/document/document.h>

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace preflag {

/// What saves reading rules from their YAML, made when the program is built: the tables that were
/// compiled from the shipped files, for a run over these files alone; and the trees of the single
/// files, by the SHA-256 of their bytes, for a run over others beside them. What a parser makes of
/// the same bytes is the same tree.
class RuleImage {
  public:
    /// The image of a file. Nullopt when there is none of this name, and when it cannot be used:
    /// damaged in any byte, cut short, of another version or of another kind of machine; `note`
    /// then says so.
    static std::optional<RuleImage> read(const std::filesystem::path& file, std::string& note);
    /// The same of its bytes. Nothing in them is trusted before their digest agrees.
    static std::optional<RuleImage> parse(std::string_view bytes);
    /// The compiled tables alone, without reading the rest; nullopt when they cannot be used.
    static std::optional<std::string> read_compiled(const std::filesystem::path& file);

    /// As bytes_of gives them (knowledge/knowledge_image.h); empty: there are none.
    void set_compiled(std::string bytes) { compiled_ = std::move(bytes); }
    [[nodiscard]] const std::string& compiled() const { return compiled_; }

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
    std::string compiled_;
};

} // namespace preflag

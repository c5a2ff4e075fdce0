#pragma once

#include <preflag/base/field.h>

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// The header vocabulary of rules/fields.yaml: what the world calls the columns of a manifest.
class FieldAliases {
  public:
    /// Reads `folder`/fields.yaml of each folder that has one; later ones add to earlier ones.
    /// Throws PackError with every defect, and when no folder has one.
    static FieldAliases load(const std::vector<std::filesystem::path>& folders);

    struct Match {
        Field field = Field::description;
        std::string unit; ///< that the header names, "kg"; may be empty
        /// 2: the whole header is an alias; 1: an alias is part of it, or only a fallback (the
        /// wording of the tariff where a description of the goods may stand beside it).
        int strength = 0;
    };

    /// What a header means. A whole-header alias wins over a part of it, longer parts over shorter.
    [[nodiscard]] std::optional<Match> match(std::string_view header) const;

    /// The alias of a goods field that is most like the header, for messages.
    [[nodiscard]] std::optional<std::string> nearest_goods_alias(std::string_view header) const;

  private:
    friend class FieldAliasesReader;
    using Words = std::vector<std::string>;

    struct Hit {
        Field field = Field::description;
        std::string phrase; ///< the words that were found, folded
        int strength = 0;   ///< as in Match
    };

    [[nodiscard]] std::optional<Hit> find(std::string_view header, const Words& words) const;
    [[nodiscard]] std::optional<Hit> whole(const Words& words) const;
    [[nodiscard]] std::optional<Hit> longest_part(const Words& words) const;
    void drop_units(Words& words) const;
    void drop_filler(Words& words) const;
    [[nodiscard]] std::string unit_of(std::string_view header, const Words& words,
                                      const std::string& phrase) const;

    std::map<std::string, Field, std::less<>> exact_;
    std::map<std::string, Field, std::less<>> within_;
    /// Chinese, Japanese and Korean phrases: written without spaces, so found anywhere.
    std::map<std::string, Field, std::less<>> within_without_edges_;
    std::map<std::string, std::string, std::less<>> units_; ///< folded word -> unit
    std::set<std::string, std::less<>> filler_;
    std::set<std::string, std::less<>> fallback_; ///< of the phrases within
};

/// The words of a header: "CNEE_NAME", "cneeName" and "Cnee Name" have the same.
std::vector<std::string> header_words(std::string_view header);

} // namespace preflag

#pragma once

#include <preflag/base/document/rule_files.h>
#include <preflag/manifest/header/header_memory.h>
#include <preflag/manifest/header/header_rules.h>
#include <preflag/manifest/header/header_spelling.h>
#include <preflag/manifest/header/placeholders.h>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

/// The header vocabulary of rules/fields.yaml: what the world calls the columns of a manifest.
class FieldAliases {
  public:
    struct Match {
        Field field = Field::description;
        std::string unit; ///< that the header names, "kg"; may be empty
        /// 2: the whole header is known; 1: a part of it is, or it is misspelt, or it is only a
        /// fallback (the wording of the tariff where a description of the goods may stand beside
        /// it).
        int strength = 0;
    };

    /// What a header means. A whole-header alias wins over a part of it, longer parts over shorter;
    /// a header that is not known as it is written is read with its spelling mended.
    [[nodiscard]] std::optional<Match> match(std::string_view header) const;
    /// The same without mending, for texts that need not be headers.
    [[nodiscard]] std::optional<Match> match_as_written(std::string_view header) const;

    /// Whether a key of a tree stands for the figure of what the keys above it name: "value".
    [[nodiscard]] bool names_a_figure(std::string_view key) const;
    /// Whether it stands for its unit: "unitCode".
    [[nodiscard]] bool names_a_unit(std::string_view key) const;

    /// Whether a cell is a unit of mass or volume: "KG", "litres".
    [[nodiscard]] bool is_measure_unit(std::string_view cell) const;
    [[nodiscard]] const HeaderRules& rules() const { return rules_; }

    [[nodiscard]] const Placeholders& placeholders() const { return placeholders_; }

    /// The alias of a goods field that is most like the header, for messages.
    [[nodiscard]] std::optional<std::string> nearest_goods_alias(std::string_view header) const;

    template <class Archive>
    void serialize(Archive& archive) {
        archive(exact_, within_, within_without_edges_, fallback_, units_, articles_, filler_,
                rules_, placeholders_, spelling_);
    }

  private:
    friend class FieldAliasesReader;
    friend FieldAliases read_field_aliases(const RuleFiles& files,
                                           std::vector<Diagnostic>& diagnostics);
    using Phrases = std::map<std::string, Field, std::less<>>;

    struct Hit {
        Field field = Field::description;
        std::string phrase; ///< the words that were found, folded
        int strength = 0;   ///< as in Match
    };

    [[nodiscard]] std::optional<Match> read(std::string_view header) const;
    [[nodiscard]] std::optional<Match> read_as_written(std::string_view header) const;
    /// `outside` are the words that do not stand in parentheses.
    [[nodiscard]] std::optional<Hit> find(const HeaderVocabulary& words,
                                          const HeaderVocabulary& outside) const;
    [[nodiscard]] std::optional<Hit> mended(const HeaderVocabulary& words) const;
    [[nodiscard]] std::optional<Hit> known_part(const HeaderVocabulary& words,
                                                const HeaderVocabulary& outside) const;
    [[nodiscard]] std::optional<Hit> whole(const HeaderVocabulary& words) const;
    [[nodiscard]] std::optional<Hit> longest_part(const HeaderVocabulary& words) const;
    [[nodiscard]] HeaderVocabulary without_units(const HeaderVocabulary& words) const;
    [[nodiscard]] HeaderVocabulary without_filler(const HeaderVocabulary& words) const;
    [[nodiscard]] HeaderVocabulary without_articles(const HeaderVocabulary& words) const;
    /// `words` are those of the header.
    [[nodiscard]] std::optional<Match> matched(const Hit& hit, std::string_view header,
                                               const HeaderVocabulary& words) const;
    [[nodiscard]] std::string unit_of(std::string_view header, const HeaderVocabulary& words,
                                      const std::string& phrase) const;

    Phrases exact_;
    Phrases within_;
    Phrases within_without_edges_;                ///< those of `within_` that are found anywhere
    std::set<std::string, std::less<>> fallback_; ///< of the phrases within
    std::map<std::string, std::string, std::less<>> units_; ///< folded word -> unit
    std::set<std::string, std::less<>> articles_;
    std::set<std::string, std::less<>> filler_;
    HeaderRules rules_;
    Placeholders placeholders_;
    HeaderSpelling spelling_;

    using Memory = HeaderMemory<std::optional<Match>>;
    std::shared_ptr<Memory> matches_ = std::make_shared<Memory>();
    std::shared_ptr<Memory> matches_as_written_ = std::make_shared<Memory>();
};

/// Reads fields.yaml. Adds every defect to `diagnostics`; that there is none is one.
FieldAliases read_field_aliases(const RuleFiles& files, std::vector<Diagnostic>& diagnostics);

} // namespace preflag

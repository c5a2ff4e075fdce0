#pragma once

#include <preflag/base/document/rule_files.h>
#include <preflag/goods/lexicon/substance.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace preflag {

struct Lexicon;

/// The catalogue of substances with everything that recognises them, compiled once, const and
/// shared by all threads.
class Catalogue {
  public:
    Catalogue(); ///< knows nothing: what an image of tables is read into
    ~Catalogue();
    Catalogue(Catalogue&&) noexcept;
    Catalogue& operator=(Catalogue&&) noexcept;

    [[nodiscard]] const std::vector<Substance>& substances() const;
    [[nodiscard]] const Substance* find(std::string_view id) const;
    /// Names that it recognises, all languages.
    [[nodiscard]] std::size_t name_count() const;

    /// What recognises them.
    [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }
    explicit Catalogue(std::unique_ptr<const Lexicon> lexicon);

  private:
    std::unique_ptr<const Lexicon> lexicon_;
};

/// Reads substances/, words.yaml and units.yaml. Adds every defect to `diagnostics`.
Catalogue read_catalogue(const RuleFiles& files, std::vector<Diagnostic>& diagnostics);

} // namespace preflag

#pragma once

#include <preflag/goods/lexicon/substance.h>

#include <filesystem>
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
    /// Reads `folder`/substances/*.yaml, `folder`/words.yaml and `folder`/units.yaml of each
    /// folder, in order; later folders add to or override earlier ones by id. Throws PackError with
    /// all defects found.
    static Catalogue load(const std::vector<std::filesystem::path>& folders);

    ~Catalogue();
    Catalogue(Catalogue&&) noexcept;
    Catalogue& operator=(Catalogue&&) noexcept;

    [[nodiscard]] const std::vector<Substance>& substances() const;
    [[nodiscard]] const Substance* find(std::string_view id) const;
    /// Names that it recognises, all languages.
    [[nodiscard]] std::size_t name_count() const;
    /// SHA-256 over the files that it was read from.
    [[nodiscard]] const std::string& digest() const;

    /// What recognises them.
    [[nodiscard]] const Lexicon& lexicon() const { return *lexicon_; }

  private:
    explicit Catalogue(std::unique_ptr<const Lexicon> lexicon);
    std::unique_ptr<const Lexicon> lexicon_;
};

} // namespace preflag

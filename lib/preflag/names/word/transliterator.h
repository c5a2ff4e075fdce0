#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace preflag {

/// Writes words of any script in Latin letters without accents. One per thread.
class Transliterator {
  public:
    Transliterator();
    ~Transliterator();
    Transliterator(Transliterator&&) noexcept;

    /// Chinese and Korean by syllable, with spaces between them. Signs for hard and soft signs and
    /// hamza are dropped. What no table knows stays as it is.
    std::string to_latin(std::string_view word);

  private:
    struct Tables;
    std::unique_ptr<Tables> tables_; ///< made when first needed
};

} // namespace preflag

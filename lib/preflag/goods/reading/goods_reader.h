#pragma once

#include <preflag/base/field.h>
#include <preflag/goods/identification.h>
#include <preflag/goods/lexicon/catalogue.h>

#include <memory>

namespace preflag {

/// Reads the goods of manifest lines: which listed substances, how strong, how much. One per
/// thread; it owns only scratch space, so a clean line costs no allocation.
class GoodsReader {
  public:
    /// The catalogue must outlive the reader.
    explicit GoodsReader(const Catalogue& catalogue);
    ~GoodsReader();
    GoodsReader(GoodsReader&&) noexcept;

    /// Whether the line holds anything that may name a substance; false is certain. Asks for the
    /// fields that can tell what the goods are, and for no other one.
    bool find(const FieldValues& goods);
    /// Reads the line that `find` was asked about last. The reading is valid until the next call.
    const GoodsReading& read_found(const FieldValues& line);
    /// Both.
    const GoodsReading& read(const FieldValues& line) {
        find(line);
        return read_found(line);
    }
    /// The same reading, given away.
    GoodsReading take();

  private:
    struct Scratch;
    std::unique_ptr<Scratch> scratch_;
};

} // namespace preflag

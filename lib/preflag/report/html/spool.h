#pragma once

#include <cstdio>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

namespace preflag {

/// Text that is written now and wanted later: a little of it stays in memory, the rest goes to a
/// file without a name, so that memory stays flat and nothing is left behind. Throws OutputError
/// when the disk for temporary files is full.
class Spool {
  public:
    void add(std::string_view text);
    /// Writes all of it, in the order added. Nothing may be added after it.
    void copy_to(std::ostream& stream);

  private:
    void spill();

    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::unique_ptr<std::FILE, Close> file_;
    std::string memory_;
};

} // namespace preflag

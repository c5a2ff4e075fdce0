#include "source_dir.h"

namespace preflag::test {

std::string source_dir() {
    return PREFLAG_SOURCE_DIR;
}

} // namespace preflag::test

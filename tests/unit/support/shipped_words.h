#pragma once

#include <preflag/names/name_words.h>

#include <string>

namespace preflag::parties_test {

/// The words of names that the shipped rules have.
inline const NameWords& shipped_words() {
    static const NameWords words = NameWords::load({std::string(PREFLAG_SOURCE_DIR) + "/rules"});
    return words;
}

} // namespace preflag::parties_test

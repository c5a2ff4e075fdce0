#pragma once

#include "../../support/source_dir.h"

#include <preflag/names/name_words.h>

#include <string>

namespace preflag::parties_test {

/// The words of names that the shipped rules have.
inline const NameWords& shipped_words() {
    static const NameWords words = NameWords::load({preflag::test::source_dir() + "/rules"});
    return words;
}

} // namespace preflag::parties_test

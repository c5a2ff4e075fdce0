#pragma once

#include <preflag/base/diagnostic.h>
#include <preflag/base/field.h>

#include <memory>
#include <string>
#include <vector>

namespace preflag {

/// A node of a rule's condition tree, as plain data (RE2 objects are made when a RuleSet compiles).
/// Empty (`kind == always`) for the rows of a law.
struct Condition {
    enum class Kind {
        always,
        all,
        any,
        none_of, // none_of is the tree's "not"
        equals,
        one_of,
        starts_with,
        contains_word,
        matches,
        above,
        below,
        between,
        missing,
        same_as, ///< the words of another field, values[0]
    };
    Kind kind = Kind::always;
    std::vector<Condition> children; ///< of all, any, none_of
    std::string fact;                ///< manifest field
    std::vector<std::string> values; ///< operands, folded for the word operators
    std::vector<double> numbers;     ///< operands of above, below, between
    bool expected = true;            ///< of missing: whether it must be
    Position position;
};

} // namespace preflag

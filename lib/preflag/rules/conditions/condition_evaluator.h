#pragma once

#include <preflag/base/field.h>
#include <preflag/rules/conditions/condition.h>
#include <preflag/rules/conditions/line_facts.h>

#include <memory>

namespace preflag {

/// A condition tree made ready for many lines. Const and shared by all threads.
class ConditionEvaluator {
  public:
    /// The condition has been checked by read_condition.
    explicit ConditionEvaluator(const Condition& condition);
    ~ConditionEvaluator();
    ConditionEvaluator(ConditionEvaluator&&) noexcept;

    /// A range of which only some values are above or below a number does not hold; neither does
    /// anything on a field or fact that the line does not tell, except that it is missing.
    [[nodiscard]] bool holds(const ConditionFacts& facts) const;
    /// The same on a line of which only the fields are known.
    [[nodiscard]] bool holds(const FieldValues& line) const {
        return holds(ConditionFacts{.line = line});
    }

  private:
    struct Node;
    std::unique_ptr<const Node> root_;
};

} // namespace preflag

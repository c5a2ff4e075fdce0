#pragma once

#include <preflag/base/field.h>
#include <preflag/rules/condition.h>

#include <memory>

namespace preflag {

/// A condition tree made ready for many lines. Const and shared by all threads.
class ConditionEvaluator {
  public:
    /// The condition has been checked by read_condition.
    explicit ConditionEvaluator(const Condition& condition);
    ~ConditionEvaluator();
    ConditionEvaluator(ConditionEvaluator&&) noexcept;

    [[nodiscard]] bool holds(const FieldValues& line) const;

  private:
    struct Node;
    std::unique_ptr<const Node> root_;
};

} // namespace preflag

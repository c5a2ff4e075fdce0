#pragma once

#include <deque>
#include <utility>

namespace preflag {

/// Keeps a value until the process ends and never takes it apart: for large tables of a program
/// that ends when it is done with them. For the main thread.
template <typename Value>
const Value& kept_until_exit(Value value) {
    static auto& all = *new std::deque<Value>;
    return all.emplace_back(std::move(value));
}

} // namespace preflag

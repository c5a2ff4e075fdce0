#pragma once

#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace preflag {

/// Leaves new elements as they are, so that a file can be read over them.
template <class Value>
struct UninitialisedAllocator : std::allocator<Value> {
    UninitialisedAllocator() = default;
    template <class Other>
    explicit UninitialisedAllocator(const UninitialisedAllocator<Other>& /*other*/) {}
    template <class Other>
    struct rebind { // NOLINT(readability-identifier-naming): the standard's name
        using other = UninitialisedAllocator<Other>;
    };

    template <class Element>
    void construct(Element* place) {
        ::new (static_cast<void*>(place)) Element;
    }
    template <class Element, class... Arguments>
    void construct(Element* place, Arguments&&... arguments) {
        ::new (static_cast<void*>(place)) Element(std::forward<Arguments>(arguments)...);
    }
};

/// An array that goes to a file and comes from it as it is.
template <class Value>
using FlatArray = std::vector<Value, UninitialisedAllocator<Value>>;

} // namespace preflag

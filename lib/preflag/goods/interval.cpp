#include <preflag/goods/interval.h>

namespace preflag {

namespace {

Comparison decide(bool all, bool some) {
    if (all)
        return Comparison::holds;
    return some ? Comparison::undetermined : Comparison::fails;
}

} // namespace

Comparison compare(const Interval& interval, Operator op, double limit) {
    const auto [low, high, low_open, high_open] = interval;
    switch (op) {
    case Operator::above:
        return decide(low > limit || (low == limit && low_open), high > limit);
    case Operator::at_least:
        return decide(low >= limit, high > limit || (high == limit && !high_open));
    case Operator::below:
        return decide(high < limit || (high == limit && high_open), low < limit);
    case Operator::at_most:
        return decide(high <= limit, low < limit || (low == limit && !low_open));
    }
    return Comparison::undetermined;
}

} // namespace preflag

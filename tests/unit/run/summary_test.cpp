#include <preflag/run/summary.h>

#include <doctest/doctest.h>

using namespace preflag;

namespace {
Summary sample(std::uint64_t factor) {
    Summary summary;
    summary.lines_read = 10 * factor;
    summary.lines_screened = 9 * factor;
    summary.lines_rejected = factor;
    summary.lines_flagged = 2 * factor;
    summary.lines_identified = 3 * factor;
    summary.lines_not_assessable = factor;
    summary.lines_by_severity = {factor, 0, factor, 0, 0};
    summary.lines_by_outcome[2] = factor;
    summary.missing["strength"] = factor;
    return summary;
}
} // namespace

TEST_SUITE("screening/summary") {
    TEST_CASE("summaries of parts add up to the summary of the whole") {
        Summary total = sample(1);
        total += sample(2);
        CHECK(total == sample(3));
        CHECK(total.lines_read == total.lines_screened + total.lines_rejected);
    }

    TEST_CASE("what only one part misses is kept") {
        Summary total = sample(1);
        Summary other;
        other.missing["quantity"] = 4;
        total += other;
        CHECK(total.missing.at("quantity") == 4);
        CHECK(total.missing.at("strength") == 1);
    }
}

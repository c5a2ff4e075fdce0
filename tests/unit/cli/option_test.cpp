#include "command_line/option.h"

#include <preflag/base/error.h>

#include <doctest/doctest.h>

using namespace preflag;

TEST_CASE("a choice takes its words and names the nearest for another") {
    std::string level = "low";
    const Option option = choice("--level", level, {"low", "high"}, "");
    assign(option, {"high"});
    CHECK(level == "high");
    CHECK_THROWS_WITH_AS(assign(option, {"hihg"}),
                         "--level: \"hihg\" is none of low, high; did you mean \"high\"?",
                         UsageError);
    CHECK(level == "high");
    CHECK(option.default_value == "low");
    CHECK(option.value_text() == "low|high");
}

TEST_CASE("a number is whole and within its range") {
    std::optional<unsigned> jobs;
    const Option option = number("--jobs", jobs, {1, 64}, "N", "");
    assign(option, {"64"});
    CHECK(jobs == 64U);
    for (const char* wrong : {"0", "65", "-1", "4x", "1.5", "", "99999999999"})
        CHECK_THROWS_AS(assign(option, {wrong}), UsageError);
    CHECK(jobs == 64U);
}

TEST_CASE("a flag can be switched off, and takes no other word") {
    bool quiet = false;
    const Option option = flag("--quiet", quiet, "");
    assign(option, {"true"});
    CHECK(quiet);
    assign(option, {"no"});
    CHECK_FALSE(quiet);
    CHECK_THROWS_AS(assign(option, {"perhaps"}), UsageError);
}

TEST_CASE("only a list takes several values") {
    std::vector<std::string> lists;
    assign(file("--watchlist", &lists, ""), {"a", "b"});
    CHECK(lists == std::vector<std::string>{"a", "b"});
    std::string summary;
    CHECK_THROWS_WITH_AS(assign(file("--summary", &summary, ""), {"a", "b"}),
                         "--summary: give it only once", UsageError);
}

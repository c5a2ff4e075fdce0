#include "command_line/command_line.h"
#include "program.h"

#include <doctest/doctest.h>

using namespace preflag;

namespace {

ParsedLine parse(const Program& program, std::vector<const char*> words) {
    words.insert(words.begin(), "preflag");
    return parse_command_line(program.command(), static_cast<int>(words.size()), words.data());
}

/// What is wrong with the words, and where help is.
std::string fault_of(std::vector<const char*> words) {
    const Program program;
    try {
        const ParsedLine line = parse(program, std::move(words));
        check_required(line);
    } catch (const CommandLineError& error) {
        return error.title + ": " + error.what();
    } catch (const UsageError& error) {
        return error.what();
    }
    return "";
}

} // namespace

TEST_CASE("words lead to a command and its options") {
    const Program program;
    const ParsedLine line =
        parse(program, {"rules", "diff", "a", "b", "--on", "one.csv", "two.csv"});
    CHECK(title_of(line.path) == "preflag rules diff");
    CHECK(line.wish == ParsedLine::Wish::run);
    CHECK(line.given.size() == 3);
    CHECK(line.given.contains(line.path.back()->options.find("--on")));
}

TEST_CASE("help and version are wishes of their own, wherever they stand") {
    const Program program;
    CHECK(parse(program, {"--version"}).wish == ParsedLine::Wish::version);
    const ParsedLine line = parse(program, {"rules", "diff", "--help"});
    CHECK(line.wish == ParsedLine::Wish::help);
    CHECK(title_of(line.path) == "preflag rules diff");
    CHECK(parse(program, {"screen", "x.csv", "-h"}).wish == ParsedLine::Wish::help);
}

TEST_CASE("what cannot be understood is told with the command whose help explains") {
    CHECK(fault_of({"screen", "--formt", "csv"}) ==
          "preflag screen: preflag screen has no option --formt; did you mean --format?");
    CHECK(fault_of({"rules", "lst"}) ==
          "preflag rules: there is no command \"lst\"; did you mean \"list\"?");
    CHECK(fault_of({"version", "now"}) ==
          "preflag version: preflag version takes no further argument: now");
    CHECK(fault_of({"screen", "x.csv", "--summary", "a", "--summary", "b"}) ==
          "preflag screen: --summary: give it only once");
    CHECK(fault_of({"screen", "x.csv", "--jobs", "65"}) ==
          "preflag screen: --jobs: \"65\" is no whole number from 1 to 64");
    CHECK(fault_of({"screen", "x.csv", "--rejects", ""}) == "--rejects: the value is empty");
    CHECK(fault_of({"decide", "add", "00", "cleared", "--decisions", "d"}) ==
          "preflag decide add: --because is required");
    CHECK(fault_of({"screen", "x.csv"}).empty());
}

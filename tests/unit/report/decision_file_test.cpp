#include <preflag/base/error.h>
#include <preflag/base/text_file.h>
#include <preflag/clearance/decision_reader.h>
#include <preflag/report/decision_file.h>

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <limits>
#include <thread>

using namespace preflag;

namespace {

/// A path of its own, without a file.
class Place {
  public:
    Place()
        : path_(std::filesystem::temp_directory_path() /
                ("preflag_decision_file_" + std::to_string(::getpid()) + ".jsonl")) {
        std::filesystem::remove(path_);
    }
    ~Place() { std::filesystem::remove(path_); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

    [[nodiscard]] std::string path() const { return path_.string(); }
    [[nodiscard]] std::string text() const { return read_text_file(path(), "test file"); }

  private:
    std::filesystem::path path_;
};

Decision decision() {
    Decision decision;
    decision.finding = "0123456789abcdef";
    decision.on = *parse_iso_date("2026-11-01");
    decision.until = parse_iso_date("2026-12-01");
    decision.by = "k.meier";
    decision.because = "\"checked\"\n{twice}";
    decision.facts.rule = "law/list/nitric-acid";
    decision.facts.goods = "Salpetersäure";
    decision.facts.substances = {{"nitric-acid",
                                  StatedFigure{{0.1, std::numeric_limits<double>::infinity()}, "%"},
                                  std::nullopt}};
    return decision;
}

} // namespace

TEST_CASE("a decision that is written can be read, whatever its texts hold") {
    const Place place;
    CHECK(append_decision(place.path(), decision_json(decision())));
    CHECK_FALSE(append_decision(place.path(), decision_json(decision())));
    const DecisionFile file = read_decisions(place.path());
    REQUIRE(file.decisions.size() == 2);
    const Decision& read = file.decisions[1];
    CHECK(read.because == decision().because);
    CHECK(read.until == decision().until);
    CHECK(read.facts.goods == decision().facts.goods);
    REQUIRE(read.facts.substances.size() == 1);
    CHECK(read.facts.substances[0].strength == decision().facts.substances[0].strength);
    CHECK_FALSE(read.facts.substances[0].quantity);
    CHECK(decision_json(read) == decision_json(decision()));
}

TEST_CASE("a record is not appended to a line that somebody left without its end") {
    const Place place;
    std::ofstream(place.path()) << "{}";
    append_decision(place.path(), "{1}\n");
    CHECK(place.text() == "{}\n{1}\n");
}

TEST_CASE("records that many append at once stay whole") {
    const Place place;
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 8; ++writer)
        writers.emplace_back([&] {
            for (int i = 0; i < 20; ++i)
                append_decision(place.path(), decision_json(decision()));
        });
    for (std::thread& writer : writers)
        writer.join();
    CHECK(read_decisions(place.path()).decisions.size() == 160);
}

TEST_CASE("lines are removed, unless somebody appended meanwhile") {
    const Place place;
    std::ofstream(place.path()) << "1\n2\n\n4";
    CHECK_FALSE(remove_lines(place.path(), "1\n2\n\n", {2}));
    CHECK(place.text() == "1\n2\n\n4");
    CHECK(remove_lines(place.path(), "1\n2\n\n4", {2, 3}));
    CHECK(place.text() == "1\n4");
    CHECK(remove_lines(place.path(), "1\n4", {1, 2}));
    CHECK(place.text().empty());
}

TEST_CASE("a file that cannot be written is an error") {
    CHECK_THROWS_AS(append_decision("/nowhere/d.jsonl", "{}\n"), OutputError);
    CHECK_THROWS_AS(append_decision("/", "{}\n"), OutputError);
}

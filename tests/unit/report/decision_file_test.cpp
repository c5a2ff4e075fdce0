#include <preflag/base/digest.h>
#include <preflag/base/error.h>
#include <preflag/base/file/locked_file.h>
#include <preflag/base/file/text_file.h>
#include <preflag/clearance/decision_reader.h>
#include <preflag/report/clearance/decision_file.h>

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <future>
#include <limits>
#include <optional>
#include <thread>

using namespace preflag;

namespace {

/// A path of its own, without a file.
class KeptPlace {
  public:
    KeptPlace()
        : path_(std::filesystem::temp_directory_path() /
                ("preflag_decision_file_" + std::to_string(::getpid()) + ".jsonl")) {
        std::filesystem::remove(path_);
    }
    ~KeptPlace() { std::filesystem::remove(path_); }
    KeptPlace(const KeptPlace&) = delete;
    KeptPlace& operator=(const KeptPlace&) = delete;

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

/// How large files of this process may become, while it lives.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(std::size_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit wanted{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &wanted);
    }
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        (void)std::signal(SIGXFSZ, handler_);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

  private:
    void (*handler_)(int);
    rlimit before_{};
};

} // namespace

TEST_CASE("a decision that is written can be read, whatever its texts hold") {
    const KeptPlace place;
    CHECK(append_decision(place.path(), decision_json(decision())).made_file);
    CHECK_FALSE(append_decision(place.path(), decision_json(decision())).made_file);
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
    const KeptPlace place;
    std::ofstream(place.path()) << "{}";
    append_decision(place.path(), "{1}\n");
    CHECK(place.text() == "{}\n{1}\n");
}

TEST_CASE("a torn last line is left out, and set aside by the next record") {
    const std::string record = decision_json(decision());
    for (const std::string& torn :
         {std::string("{\"finding\":\"01"), std::string("{\"a\":\"\xC3"), std::string(20, '\0')}) {
        const KeptPlace place;
        const std::filesystem::path beside = place.path() + ".torn";
        std::ofstream(place.path()) << record << torn;
        const DecisionFile file = read_decisions(place.path());
        CHECK(file.decisions.size() == 1);
        REQUIRE(file.torn);
        CHECK(file.torn->position.line == 2);
        CHECK(append_decision(place.path(), record).set_aside_torn);
        CHECK(place.text() == record + record);
        CHECK_FALSE(read_decisions(place.path()).torn);
        CHECK(read_file(beside.string(), "test file", 1000) == torn + '\n');
        std::filesystem::remove(beside);
    }
}

TEST_CASE("a last line that only lacks its line break is a record") {
    const KeptPlace place;
    std::string record = decision_json(decision());
    record.pop_back();
    std::ofstream(place.path()) << record;
    CHECK(read_decisions(place.path()).decisions.size() == 1);
    CHECK_FALSE(append_decision(place.path(), record + '\n').set_aside_torn);
    CHECK(place.text() == record + '\n' + record + '\n');
}

TEST_CASE("a file that may not grow keeps whole records, and a new one does not stay empty") {
    const std::string record = decision_json(decision());
    const FileSizeLimit limit(record.size() + 10);
    const KeptPlace place;
    append_decision(place.path(), record);
    CHECK_THROWS_WITH_AS(append_decision(place.path(), record),
                         doctest::Contains("File too large; nothing was recorded"), OutputError);
    CHECK(place.text() == record);
    std::filesystem::remove(place.path());
    CHECK_THROWS_AS(append_decision(place.path(), record + record), OutputError);
    CHECK_FALSE(std::filesystem::exists(place.path()));
}

TEST_CASE("whoever reads waits for who writes") {
    const KeptPlace place;
    append_decision(place.path(), decision_json(decision()));
    std::optional<LockedFile> writer(std::in_place, place.path(), LockedFile::Use::append);
    REQUIRE(::write(writer->descriptor(), "{\"half", 6) == 6);
    std::future<DecisionFile> reading =
        std::async(std::launch::async, [&] { return read_decisions(place.path()); });
    CHECK(reading.wait_for(std::chrono::milliseconds(50)) == std::future_status::timeout);
    REQUIRE(::ftruncate(writer->descriptor(), 0) == 0);
    writer.reset();
    const DecisionFile file = reading.get();
    CHECK(file.decisions.empty());
    CHECK_FALSE(file.torn);
}

TEST_CASE("records that many append at once stay whole, and are never seen half") {
    const KeptPlace place;
    std::vector<std::thread> writers;
    writers.reserve(8);
    for (int writer = 0; writer < 8; ++writer)
        writers.emplace_back([&] {
            for (int i = 0; i < 20; ++i)
                append_decision(place.path(), decision_json(decision()));
            CHECK_FALSE(read_decisions(place.path()).torn);
        });
    for (std::thread& writer : writers)
        writer.join();
    CHECK(read_decisions(place.path()).decisions.size() == 160);
}

TEST_CASE("lines are removed, unless somebody appended meanwhile") {
    const KeptPlace place;
    std::ofstream(place.path()) << "1\n2\n\n4";
    CHECK_FALSE(remove_lines(place.path(), digest_of("1\n2\n\n"), {2}));
    CHECK(place.text() == "1\n2\n\n4");
    CHECK(remove_lines(place.path(), digest_of("1\n2\n\n4"), {2, 3}));
    CHECK(place.text() == "1\n4");
    CHECK(remove_lines(place.path(), digest_of("1\n4"), {1, 2}));
    CHECK(place.text().empty());
}

TEST_CASE("a file that cannot be written is an error") {
    CHECK_THROWS_AS(append_decision("/nowhere/d.jsonl", "{}\n"), OutputError);
    CHECK_THROWS_AS(append_decision("/", "{}\n"), OutputError);
}

#include "folder.h"

#include <preflag/base/error.h>
#include <preflag/base/file/output_file.h>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <sys/time.h>

#include <atomic>
#include <csignal>
#include <filesystem>

using namespace preflag;
using namespace preflag::test;
namespace fs = std::filesystem;

namespace {

void write(const std::string& path, const std::string& text) {
    OutputFile file(path);
    file.stream() << text;
    file.commit();
}

} // namespace

TEST_SUITE("base/output_file") {
    TEST_CASE("a file appears whole, and only at commit") {
        const Folder folder;
        const std::string path = folder.file("report.csv");
        const std::string big(300000, 'x');
        {
            OutputFile file(path);
            file.stream() << big;
            CHECK_FALSE(fs::exists(path));
            file.commit();
        }
        CHECK(contents(path) == big);
        CHECK(folder.entries() == 1);
    }

    TEST_CASE("without commit nothing is left and the old report stays") {
        const Folder folder;
        const std::string path = folder.file("report.csv");
        put(path, "old");
        {
            OutputFile file(path);
            file.stream() << "new";
        }
        CHECK(contents(path) == "old");
        CHECK(folder.entries() == 1);
    }

    TEST_CASE("a replaced report keeps who may read it") {
        const Folder folder;
        const std::string path = folder.file("report.csv");
        put(path, "old");
        fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
        write(path, "new");
        CHECK(contents(path) == "new");
        CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    }

    TEST_CASE("a symbolic link stays and what it points to is replaced") {
        const Folder folder;
        fs::create_directory(folder.path / "kept");
        put(folder.file("kept/report.csv"), "old");
        fs::create_symlink("kept/report.csv", folder.path / "latest.csv");
        fs::create_symlink("kept/missing.csv", folder.path / "dangling.csv");
        write(folder.file("latest.csv"), "new");
        write(folder.file("dangling.csv"), "first");
        CHECK(fs::is_symlink(folder.path / "latest.csv"));
        CHECK(contents(folder.file("kept/report.csv")) == "new");
        CHECK(contents(folder.file("kept/missing.csv")) == "first");
    }

    TEST_CASE("a full disk is an error of the write or of the commit, also for little text") {
        CHECK_THROWS_WITH_AS(write("/dev/full", "a"),
                             "cannot write to /dev/full: No space left on device; "
                             "make room, or choose another disk",
                             OutputError);
        CHECK_THROWS_AS(write("/dev/full", std::string(300000, 'x')), OutputError);
    }

    TEST_CASE("a write that failed is not forgotten by the commit") {
        OutputFile file("/dev/full");
        CHECK_THROWS_AS(file.stream() << std::string(300000, 'x'), OutputError);
        CHECK_THROWS_AS(file.commit(), OutputError);
    }

    TEST_CASE("devices are written directly") {
        write("/dev/null", "x");
        CHECK(fs::is_character_file("/dev/null"));
    }

    TEST_CASE("what cannot be written is refused before the run, with advice") {
        const Folder folder;
        CHECK_THROWS_WITH_AS(OutputFile(folder.file("no/report.csv")),
                             doctest::Contains("create the folder first"), OutputError);
        CHECK_THROWS_WITH_AS(OutputFile(folder.path.string()),
                             doctest::Contains("name a file, not a folder"), OutputError);
        CHECK_THROWS_AS(OutputFile(folder.path.string() + "/new/"), OutputError);
        CHECK_THROWS_AS(OutputFile(""), OutputError);
        CHECK(folder.entries() == 0);
    }

    TEST_CASE("of two that write the same file at once, the last to commit stands") {
        const Folder folder;
        OutputFile first(folder.file("report.csv"));
        OutputFile second(folder.file("report.csv"));
        second.stream() << "second";
        first.stream() << "first";
        second.commit();
        CHECK(contents(folder.file("report.csv")) == "second");
        first.commit();
        CHECK(contents(folder.file("report.csv")) == "first");
        CHECK(folder.entries() == 1);
    }

    TEST_CASE("files are published together, or all of them keep what they had") {
        const Folder folder;
        put(folder.file("a"), "old");
        fs::create_directory(folder.path / "sub");
        OutputFile a(folder.file("a"));
        OutputFile b(folder.file("b"));
        OutputFile c(folder.file("sub/c"));
        for (OutputFile* file : {&a, &b, &c}) {
            file->stream() << "new";
            file->prepare();
        }
        fs::create_directory(folder.path / "sub" / "c");
        CHECK_THROWS_WITH_AS(publish_together({&a, &b, &c}), doctest::Contains("Is a directory"),
                             OutputError);
        CHECK(contents(folder.file("a")) == "old");
        CHECK_FALSE(fs::exists(folder.path / "b"));
        fs::remove(folder.path / "sub" / "c");
        OutputFile again(folder.file("a"));
        again.stream() << "newer";
        again.prepare();
        publish_together({&again, &c});
        CHECK(contents(folder.file("a")) == "newer");
        CHECK(contents(folder.file("sub/c")) == "new");
        CHECK(folder.entries() == 2);
    }

    TEST_CASE("a wait for the reader of a pipe ends when it is told to stop") {
        const Folder folder;
        REQUIRE(::mkfifo(folder.file("pipe").c_str(), 0600) == 0);
        struct sigaction action {};
        action.sa_handler = [](int) {};
        struct sigaction before {};
        ::sigaction(SIGALRM, &action, &before);
        const std::atomic<bool> stop{true};
        const itimerval soon{{0, 10'000}, {0, 10'000}};
        const itimerval never{};
        ::setitimer(ITIMER_REAL, &soon, nullptr);
        CHECK_THROWS_WITH_AS(OutputFile(folder.file("pipe"), &stop),
                             doctest::Contains("a signal ended the wait"), OutputError);
        ::setitimer(ITIMER_REAL, &never, nullptr);
        ::sigaction(SIGALRM, &before, nullptr);
    }
}

#include <preflag/base/error.h>
#include <preflag/report/output_file.h>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace preflag;
namespace fs = std::filesystem;

namespace {

/// A folder that is gone with its contents when the test is over.
struct Folder {
    Folder() {
        std::string name = (fs::temp_directory_path() / "preflag-test-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] std::string file(const std::string& name) const { return (path / name).string(); }
    [[nodiscard]] std::ptrdiff_t entries() const {
        return std::distance(fs::directory_iterator(path), {});
    }

    fs::path path;
};

std::string contents(const std::string& path) {
    std::ifstream stream(path);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void put(const std::string& path, const std::string& text) {
    std::ofstream(path) << text;
}

void write(const std::string& path, const std::string& text) {
    OutputFile file(path);
    file.stream() << text;
    file.commit();
}

} // namespace

TEST_SUITE("report/output_file") {
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
            CHECK(folder.entries() == 2);
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
                             "cannot write the report to /dev/full: No space left on device; "
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

    TEST_CASE("two reports of one run cannot have the same name") {
        const Folder folder;
        const OutputFile first(folder.file("report.csv"));
        CHECK_THROWS_WITH_AS(OutputFile(folder.file("report.csv")),
                             doctest::Contains(".report.csv.preflag-"), OutputError);
        CHECK(folder.entries() == 1);
    }
}

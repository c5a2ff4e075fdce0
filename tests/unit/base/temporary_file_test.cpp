#include "folder.h"

#include <preflag/base/file/temporary_file.h>

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <filesystem>
#include <system_error>

using namespace preflag;
using namespace preflag::test;
namespace fs = std::filesystem;

namespace {

/// A file beside "t" that is whole but for its name.
class Written : public TemporaryFile {
  public:
    Written(const Folder& folder, const std::string& text) : TemporaryFile(folder.file("t")) {
        REQUIRE(write_all(descriptor(), text) == 0);
        give_name();
    }
};

} // namespace

TEST_SUITE("base/temporary_file") {
    TEST_CASE("what a killed process left is taken over, what a living one writes is not") {
        const Folder folder;
        const std::string living = folder.file(".t.preflag-1.tmp");
        put(folder.file(".t.preflag-0.tmp"), "left by the dead");
        put(folder.file(".t.preflag-3.tmp"), "left by the dead");
        put(living, "of a living one");
        const Descriptor lock(::open(living.c_str(), O_WRONLY | O_CLOEXEC));
        REQUIRE(::flock(lock.number(), LOCK_EX) == 0);
        {
            Written first(folder, "first");
            Written second(folder, "second");
            CHECK(contents(folder.file(".t.preflag-0.tmp")) == "first");
            CHECK(contents(folder.file(".t.preflag-2.tmp")) == "second");
            first.replace_target();
        }
        CHECK(contents(folder.file("t")) == "first");
        CHECK(contents(living) == "of a living one");
        CHECK(folder.entries() == 2);
    }

    TEST_CASE("planted links and pipes are neither followed nor waited for") {
        const Folder folder;
        const std::string victim = folder.file("victim");
        put(victim, "untouched");
        fs::create_symlink(victim, folder.file(".t.preflag-0.tmp"));
        REQUIRE(::mkfifo(folder.file(".t.preflag-1.tmp").c_str(), 0600) == 0);
        fs::create_hard_link(victim, folder.file(".t.preflag-2.tmp"));
        {
            Written file(folder, "new");
            file.replace_target();
        }
        CHECK(contents(folder.file("t")) == "new");
        CHECK_FALSE(fs::is_symlink(folder.file("t")));
        CHECK(contents(victim) == "untouched");
    }

    TEST_CASE("a target that was replaced for now comes back, or goes for good") {
        const Folder folder;
        {
            Written file(folder, "first");
            REQUIRE(file.replace_target_for_now());
            CHECK(contents(folder.file("t")) == "first");
            file.take_back();
            CHECK(folder.entries() == 0);
        }
        put(folder.file("t"), "old");
        {
            Written file(folder, "new");
            REQUIRE(file.replace_target_for_now());
            CHECK(contents(folder.file("t")) == "new");
            file.take_back();
        }
        CHECK(contents(folder.file("t")) == "old");
        CHECK(folder.entries() == 1);
        {
            Written file(folder, "new");
            REQUIRE(file.replace_target_for_now());
            file.keep();
        }
        CHECK(contents(folder.file("t")) == "new");
        CHECK(folder.entries() == 1);
    }

    TEST_CASE("what another process put in place meanwhile is not taken back") {
        const Folder folder;
        put(folder.file("t"), "old");
        {
            Written first(folder, "first");
            REQUIRE(first.replace_target_for_now());
            Written second(folder, "second");
            second.replace_target();
            first.take_back();
            CHECK(contents(folder.file("t")) == "second");
            first.keep();
        }
        CHECK(contents(folder.file("t")) == "second");
    }

    TEST_CASE("a hundred names that are in use are an error") {
        const Folder folder;
        for (int i = 0; i < 100; ++i)
            fs::create_directory(folder.file(".t.preflag-" + std::to_string(i) + ".tmp"));
        CHECK_THROWS_AS(Written(folder, "x"), std::system_error);
    }
}

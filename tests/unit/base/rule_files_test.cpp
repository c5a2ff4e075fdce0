#include "../rules/folder.h"

#include <preflag/base/digest.h>
#include <preflag/base/document/rule_files.h>
#include <preflag/base/error.h>

#include <doctest/doctest.h>

using namespace preflag;
using preflag::rules_test::Folder;

TEST_SUITE("base/rule_files") {
    TEST_CASE("the YAML files of a folder come in the order of their names, others are left out") {
        const Folder folder;
        folder.write("b.yaml", "1");
        folder.write("a.yaml", "2");
        folder.write("notes.txt", "3");
        const auto files = yaml_files(folder.path());
        REQUIRE(files.size() == 2);
        CHECK(files[0].filename() == "a.yaml");
        CHECK(files[1].filename() == "b.yaml");
    }

    TEST_CASE("a folder or file that is not there is none") {
        const Folder folder;
        CHECK(yaml_files(folder.path() + "/regimes").empty());
        CHECK_FALSE(read_if_present(folder.path() + "/words.yaml"));
    }

    TEST_CASE("an empty file is there") {
        const Folder folder;
        folder.write("empty.yaml", "");
        CHECK(read_if_present(folder.path() + "/empty.yaml") == "");
    }

    TEST_CASE("a link that leads nowhere is no missing file but an error") {
        const Folder folder;
        const std::string link = folder.path() + "/words.yaml";
        std::filesystem::create_symlink(folder.path() + "/nowhere", link);
        CHECK_THROWS_WITH_AS(read_if_present(link),
                             doctest::Contains("words.yaml: error: the file cannot be read"),
                             MalformedFile);
    }

    TEST_CASE("a folder in the place of a file is an error") {
        const Folder folder;
        folder.write("words.yaml/inner", "text");
        CHECK_THROWS_AS(read_if_present(folder.path() + "/words.yaml"), MalformedFile);
    }

    TEST_CASE("a file in the place of a folder is an error") {
        const Folder folder;
        folder.write("regimes", "text");
        CHECK_THROWS_WITH_AS(yaml_files(folder.path() + "/regimes"),
                             doctest::Contains("the folder cannot be listed"), MalformedFile);
    }

    TEST_CASE(
        "the files of a table come in the order of the folders, and a later one may replace") {
        const Folder first;
        const Folder second;
        first.write("words.yaml", "edition: one");
        first.write("countries.yaml", "edition: one");
        first.write("regimes/b.yaml", "pack: b");
        first.write("regimes/a.yaml", "pack: a");
        second.write("words.yaml", "edition: two");
        second.write("countries.yaml", "edition: two");
        const RuleFiles files = RuleFiles::read({first.path(), second.path()});
        CHECK(files.diagnostics().empty());
        REQUIRE(files.of("words.yaml").size() == 2);
        CHECK(files.of("words.yaml")[1]->document.root.find("edition")->text() == "two");
        REQUIRE(files.of("countries.yaml").size() == 1);
        CHECK(files.of("countries.yaml")[0]->folder == 1);
        REQUIRE(files.of("regimes").size() == 2);
        CHECK(files.of("regimes")[0]->document.file == first.path() + "/regimes/a.yaml");
        CHECK(files.of("regimes", 1).empty());
        CHECK(files.of("units.yaml").empty());
    }

    TEST_CASE("the digests are those of every file that counts") {
        const Folder first;
        const Folder second;
        first.write("units.yaml", "a: 1");
        first.write("countries.yaml", "a: 1");
        first.write("words.yaml", "a: 1");
        second.write("words.yaml", "a: 2");
        second.write("countries.yaml", "a: 2");
        const auto digests = RuleFiles::read({first.path(), second.path()}).digests();
        REQUIRE(digests.size() == 3);
        CHECK(digests.at("units.yaml") == digest_of("a: 1"));
        CHECK(digests.at("countries.yaml") == digest_of("a: 2"));
        CHECK(digests.at("words.yaml") == digest_of(digest_of("a: 1") + digest_of("a: 2")));
    }

    TEST_CASE("what cannot be read is told with all else, and its table is not whole") {
        const Folder folder;
        folder.write("words.yaml", "a: [1");
        folder.write("units.yaml", "");
        std::filesystem::create_symlink(folder.path() + "/nowhere", folder.path() + "/fields.yaml");
        const RuleFiles files = RuleFiles::read({folder.path()});
        CHECK(files.diagnostics().size() == 3);
        for (const char* table : {"words.yaml", "units.yaml", "fields.yaml"})
            CHECK_FALSE(files.is_whole(table));
        CHECK(files.is_whole("regimes"));
    }

    TEST_CASE("a folder without rules is an error") {
        const Folder folder;
        folder.write("notes.yaml", "a: 1");
        const RuleFiles files = RuleFiles::read({folder.path()});
        REQUIRE(files.diagnostics().size() == 1);
        CHECK(files.diagnostics()[0].message == "the folder has no rule");
    }
}

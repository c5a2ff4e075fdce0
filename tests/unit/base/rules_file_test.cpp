#include "../rules/folder.h"

#include <preflag/base/error.h>
#include <preflag/base/rules_file.h>

#include <doctest/doctest.h>

using namespace preflag;
using preflag::rules_test::Folder;

TEST_SUITE("base/rules_file") {
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
                             PackError);
    }

    TEST_CASE("a folder in the place of a file is an error") {
        const Folder folder;
        folder.write("words.yaml/inner", "text");
        CHECK_THROWS_AS(read_if_present(folder.path() + "/words.yaml"), PackError);
    }

    TEST_CASE("a file in the place of a folder is an error") {
        const Folder folder;
        folder.write("regimes", "text");
        CHECK_THROWS_WITH_AS(yaml_files(folder.path() + "/regimes"),
                             doctest::Contains("the folder cannot be listed"), PackError);
    }

    TEST_CASE("a file is read from each folder that has it, and one folder must") {
        const Folder first;
        const Folder second;
        const std::vector<std::filesystem::path> folders{first.path(), second.path()};
        CHECK_THROWS_WITH_AS(read_of_folders(folders, "parties/names.yaml"),
                             doctest::Contains("parties/names.yaml is missing"), PackError);
        second.write("parties/names.yaml", "edition: own");
        CHECK(read_of_folders(folders, "parties/names.yaml").size() == 1);
        std::filesystem::create_directories(first.path() + "/parties");
        std::filesystem::create_symlink(first.path() + "/nowhere",
                                        first.path() + "/parties/names.yaml");
        CHECK_THROWS_WITH_AS(read_of_folders(folders, "parties/names.yaml"),
                             doctest::Contains("the file cannot be read"), PackError);
    }
}

#include "manifest_reading.h"

#include <preflag/base/error.h>
#include <preflag/manifest/expand_path.h>
#include <preflag/manifest/manifest_format.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::test;

TEST_SUITE("manifest/expand_path") {
    TEST_CASE("a file, standard input and what does not exist stand for themselves") {
        const TemporaryFolder folder;
        const std::string file = folder.write("a.dat", "x");
        CHECK(expand_path(file).manifests == std::vector{file});
        CHECK(expand_path("-").manifests == std::vector<std::string>{"-"});
        CHECK(expand_path("no/such/file.csv").manifests ==
              std::vector<std::string>{"no/such/file.csv"});
    }

    TEST_CASE("a folder stands for the manifests below it, in the order of their paths") {
        const TemporaryFolder folder;
        const std::string b = folder.write("b.csv", "x");
        const std::string deep = folder.write("a/deep/c.yaml.gz", "x");
        const std::string upper = folder.write("Z.JSONL", "x");
        const std::string notes = folder.write("notes.md", "x");
        const std::string workbook = folder.write("a/march.xls", "x");
        folder.write(".hidden.csv", "x");
        folder.write(".git/d.csv", "x");
        const ExpandedPath expanded = expand_path(folder.path().string());
        CHECK(expanded.manifests == std::vector{upper, deep, b});
        CHECK(expanded.passed_over == std::vector{workbook, notes});
    }

    TEST_CASE("a folder without manifests is an error") {
        const TemporaryFolder folder;
        folder.write("notes.md", "x");
        CHECK_THROWS_AS(expand_path(folder.path().string()), InputError);
    }

    TEST_CASE("a link that leads nowhere is passed over and named") {
        const TemporaryFolder folder;
        const std::string file = folder.write("a.csv", "x");
        std::filesystem::create_symlink(folder.path() / "gone", folder.path() / "b.csv");
        const ExpandedPath expanded = expand_path(folder.path().string());
        CHECK(expanded.manifests == std::vector{file});
        CHECK(expanded.passed_over == std::vector{(folder.path() / "b.csv").string()});
    }

    TEST_CASE("a link to a folder is followed, once") {
        namespace fs = std::filesystem;
        const TemporaryFolder folder, elsewhere;
        const std::string file = folder.write("a.csv", "x");
        elsewhere.write("b.csv", "x");
        fs::create_symlink(elsewhere.path(), folder.path() / "link");
        fs::create_symlink(elsewhere.path(), folder.path() / "other");
        const ExpandedPath expanded = expand_path(folder.path().string());
        CHECK(expanded.manifests == std::vector{file, (folder.path() / "link" / "b.csv").string()});
        CHECK(expanded.links_not_followed == std::vector{(folder.path() / "other").string()});
    }

    TEST_CASE("a link to a folder that holds it is named, and costs nothing else") {
        namespace fs = std::filesystem;
        const TemporaryFolder folder;
        const std::string file = folder.write("a.csv", "x");
        const std::string deep = folder.write("z/b.csv", "x");
        fs::create_symlink(folder.path(), folder.path() / "again");
        fs::create_symlink("self", folder.path() / "self");
        fs::create_symlink("z", folder.path() / "b");
        const ExpandedPath expanded = expand_path(folder.path().string());
        CHECK(expanded.manifests == std::vector{file, deep});
        CHECK(expanded.links_not_followed ==
              std::vector{(folder.path() / "again").string(), (folder.path() / "b").string()});
        REQUIRE(expanded.faults.size() == 1);
        CHECK(contains(expanded.faults[0], (folder.path() / "self").string() + ": cannot be"));
    }

    TEST_CASE("a folder whose name looks like a manifest is no manifest") {
        const TemporaryFolder folder;
        const std::string file = folder.write("x.csv/a.csv", "x");
        CHECK(expand_path(folder.path().string()).manifests == std::vector{file});
    }

    TEST_CASE("manifests are known by the ending of their name") {
        for (const char* name : {"a.csv", "a.TSV", "a.txt", "a.yml", "a.yaml", "a.json", "a.jsonl",
                                 "a.ndjson", "a.zip", "a.csv.gz", "a.csv.zst", "a.json.xz",
                                 "a.xlsx", "a.XLSM", "a.ods", "a.xlsx.gz"})
            CHECK(has_manifest_name(name));
        for (const char* name :
             {"", ".csv", "a.pdf", "a.gz", "csv", "a.csv.bak", "a.xls", "a.xlsb", "~$a.xlsx"})
            CHECK(!has_manifest_name(name));
    }
}

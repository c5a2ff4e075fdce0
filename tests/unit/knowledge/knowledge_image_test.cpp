#include "../rules/folder.h"
#include "../support/shipped.h"

#include <preflag/base/program_id.h>
#include <preflag/knowledge/knowledge_image.h>
#include <preflag/knowledge/knowledge_reader.h>

#include <doctest/doctest.h>

#include <algorithm>

using namespace preflag;

namespace {

using Folders = std::vector<std::filesystem::path>;

const Folders& shipped() {
    static const Folders folders{preflag::test::source_dir() + "/rules"};
    return folders;
}

const std::vector<RuleSource>& shipped_sources() {
    static const std::vector<RuleSource> sources = find_sources(shipped()).value();
    return sources;
}

const std::string& image() {
    static const std::string bytes =
        bytes_of(read_or_throw(read_knowledge, RuleFiles::read(shipped())), shipped_sources());
    return bytes;
}

} // namespace

TEST_SUITE("knowledge/knowledge_image") {
    TEST_CASE("the tables of an image are those of the YAML") {
        REQUIRE_FALSE(program_id().empty());
        REQUIRE_FALSE(image().empty());
        const auto tables = tables_of(image(), shipped_sources());
        REQUIRE(tables);
        CHECK(bytes_of(*tables, shipped_sources()) == image());
        const KnowledgeTables read = read_or_throw(read_knowledge, RuleFiles::read(shipped()));
        CHECK(tables->digests == read.digests);
        CHECK(tables->catalogue.name_count() == read.catalogue.name_count());
        CHECK(tables->catalogue.substances().size() == read.catalogue.substances().size());
        REQUIRE(tables->packs.packs.size() == read.packs.packs.size());
        for (std::size_t i = 0; i < read.packs.packs.size(); ++i) {
            CHECK(tables->packs.packs[i].file == read.packs.packs[i].file);
            CHECK(tables->packs.packs[i].rules.size() == read.packs.packs[i].rules.size());
        }
    }

    TEST_CASE("the sources are all files that are read") {
        std::size_t files = 0;
        const RuleFiles read = RuleFiles::read(shipped());
        for (const RuleTable& table : rule_tables)
            for (const RuleFile* const file : read.of(table.name)) {
                const auto source = std::find_if(
                    shipped_sources().begin(), shipped_sources().end(), [&](const RuleSource& one) {
                        return one.path.string() == file->document.file;
                    });
                REQUIRE(source != shipped_sources().end());
                CHECK(source->digest == file->digest);
                CHECK(source->table == table.name);
                ++files;
            }
        CHECK(files == shipped_sources().size());
    }

    TEST_CASE("an image of other files, or of another program, is not taken") {
        std::vector<RuleSource> changed = shipped_sources();
        changed.front().digest.back() = changed.front().digest.back() == '0' ? '1' : '0';
        CHECK_FALSE(tables_of(image(), changed));
        std::vector<RuleSource> more = shipped_sources();
        more.push_back(more.back());
        CHECK_FALSE(tables_of(image(), more));
        std::string foreign = image();
        foreign[foreign.find(program_id())] = 'x';
        CHECK_FALSE(tables_of(foreign, shipped_sources()));
        CHECK_FALSE(tables_of("", shipped_sources()));
        CHECK_FALSE(tables_of(image() + "more", shipped_sources()));
    }

    TEST_CASE("bytes that end too early are no tables") {
        for (std::size_t length = 0; length < image().size(); length += image().size() / 97)
            CHECK_FALSE(tables_of(std::string_view(image()).substr(0, length), shipped_sources()));
    }

    TEST_CASE("folders with a defect have no sources") {
        const rules_test::Folder folder;
        CHECK_FALSE(find_sources({folder.path()}));
        folder.write("units.yaml", "a: 1");
        CHECK(find_sources({folder.path()}));
        folder.write("words.yaml", "");
        CHECK_FALSE(find_sources({folder.path()}));
    }
}

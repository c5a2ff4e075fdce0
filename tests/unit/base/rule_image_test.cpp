#include "../../support/source_dir.h"
#include "../rules/folder.h"

#include <preflag/base/document/rule_files.h>

#include <doctest/doctest.h>

#include <fstream>

using namespace preflag;
using preflag::rules_test::Folder;

namespace {

const RuleFiles& shipped() {
    static const RuleFiles files = RuleFiles::read({preflag::test::source_dir() + "/rules"});
    return files;
}

/// The trees of all files, as an image holds them: equal trees have equal bytes.
std::string trees_of(const RuleFiles& files) {
    return files.image().bytes();
}

} // namespace

TEST_SUITE("base/rule_image") {
    TEST_CASE("an image gives the trees that the YAML gives") {
        const std::string bytes = trees_of(shipped());
        const auto image = RuleImage::parse(bytes);
        REQUIRE(image);
        CHECK(image->size() == shipped().image().size());
        CHECK(image->bytes() == bytes);
        const RuleFiles files = RuleFiles::read(shipped().folders(), &*image);
        CHECK(files.diagnostics().empty());
        CHECK(trees_of(files) == bytes);
        CHECK(files.digests() == shipped().digests());
        const RuleFile& words = *files.of("words.yaml").front();
        CHECK(words.document.text == shipped().of("words.yaml").front()->document.text);
        CHECK(words.document.file == shipped().of("words.yaml").front()->document.file);
    }

    TEST_CASE("a file that has changed in any byte is parsed") {
        const Folder folder;
        folder.write("units.yaml", "a: 1");
        const RuleImage image = RuleFiles::read({folder.path()}).image();
        folder.write("units.yaml", "a: 2");
        const RuleFiles changed = RuleFiles::read({folder.path()}, &image);
        CHECK(changed.of("units.yaml").front()->document.root.find("a")->text() == "2");
        folder.write("units.yaml", "a: [2");
        CHECK(RuleFiles::read({folder.path()}, &image).diagnostics().size() == 1);
    }

    TEST_CASE("an image that is damaged, cut short or foreign is not used") {
        const Folder folder;
        folder.write("units.yaml", "a: [1, {b: c}]");
        RuleImage image = RuleFiles::read({folder.path()}).image();
        image.set_compiled("tables");
        const std::string bytes = image.bytes();
        REQUIRE(RuleImage::parse(bytes));
        CHECK(RuleImage::parse(bytes)->compiled() == "tables");
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            std::string damaged = bytes;
            damaged[i] = static_cast<char>(damaged[i] ^ 1);
            CHECK_FALSE(RuleImage::parse(damaged));
            CHECK_FALSE(RuleImage::parse(bytes.substr(0, i)));
        }
        CHECK_FALSE(RuleImage::parse(bytes + '\0'));
        std::string foreign = bytes;
        foreign.replace(foreign.find("image 2"), 7, "image 0");
        CHECK_FALSE(RuleImage::parse(foreign));
    }

    TEST_CASE("of a damaged file no compiled tables are read") {
        const Folder folder;
        const std::string file = folder.path() + "/rules.image";
        CHECK_FALSE(RuleImage::read_compiled(file));
        RuleImage image;
        image.set_compiled("tables");
        const std::string bytes = image.bytes();
        folder.write("rules.image", bytes);
        CHECK(RuleImage::read_compiled(file) == "tables");
        const std::size_t end = bytes.find("tables") + 6;
        for (std::size_t i = 0; i < end; ++i) {
            folder.write("rules.image", bytes.substr(0, i));
            CHECK_FALSE(RuleImage::read_compiled(file));
        }
        for (std::size_t i = end - 6; i < end; ++i) {
            std::string damaged = bytes;
            damaged[i] = static_cast<char>(damaged[i] ^ 1);
            folder.write("rules.image", damaged);
            CHECK_FALSE(RuleImage::read_compiled(file));
        }
        folder.write("rules.image", bytes.substr(0, bytes.find('\n') + 1) + std::string(200, 'f'));
        CHECK_FALSE(RuleImage::read_compiled(file));
    }

    TEST_CASE("a damaged image is told, a missing one is not") {
        const Folder folder;
        std::string note;
        CHECK_FALSE(RuleImage::read(folder.path() + "/rules.image", note));
        CHECK(note.empty());
        folder.write("rules.image", "preflag");
        CHECK_FALSE(RuleImage::read(folder.path() + "/rules.image", note));
        CHECK(note.find("rules.image: this compiled image") != std::string::npos);
    }
}

#include "archives.h"
#include "manifest_reading.h"

#include <preflag/base/error.h>
#include <preflag/manifest/source/unpacking.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::test;

namespace {

const std::string rows = "Goods,HS\nAcetone,2914\nNitric acid,2808\nUrea,3102\n";

// Zip archives of a.csv with `rows`, by methods that libarchive cannot write, and zstd data with
// the checksum that the program zstd adds and libarchive does not: without it, damage cannot be
// noticed.
// clang-format off
constexpr std::string_view zip_bzip2(
    "PK\003\004.\000\000\000\014\000\000\000!\134\366# -X\000\000\0001\000\000\000"
    "\005\000\000\000a.csvBZh91AY&SY\255L\036[\000\000\013_\200\000\020@\004|` \301"
    "\012\000.!\234\000 \0001@\000\001\223 \212yM2\030\311<\241\344\034\371\353\305f"
    "\213\314\321\023n\012\300a!Q\256>S'xa\027\220f2O~\364.\344\212p\241!Z\230<\266PK"
    "\001\002.\003.\000\000\000\014\000\000\000!\134\366# -X\000\000\0001\000\000\000"
    "\005\000\000\000\000\000\000\000\000\000\000\000\200\001\000\000\000\000a.csvPK"
    "\005\006\000\000\000\000\001\000\001\0003\000\000\000{\000\000\000\000\000",
    196);

constexpr std::string_view zip_lzma(
    "PK\003\004\077\000\002\000\016\000\000\000!\134\366# -E\000\000\0001\000\000\000"
    "\005\000\000\000a.csv\011\004\005\000]\000\000\200\000\000#\233\354\310s\026\013"
    "\365\276\345\006\327\0235\366\346\030\024\034G\241\227\317\243\013\276\320$\346"
    "\227:\032\202\353B\323\260\027q\207\036\370F\013)\301\000}#\363\355\027>\233\377"
    "\340\360\200\000PK\001\002\077\003\077\000\002\000\016\000\000\000!\134\366# -E"
    "\000\000\0001\000\000\000\005\000\000\000\000\000\000\000\000\000\000\000\200"
    "\001\000\000\000\000a.csvPK\005\006\000\000\000\000\001\000\001\0003\000\000\000"
    "h\000\000\000\000\000",
    177);

constexpr std::string_view zstd_rows(
    "(\265/\375\004X\211\001\000Goods,HS\012Acetone,2914\012Nitric acid,2808\012Urea,"
    "3102\012(\221\275\031",
    62);

constexpr std::string_view zstd_more(
    "(\265/\375\004X\011\001\000Sulphuric acid,2807\012Toluene,2902\012R)\271`",
    46);

// clang-format on

/// What is told of a packed file: the goods of its lines, and whether nothing gives cause for
/// doubt.
struct Told {
    std::vector<std::string> goods;
    bool is_clean = true;
};

Told told(const TemporaryFolder& folder, const std::string& name, std::string_view bytes) {
    Told told;
    const std::string path = folder.write(name, bytes);
    try {
        for (const auto& reader : open_manifest(path, small_aliases(), {})) {
            const Reading reading = read_all(*reader);
            told.is_clean = told.is_clean && reading.rejects().empty();
            for (std::string& value : reading.column("description"))
                told.goods.push_back(std::move(value));
        }
    } catch (const InputError&) {
        told.is_clean = false;
    }
    return told;
}

struct Packed {
    std::string name;
    std::string bytes;
    std::size_t whole_too = 0; ///< a cut that leaves a whole file, with less in it
};

std::vector<Packed> packed_files() {
    const std::string more = "Sulphuric acid,2807\nToluene,2902\n";
    std::vector<Packed> files;
    for (const char* filter : {"gzip", "bzip2", "xz", "lz4"}) {
        const std::string first = compressed(rows, filter);
        files.push_back({filter, first});
        files.push_back({filter, first + compressed(more, filter), first.size()});
    }
    files.push_back({"zstd", std::string(zstd_rows)});
    files.push_back({"zstd", std::string(zstd_rows) + std::string(zstd_more), zstd_rows.size()});
    files.push_back({"zip", zipped({{"a.csv", rows}}, "store")});
    files.push_back({"zip", zipped({{"a.csv", rows}}, "deflate")});
    files.push_back({"zip", zipped({{"a.csv", rows}, {"b.csv", rows}}, "deflate")});
    files.push_back({"zip", std::string(zip_bzip2)});
    files.push_back({"zip", std::string(zip_lzma)});
    files.push_back({"zip+gzip", zipped({{"a.csv.gz", compressed(rows, "gzip")}}, "store")});
    return files;
}

} // namespace

TEST_SUITE("manifest/unpacking") {
    TEST_CASE("a packed file that is cut anywhere is never told as whole") {
        const TemporaryFolder folder;
        for (const Packed& file : packed_files()) {
            CAPTURE(file.name);
            const Told whole = told(folder, "a.csv", file.bytes);
            REQUIRE(whole.is_clean);
            REQUIRE(whole.goods.size() >= 3);
            std::vector<std::size_t> missed;
            for (std::size_t size = 0; size < file.bytes.size(); ++size) {
                const Told cut = told(folder, "a.csv", file.bytes.substr(0, size));
                if (cut.is_clean && cut.goods != whole.goods && size != file.whole_too)
                    missed.push_back(size);
            }
            CHECK(missed == std::vector<std::size_t>{});
        }
    }

    TEST_CASE("a packed file with any bit flipped is never told as whole unless it is") {
        const TemporaryFolder folder;
        for (const Packed& file : packed_files()) {
            CAPTURE(file.name);
            const Told whole = told(folder, "a.csv", file.bytes);
            std::vector<std::size_t> missed;
            for (std::size_t bit = 0; bit < 8 * file.bytes.size(); ++bit) {
                std::string flipped = file.bytes;
                flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
                const Told other = told(folder, "a.csv", flipped);
                if (other.is_clean && other.goods != whole.goods)
                    missed.push_back(bit);
            }
            CHECK(missed == std::vector<std::size_t>{});
        }
    }

    TEST_CASE("bytes behind the end of a packed file are an error") {
        const TemporaryFolder folder;
        for (const Packed& file : packed_files()) {
            CAPTURE(file.name);
            for (const std::string& more :
                 {std::string("x"), std::string("more bytes"), std::string(8, '\0')}) {
                const bool is_padding = file.name == "xz" && more.front() == '\0'; // allowed there
                const Told longer = told(folder, "a.csv", file.bytes + more);
                CHECK(longer.is_clean == is_padding);
            }
        }
    }

    TEST_CASE("what is packed without a checksum says so") {
        // libarchive writes zstd without one.
        const auto compression = [](std::string_view bytes) {
            const TemporaryFolder folder;
            const auto readers = open_manifest(folder.write("a.csv", bytes), small_aliases(), {});
            return readers.front()->description().compression;
        };
        CHECK(compression(compressed(rows, "zstd")) == "zstd without checksum");
        CHECK(compression(zstd_rows) == "zstd");
        CHECK(compression(compressed(rows, "xz")) == "xz");
        CHECK(compression(compressed(rows, "lz4")) == "lz4");
        CHECK(compression(compressed(rows, "gzip")) == "gzip");
        using namespace std::string_view_literals;
        CHECK_FALSE(has_checksum("\xfd\x37\x7a\x58\x5a\0\0\0"sv));
        CHECK(has_checksum("\xfd\x37\x7a\x58\x5a\0\0\4"sv));
        CHECK_FALSE(has_checksum("\x04\x22\x4d\x18\x60"sv));
        CHECK(has_checksum("\x04\x22\x4d\x18\x70"sv));
        CHECK(has_checksum(rows));
    }

    TEST_CASE("a compressed file within a zip archive is read") {
        const Reading reading =
            read_manifest("a.zip", zipped({{"a.csv.gz", compressed(rows, "gzip")}}, "deflate"));
        CHECK(reading.description.compression == "zip+gzip");
        CHECK(reading.column("description") ==
              std::vector<std::string>{"Acetone", "Nitric acid", "Urea"});
    }

    TEST_CASE("what is packed again and again is an error, and so is a packed zip archive") {
        std::string twice = compressed(compressed(rows, "xz"), "gzip");
        CHECK(read_csv(twice).description.compression == "gzip+xz");
        const std::string often = compressed(compressed(twice, "bzip2"), "gzip");
        CHECK(contains(input_error("a.csv", often), "packed more than 3 times over"));
        CHECK(contains(input_error("a.csv", compressed(zipped({{"a.csv", rows}}, "store"), "gzip")),
                       "holds a zip archive that is packed itself (gzip)"));
    }
}

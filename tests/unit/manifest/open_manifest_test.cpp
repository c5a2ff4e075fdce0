#include "archives.h"
#include "manifest_reading.h"

#include <preflag/base/error.h>
#include <preflag/manifest/manifest_format.h>

#include <doctest/doctest.h>

using namespace preflag;
using namespace preflag::test;
using namespace std::string_literals;

namespace {
using Texts = std::vector<std::string>;

const std::string two_rows = "Goods,HS\nAcetone,2914\nSäure,2808\n";

std::string utf16(std::u16string_view text, bool little) {
    std::string bytes;
    for (const char16_t unit : text) {
        const char low = static_cast<char>(unit & 0xFF);
        const char high = static_cast<char>(unit >> 8);
        bytes += little ? std::string{low, high} : std::string{high, low};
    }
    return bytes;
}

ReadOptions in_encoding(const char* name) {
    ReadOptions options;
    options.encoding = name;
    return options;
}

std::string open_error(const std::string& path) {
    try {
        for (const auto& reader : open_manifest(path, small_aliases(), {}))
            read_all(*reader);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no error";
}
} // namespace

TEST_SUITE("manifest/open_manifest") {
    TEST_CASE("a file that is not there, and a folder, are input errors") {
        CHECK(contains(open_error("no/such.csv"), "no/such.csv: cannot be opened: "));
        CHECK(contains(open_error("no/such.csv"), "check the spelling of the path"));
        CHECK(contains(open_error("/tmp"), "/tmp: cannot be read as a file"));
    }

    TEST_CASE("an empty file is an input error") {
        for (const std::string& bytes : {""s, "\n"s, " \r\n\t"s, "\xEF\xBB\xBF"s, "\xFF\xFE"s})
            for (const char* name : {"a.csv", "a.yaml", "a.json", "a.jsonl"})
                CHECK(contains(input_error(name, bytes), ": the file is empty"));
    }

    TEST_CASE("documents that are no manifest are told by name") {
        CHECK(
            contains(input_error("a.csv", "%PDF-1.7\n1 0 obj"), "a.csv: is a PDF document, not a"));
        CHECK(contains(input_error("a.csv", "<!DOCTYPE html>\n<html>"), ": is a web page"));
        CHECK(contains(input_error("a.csv", std::string(100, '\1')), ": is a binary file"));
    }

    TEST_CASE("a byte order mark is removed") {
        const Reading reading = read_csv("\xEF\xBB\xBF" + two_rows);
        CHECK(reading.description.columns[0].header == "Goods");
        CHECK(reading.column("description") == Texts{"Acetone", "Säure"});
    }

    TEST_CASE("UTF-16 is read with and without a mark") {
        for (const bool little : {true, false})
            for (const char16_t* mark : {u"\uFEFF", u""}) {
                const std::string bytes =
                    utf16(mark + u"Goods,HS\r\nAcetone,2914\r\nSäure 😀,2808\r\n"s, little);
                const Reading reading = read_csv(bytes);
                CHECK(reading.description.encoding == (little ? "UTF-16LE" : "UTF-16BE"));
                CHECK(reading.description.columns[0].header == "Goods");
                CHECK(reading.column("description") == Texts{"Acetone", "Säure 😀"});
                CHECK(reading.records[1].line == 3);
            }
    }

    TEST_CASE("UTF-16 is read when the user names it, however it is written") {
        const std::string bytes = utf16(u"\uFEFFGoods,HS\nAcetone,2914\n", true);
        for (const char* name : {"UTF-16LE", "utf-16le", "UTF16LE", "UTF-16", "utf16"}) {
            CAPTURE(name);
            const Reading reading = read_csv(bytes, in_encoding(name));
            CHECK(reading.description.columns[0].header == "Goods");
            CHECK(reading.column("description") == Texts{"Acetone"});
            CHECK(!reading.description.encoding_detected);
        }
    }

    TEST_CASE("Windows-1252 is read as such") {
        const Reading reading = read_csv("Goods;HS\nSalpeters\xE4ure f\xFCr M\xF6"
                                         "bel;2808\n"
                                         "Schwefels\xE4ure, Fl\xE4schchen;2807\n");
        CHECK(reading.description.encoding == "windows-1252");
        CHECK(reading.column("description") ==
              Texts{"Salpetersäure für Möbel", "Schwefelsäure, Fläschchen"});
    }

    TEST_CASE("the user's encoding is taken instead of the detected one") {
        const Reading reading = read_csv("Goods\n\xB1\n", in_encoding("ISO-8859-2"));
        CHECK(reading.column("description") == Texts{"ą"});
        CHECK_THROWS_AS(read_csv(two_rows, in_encoding("klingon")), UsageError);
    }

    TEST_CASE("a stray byte in a UTF-8 file is repaired and counted") {
        const Reading reading = read_csv("Goods\nSäure\nLösung\nSalpeters\xE4ure\nÖl\n");
        CHECK(reading.description.encoding == "UTF-8");
        CHECK(reading.column("description") == Texts{"Säure", "Lösung", "Salpetersäure", "Öl"});
        CHECK(reading.diagnostics == Texts{"1 row is not valid UTF-8 and was read as Windows-1252; "
                                           "--encoding sets another one"});
    }

    TEST_CASE("compressed files are known by their bytes, not by their name") {
        for (const char* filter : {"gzip", "xz", "bzip2", "zstd", "lz4"}) {
            CAPTURE(filter);
            const Reading reading = read_csv(compressed(two_rows, filter));
            CHECK(reading.description.compression.starts_with(filter));
            CHECK(reading.column("description") == Texts{"Acetone", "Säure"});
        }
        CHECK(read_manifest("a.yaml.gz", compressed("- goods: a\n", "gzip")).records.size() == 1);
        CHECK(read_manifest("a.csv.gz", two_rows).records.size() == 2);
    }

    TEST_CASE("two gzip members in one file are read as one text") {
        const Reading reading =
            read_csv(compressed(two_rows, "gzip") + compressed("Urea,3102\n", "gzip"));
        CHECK(reading.records.size() == 3);
    }

    TEST_CASE("a truncated gzip file is an input error, wherever it is cut") {
        std::string text = "Goods,HS\n";
        for (unsigned i = 0; i < 3000; ++i)
            text += std::to_string(i * 2654435761U) + ",1\n";
        const std::string whole = compressed(text, "gzip");
        for (const std::size_t size : {whole.size() - 1, whole.size() - 8, whole.size() - 9,
                                       whole.size() / 2, std::size_t{30}, std::size_t{12}}) {
            CAPTURE(size);
            const std::string message = input_error("a.csv.gz", whole.substr(0, size));
            CHECK(contains(message, "a.csv.gz: the gzip data is damaged or incomplete"));
        }
        CHECK(input_error("a.csv.gz", whole.substr(0, 9)) != "no error");
        CHECK(input_error("a.csv.gz", whole.substr(0, 2)) != "no error");
    }

    TEST_CASE("a zip archive gives a manifest for each of its files") {
        const TemporaryFolder folder;
        const std::string path = folder.write(
            "a.zip",
            zipped({{"one.csv", two_rows}, {"sub/", ""}, {"sub/two.yaml", "- goods: Urea\n"}}));
        const auto readers = open_manifest(path, small_aliases(), {});
        REQUIRE(readers.size() == 2);
        CHECK(readers[0]->description().file == path + "!one.csv");
        CHECK(readers[0]->description().compression == "zip");
        CHECK(readers[1]->description().file == path + "!sub/two.yaml");
        CHECK(readers[1]->description().format == "yaml");
        CHECK(read_all(*readers[0]).records.size() == 2);
        CHECK(read_all(*readers[1]).column("description") == Texts{"Urea"});
    }

    TEST_CASE("a member that cannot be read takes no other along") {
        const TemporaryFolder folder;
        const std::string path =
            folder.write("a.zip", zipped({{"bad.csv", "%PDF-1.7"},
                                          {"worse.csv.gz", "\x1f\x8bno gzip at all"},
                                          {"good.csv", two_rows}}));
        Unopened unopened;
        const auto readers = open_manifest(path, small_aliases(), {}, &unopened);
        const std::vector<std::string>& faults = unopened.faults;
        REQUIRE(readers.size() == 1);
        CHECK(readers[0]->description().file == path + "!good.csv");
        REQUIRE(faults.size() == 2);
        CHECK(contains(faults[0], "!bad.csv: is a PDF document"));
        CHECK(contains(faults[1], "!worse.csv.gz: the gzip data is damaged"));
        CHECK_THROWS_AS(open_manifest(path, small_aliases(), {}), InputError);
    }

    TEST_CASE("damaged, empty and ambiguous zip archives and workbooks are input errors") {
        const TemporaryFolder folder;
        const std::string whole = zipped({{"one.csv", two_rows}});
        CHECK(open_error(folder.write("cut.zip", whole.substr(0, 50))) != "no error");
        CHECK(open_error(folder.write("dir.zip", zipped({{"sub/", ""}}))) != "no error");
        CHECK(contains(open_error(folder.write("twice.zip",
                                               zipped({{"a.csv", two_rows}, {"a.csv", two_rows}}))),
                       "holds two files named a.csv"));
        CHECK(contains(
            open_error(folder.write("book.xlsx", zipped({{"[Content_Types].xml", "<x/>"}}))),
            "the workbook is damaged: it holds no part xl/workbook.xml"));
    }

    TEST_CASE("a zip archive of very many files is an input error") {
        const TemporaryFolder folder;
        std::vector<std::pair<std::string, std::string>> members;
        members.reserve(201);
        for (int i = 0; i < 201; ++i)
            members.emplace_back(std::to_string(i) + ".csv", two_rows);
        CHECK(contains(open_error(folder.write("many.zip", zipped(members))),
                       "holds more than 200 files"));
        members.pop_back();
        CHECK(open_error(folder.write("some.zip", zipped(members))) == "no error");
    }

    TEST_CASE("the digest is that of the stored bytes, whatever is read of them") {
        const std::string bytes = compressed(two_rows, "gzip");
        const Reading reading = read_csv(two_rows);
        CHECK(reading.digest.size() == 64);
        CHECK(reading.digest != read_csv(bytes).digest);
        CHECK(reading.digest == read_manifest("b.csv", two_rows).digest);
    }

    TEST_CASE("all stored bytes count as read at the end") {
        const TemporaryFolder folder;
        const auto readers = open_manifest(folder.write("a.csv", two_rows), small_aliases(), {});
        read_all(*readers[0]);
        CHECK(readers[0]->bytes_read() == two_rows.size());
    }

    TEST_CASE("the format is told by the name, or else by the first bytes") {
        const auto format = [](const char* name, const char* text) {
            return detect_format(name, text);
        };
        CHECK(format("a.csv", "- x: 1\n") == ManifestFormat::csv);
        CHECK(format("a.tsv.gz", "{}") == ManifestFormat::csv);
        CHECK(format("a.YML", "a,b") == ManifestFormat::yaml);
        CHECK(format("a.ndjson", "x") == ManifestFormat::json_lines);
        CHECK(format("-", "{\"a\": 1}\n{\"a\": 2}\n") == ManifestFormat::json_lines);
        CHECK(format("a.json", "{\"a\": 1}\n{\"a\": 2}\n") == ManifestFormat::json_lines);
        CHECK(format("a.json", "{\"lines\": []}") == ManifestFormat::json);
        CHECK(format("-", "{\n  \"a\": 1\n}") == ManifestFormat::json);
        CHECK(format("-", "[{\"a\": 1}]") == ManifestFormat::json);
        CHECK(format("-", "---\na: 1\n") == ManifestFormat::yaml);
        CHECK(format("-", "- a: 1\n") == ManifestFormat::yaml);
        CHECK(format("a.txt", "lines:\n  - a: 1\n") == ManifestFormat::yaml);
        CHECK(format("a.txt", "Goods,Note: x\n") == ManifestFormat::csv);
        CHECK(format("-", "Goods\n") == ManifestFormat::csv);
    }

    TEST_CASE("a JSON document on one long line is read whole") {
        std::string text = "{\"lines\": [{\"goods\": \"first\"}";
        for (int i = 0; i < 60'000; ++i)
            text += ", {\"goods\": \"Acetone\"}";
        const Reading reading = read_manifest("a.json", text + "]}");
        CHECK(reading.records.size() == 60'001);
        CHECK(reading.rejects().empty());
    }
}

#include <preflag/manifest/csv/record_splitter.h>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace preflag;

namespace {
struct Cut {
    std::string record;
    std::uint64_t lines = 1;
    bool rejected = false;
    friend bool operator==(const Cut&, const Cut&) = default;
};

std::vector<Cut> cut(std::string_view text, const CsvDialect& dialect = {}) {
    const RecordSplitter splitter(dialect);
    std::vector<Cut> cuts;
    while (!text.empty()) {
        const auto piece = splitter.next(text, true);
        REQUIRE(piece.has_value());
        REQUIRE(piece->consumed > 0);
        cuts.push_back({std::string(text.substr(0, piece->length)), piece->lines,
                        piece->reject_reason != nullptr});
        text.remove_prefix(piece->consumed);
    }
    return cuts;
}

using Cuts = std::vector<Cut>;
} // namespace

TEST_SUITE("manifest/record_splitter") {
    TEST_CASE("records end at line ends, with or without a carriage return") {
        CHECK(cut("a,b\nc,d\r\ne") == Cuts{{"a,b"}, {"c,d"}, {"e"}});
        CHECK(cut("\n\r\n") == Cuts{{""}, {""}});
    }

    TEST_CASE("a quoted cell may hold delimiters and line ends") {
        CHECK(cut("1,\"a,\nb\",2\n3\n") == Cuts{{"1,\"a,\nb\",2", 2}, {"3"}});
        CHECK(cut("\"a\r\nb\r\nc\"\r\n3\r\n") == Cuts{{"\"a\r\nb\r\nc\"", 3}, {"3"}});
    }

    TEST_CASE("two quoted cells of one record may both span lines") {
        CHECK(cut("\"a\nb\",\"c\nd\"\nnext\n") == Cuts{{"\"a\nb\",\"c\nd\"", 3}, {"next"}});
    }

    TEST_CASE("doubled quotes do not close a cell") {
        CHECK(cut("\"a\"\"\nb\",2\n3\n") == Cuts{{"\"a\"\"\nb\",2", 2}, {"3"}});
    }

    TEST_CASE("a quote inside a cell is an ordinary character") {
        CHECK(cut("pail 24\" lid,2\nnext,3\n") == Cuts{{"pail 24\" lid,2"}, {"next,3"}});
        CHECK(cut("a, \"b\nc\n") == Cuts{{"a, \"b"}, {"c"}});
    }

    TEST_CASE("a quote that is never closed rejects its own line only") {
        CHECK(cut("1,\"open\n2,b\n3,c\n") == Cuts{{"1,\"open", 1, true}, {"2,b"}, {"3,c"}});
        CHECK(cut("1,\"open") == Cuts{{"1,\"open", 1, true}});
    }

    TEST_CASE("a quoted cell that spans lines must be closed before a delimiter") {
        // The quote of line 1 would be closed by the opening quote of line 2.
        CHECK(cut("1,\"open\n2,\"b\",x\n3,c\n") ==
              Cuts{{"1,\"open", 1, true}, {"2,\"b\",x"}, {"3,c"}});
    }

    TEST_CASE("text after a closing quote on the same line is tolerated") {
        CHECK(cut("\"a\" b,c\nd\n") == Cuts{{"\"a\" b,c"}, {"d"}});
    }

    TEST_CASE("a quoted cell longer than 64 KiB counts as never closed") {
        const std::string filler(70'000, 'x');
        CHECK(cut("\"a\n" + filler + "\"\nb\n").front() == Cut{"\"a", 1, true});
        CHECK(cut("\"a\n" + filler + "\"\nb\n").size() == 3);
    }

    TEST_CASE("a record of more than 256 lines counts as never closed") {
        const auto cell_of = [](int lines) {
            return "\"" + std::string(lines - 1, '\n') + "\"\nb\n";
        };
        CHECK(cut(cell_of(256)).front().lines == 256);
        CHECK(cut(cell_of(257)).front() == Cut{"\"", 1, true});
    }

    TEST_CASE("carriage returns alone end the lines of an old Macintosh file") {
        const CsvDialect dialect{';', '\r', 0};
        CHECK(cut("a;b\r\"c\rd\";e\rf\r", dialect) == Cuts{{"a;b"}, {"\"c\rd\";e", 2}, {"f"}});
    }

    TEST_CASE("an unfinished record asks for more text") {
        const RecordSplitter splitter(CsvDialect{});
        CHECK(!splitter.next("", false));
        CHECK(!splitter.next("", true));
        CHECK(!splitter.next("a,b", false));
        CHECK(!splitter.next("\"a\nb", false));
        CHECK(!splitter.next("\"a\nb\"", false)); // the quote may be doubled
        CHECK(splitter.next("a,b\n", false));
    }

    TEST_CASE("what is told of a text stays true when more text follows") {
        const std::string text =
            "1,\"a\"\"\nb\",\"c\"\n2,24\" x\n\"q\nr\" s,\"t\nu\"\n\"open\n4,d\n";
        const RecordSplitter splitter(CsvDialect{});
        for (std::size_t from = 0; from < text.size(); ++from) {
            const auto whole = splitter.next(std::string_view(text).substr(from), true);
            REQUIRE(whole.has_value());
            for (std::size_t size = 1; from + size < text.size(); ++size) {
                const auto piece = splitter.next(std::string_view(text).substr(from, size), false);
                CAPTURE(from);
                CAPTURE(size);
                if (piece)
                    CHECK(piece->consumed == whole->consumed);
            }
        }
    }
}

#include <preflag/manifest/csv/record_layout.h>

#include <doctest/doctest.h>

#include <string>

using namespace preflag;

namespace {
constexpr ColumnTarget description{Field::description, true};
constexpr ColumnTarget hs{Field::hs, false};
constexpr ColumnTarget ignored{std::nullopt, false};

/// One record read by a layout, with all that its views point to.
struct Read {
    Read(const RecordLayout& layout, std::string text)
        : record(std::move(text)), reason(layout.read(record, scratch, line)) {}
    std::string operator[](Field field) const { return std::string(line.values[field]); }

    std::string record;
    RecordScratch scratch;
    ManifestLine line;
    std::optional<std::string> reason;
};

const RecordLayout two_columns(',', true, {description, hs}, {});
} // namespace

TEST_SUITE("manifest/record_layout") {
    TEST_CASE("cells are trimmed and go to the fields of their columns") {
        const Read read(two_columns, " Acetone ,\t2914.11 ");
        CHECK(!read.reason);
        CHECK(read[Field::description] == "Acetone");
        CHECK(read[Field::hs] == "2914.11");
    }

    TEST_CASE("quotes are removed, doubled ones halved, and delimiters inside kept") {
        CHECK(Read(two_columns, "\"acid, nitric\",1")[Field::description] == "acid, nitric");
        CHECK(Read(two_columns, "\"24\"\" lid\",1")[Field::description] == "24\" lid");
        CHECK(Read(two_columns, "\"\"\"a\"\" \"\"b\"\"\",1")[Field::description] == "\"a\" \"b\"");
        CHECK(Read(two_columns, "\"a\nb\",1")[Field::description] == "a\nb");
    }

    TEST_CASE("a quote inside a cell stays") {
        CHECK(Read(two_columns, "pail 24\" lid,1")[Field::description] == "pail 24\" lid");
        CHECK(Read(two_columns, "\"a\" b,1")[Field::description] == "a b");
    }

    TEST_CASE("a quote behind a backslash is refused where quotes are doubled, else taken") {
        const std::string record = R"("acid \"65\" %","2808")";
        CHECK(Read(two_columns, record).reason);
        RecordLayout escaped(',', true, {description, hs}, {});
        escaped.set_quoting({'"', true});
        const Read read(escaped, record);
        CHECK(read[Field::description] == "acid \"65\" %");
        CHECK(read[Field::hs] == "2808");
        CHECK(Read(escaped, R"(acid\, nitric,\N)")[Field::description] == "acid, nitric");
        CHECK(Read(two_columns, R"("C:\","2808")")[Field::description] == "C:\\");
    }

    TEST_CASE("a formula that keeps a text a text is unwrapped") {
        CHECK(Read(two_columns, "x,=\"0012\"")[Field::hs] == "0012");
        CHECK(Read(two_columns, "x,\"=\"\"0012\"\"\"")[Field::hs] == "0012");
    }

    TEST_CASE("without quotes a quote is an ordinary character") {
        const RecordLayout layout('\t', false, {description, hs}, {});
        CHECK(Read(layout, "\"a\"\t1")[Field::description] == "\"a\"");
    }

    TEST_CASE("columns of one text are joined, equal texts once") {
        const RecordLayout layout(',', true, {description, ignored, description, description}, {});
        CHECK(Read(layout, "a,x,b,c")[Field::description] == "a | b | c");
        CHECK(Read(layout, "a,x,a,")[Field::description] == "a");
        CHECK(Read(layout, ",x,\"b \"\"q\"\"\",c")[Field::description] == "b \"q\" | c");
    }

    TEST_CASE("nine joined long texts with quotes keep all their bytes") {
        const RecordLayout layout(',', true, std::vector<ColumnTarget>(9, description), {});
        std::string record;
        std::string expected;
        for (char letter = 'a'; letter < 'j'; ++letter) {
            const std::string filler(static_cast<std::size_t>(letter - 'a') * 50 + 1, letter);
            record += (record.empty() ? "\"" : ",\"") + filler + "\"\"\"";
            expected += (expected.empty() ? "" : " | ") + filler + "\"";
        }
        CHECK(Read(layout, record)[Field::description] == expected);
        CHECK(Read(layout, "1,2,3,4,5,6,7,8,9")[Field::description] ==
              "1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9");
    }

    TEST_CASE("of other columns with one meaning the first filled one counts") {
        const RecordLayout layout(',', true, {hs, hs}, {});
        CHECK(Read(layout, "1,2")[Field::hs] == "1");
        CHECK(Read(layout, ",2")[Field::hs] == "2");
    }

    TEST_CASE("a short record is read, and counted") {
        const RecordLayout layout(',', true, {description, hs}, {});
        CHECK(!Read(layout, "Acetone").reason);
        CHECK(layout.short_records() == 1);
        CHECK(!Read(layout, "Acetone,").reason);
        CHECK(layout.short_records() == 1);
    }

    TEST_CASE("a record with a value beyond the last column is rejected") {
        const Read read(two_columns, "acid, nitric,1");
        CHECK(read.reason ==
              "has a value in cell 3, but the header has 2 columns; a cell that holds "
              "the delimiter must be quoted");
    }

    TEST_CASE("empty cells beyond the last column are no fault") {
        CHECK(!Read(two_columns, "Acetone,1,, ,").reason);
    }

    TEST_CASE("a record with NUL bytes is rejected") {
        CHECK(Read(two_columns, std::string("Ace\0tone,1", 10)).reason ==
              "holds NUL bytes, so the record is damaged");
    }

    TEST_CASE("placeholders count as missing, but not for a party") {
        Placeholders placeholders;
        for (const char* text : {"NULL", "N/A", "-0-"})
            placeholders.add(text);
        const RecordLayout layout(',', true, {description, hs, {Field::consignee, false}}, {},
                                  placeholders);
        const Read read(layout, "Acetone,null,n/a");
        CHECK(read[Field::hs].empty());
        CHECK(read[Field::consignee] == "n/a");
        CHECK(Read(layout, "N/A,2914,x")[Field::description].empty());
        CHECK(Read(layout, "Null modem,-0-,x")[Field::description] == "Null modem");
        CHECK(Read(layout, "-0-, NULL ,x").reason.has_value());
        CHECK(Read(layout, "NULLS,1,x")[Field::description] == "NULLS");
    }

    TEST_CASE("a record that names no goods is rejected") {
        const RecordLayout layout(',', true, {description, {Field::quantity, false}}, {});
        CHECK(Read(layout, ",5").reason ==
              "names no goods: description, CAS, EC, UN and HS are all empty");
        CHECK(Read(layout, "").reason.has_value());
    }

    TEST_CASE("constants fill what the columns leave empty") {
        const RecordLayout layout(',', true, {description, {Field::quantity_unit, false}},
                                  {{Field::quantity_unit, "kg"}});
        CHECK(Read(layout, "a,l")[Field::quantity_unit] == "l");
        CHECK(Read(layout, "a,")[Field::quantity_unit] == "kg");
    }

    TEST_CASE("a layout forgets the record before") {
        RecordScratch scratch;
        ManifestLine line;
        CHECK(!two_columns.read("\"a\"\"b\",1", scratch, line));
        CHECK(!two_columns.read("c", scratch, line));
        CHECK(line.values[Field::description] == "c");
        CHECK(line.values[Field::hs].empty());
    }

    TEST_CASE("bytes that are no UTF-8 are read as Windows-1252, and counted") {
        const RecordLayout layout(',', true, {description}, {});
        CHECK(layout.repaired("Salpeters\xE4ure 5 \x80") == "Salpetersäure 5 €");
        CHECK(layout.repaired_records() == 1);
    }

    TEST_CASE("each goods field names goods, and no other field does") {
        FieldValues values;
        CHECK(!names_goods(values));
        values.set(Field::consignee, "x");
        CHECK(!names_goods(values));
        values.set(Field::un, "UN1090");
        CHECK(names_goods(values));
    }
}
